"""Metadata of the data set for machines: Croissant 1.0, which is JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from generator.dataset.figures import Figures
from generator.exchange.sources import Json
from generator.exchange.tables_columns import COLUMNS

SHAPE = "1.0.0"
"""The version of the files' shape: the first number grows when a column goes or changes its meaning."""
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""What the data set as a whole is under; each text names its own."""
DESCRIPTION = (
    "News articles in which every statement is marked by what it rests on (sourced, unsourced or "
    "inferred), with voices and their stake, framing marks with a technique and a plain wording, "
    "and a note that gives the reason for each mark."
)
"""What the data set is, in a sentence."""

_NUMBERS = ("number", "start", "end", "statements")
_ARTICLE = {
    "slug": "The name of the article.",
    "title": "Its title.",
    "language": "Its language, as a BCP 47 tag.",
    "rights": "By what right the text is here.",
    "text": "The text; an empty line divides paragraphs.",
}
_CONTEXT: dict[str, Json] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "equivalentProperty": "cr:equivalentProperty",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


Parts = Mapping[str, tuple[str, ...]]


def croissant(files: Mapping[str, bytes], parts: Parts, found: Figures, address: str) -> str:
    """The metadata of these files; `parts` are those of each table, `address` is the site's, or empty."""
    where = f"{address}data/" if address else ""
    data: dict[str, Json] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "who-says",
        "description": DESCRIPTION,
        "version": SHAPE,
        "license": LICENCE,
        "url": where or "https://schema.org/URL",
        "citeAs": "Who Says? contributors: annotated news articles.",
        "creator": {"@type": "Organization", "name": "Who Says? contributors"},
        "datePublished": found.last.isoformat() if found.last else "",
        "inLanguage": [value for value, _ in dict(found.tables).get("language", ())],
        "keywords": ["media literacy", "news", "attribution", "framing", "persuasion techniques"],
        "distribution": [one for name in parts for one in _files(name, files, parts[name], where)],
        "recordSet": [_articles(parts), *(_table(table, parts) for table in COLUMNS)],
    }
    return json.dumps({k: v for k, v in data.items() if v}, ensure_ascii=False, indent=2) + "\n"


def _files(
    name: str, files: Mapping[str, bytes], parts: tuple[str, ...], where: str
) -> Iterator[Json]:
    """A table's file; or its parts, and the table as the set of what is in them."""
    kind = "text/csv" if name.endswith(".csv") else "application/jsonlines"
    for part in parts:
        yield {
            "@type": "cr:FileObject",
            "@id": part,
            "name": part,
            "contentUrl": f"{where}{part}",
            "encodingFormat": kind if part == name else "application/gzip",
            "sha256": sha256(files[part]).hexdigest(),
        }
    if name not in parts:
        yield {
            "@type": "cr:FileSet",
            "@id": name,
            "name": name,
            "containedIn": [{"@id": part} for part in parts],
            "encodingFormat": kind,
            "includes": f"*.{name.split('.')[1]}",
        }


def _articles(parts: Parts) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": "articles",
        "name": "articles",
        "description": "A line an article, with all its marks; these are the plain fields of it.",
        "key": {"@id": "articles/slug"},
        "field": [
            _field("articles", name, says, _source("dataset.jsonl", parts, name))
            for name, says in _ARTICLE.items()
        ],
    }


def _table(table: str, parts: Parts) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "key": [{"@id": f"{table}/article"}, {"@id": f"{table}/id"}],
        "field": [
            _field(table, name, says, _source(f"{table}.csv", parts, name))
            for name, says in COLUMNS[table].items()
        ],
    }


def _source(file: str, parts: Parts, column: str) -> Json:
    kind = "fileObject" if file in parts[file] else "fileSet"
    return {kind: {"@id": file}, "extract": {"column": column}}


def _field(table: str, name: str, says: str, source: Json) -> Json:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "description": says,
        "dataType": "sc:Integer" if name in _NUMBERS else "sc:Text",
        "source": source,
    }

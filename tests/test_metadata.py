"""What an article's page says of itself to machines: schema.org data."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.analysis.figures import Analysed
from generator.model import Annotator, Change, Original
from generator.pages.metadata import head, in_script

from .sample import BRIDGE, HOSTILE, analysed, of_size


def data(article: Analysed) -> dict[str, Any]:
    """The schema.org object of an article's page."""
    found = json.loads("{" + head(article).data + "}")
    assert isinstance(found, dict)
    return found


def changed(article: Analysed, **fields: object) -> Analysed:
    """The article with other values."""
    return replace(article, article=replace(article.article, **fields))  # type: ignore[arg-type]


def test_an_article_says_what_it_is() -> None:
    """The page is a learning resource, based on an article of which only what is known is said."""
    found = data(analysed(BRIDGE))
    assert (found["@type"], found["name"]) == ("LearningResource", "The bridge that opened twice")
    assert (found["inLanguage"], found["typicalAgeRange"]) == ("en", "12-14")
    assert found["keywords"] == ["local government"]
    assert found["author"] == [{"name": "harbour-school"}]
    assert found["datePublished"] == "2026-11-22"
    assert found["isBasedOn"] == {
        "@type": "Article",
        "publisher": {"@type": "Organization", "name": "The Harbour Post"},
        "datePublished": "2025-03-04",
        "url": "https://example.org/bridge",
        "inLanguage": "en",
    }
    assert not {"dateModified", "license", "description"} & found.keys()


def test_an_original_of_which_nothing_is_known_is_only_an_article() -> None:
    """No headline is made up from the page's title."""
    unknown = Original("", "", "", None, "", "", None)
    assert data(changed(analysed(BRIDGE), original=unknown))["isBasedOn"] == {
        "@type": "Article",
        "inLanguage": "en",
    }


def test_dates_are_those_of_the_last_marking_and_the_last_correction() -> None:
    """Whatever the order of the front matter."""
    days = [date(2026, 1, 2), date(2026, 3, 4), date(2026, 2, 3)]
    article = changed(
        analysed(BRIDGE),
        annotators=tuple(Annotator("x", day) for day in days),
        changes=tuple(Change(day, "x") for day in days),
        licence="CC BY 4.0",
    )
    found = data(article)
    assert found["datePublished"] == found["dateModified"] == "2026-03-04"
    assert found["isBasedOn"]["license"] == "CC BY 4.0"


def test_the_statements_are_left_to_the_data() -> None:
    """A text in another language is described in English; its statements are in the file beside the page."""
    found = data(analysed(HOSTILE))
    assert found["inLanguage"] == "en"
    assert found["isBasedOn"]["inLanguage"] == "ar"
    assert "hasPart" not in found


def test_there_is_no_verdict_in_it() -> None:
    """No review of a claim, and no rating."""
    for article in (analysed(BRIDGE), analysed(HOSTILE), of_size(60, 12)):
        assert not re.search(r"review|rating|verdict", head(article).data, re.IGNORECASE)


def test_it_is_light() -> None:
    """At most 600 bytes compressed for an article of 28 statements: their words are on the page, and not said twice."""
    article = of_size(28, 4)
    texts = [" ".join(f"{chr(97 + n * k % 26)}{n * k:x}word" for k in range(20)) for n in range(28)]
    article = changed(
        article,
        statements=tuple(
            replace(s, text=t) for s, t in zip(article.article.statements, texts, strict=True)
        ),
    )
    assert len(gzip.compress(head(article).data.encode())) <= 600


@pytest.mark.parametrize("text", ["</script>", "<!--", "&lt;", "\u2028\u2029", '"\\</SCRIPT '])
def test_json_in_a_script_cannot_end_it(text: str) -> None:
    """Nothing that HTML or JavaScript reads as an end or a start is left, and the text is whole."""
    written = in_script({"text": text})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"text": text}

"""An article's annotations as one documented file, for whoever builds on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import chain
from typing import Literal

from generator.agreement.differences import on_statements
from generator.agreement.laying import lay
from generator.analysis.figures import Analysed, Counts
from generator.model import (
    Article,
    Basis,
    Block,
    Codebook,
    Entry,
    Framing,
    Note,
    Reading,
    Statement,
)
from generator.pages.data_shape import (
    KEYS,
    SCHEMA,
    VERSION,
    AnnotatorData,
    BlockData,
    ChangeData,
    CueData,
    FramingData,
    MissingData,
    OriginalData,
    QuestionData,
    ReadingData,
    RecordData,
    StatementData,
    StyleData,
    VoiceData,
)
from generator.pages.data_whole import (
    ArticleData,
    CountsData,
    FiguresData,
    LicenceData,
    NamesData,
    VoiceFiguresData,
)
from generator.pages.licences import MARKS_LICENCE, text_licence
from generator.pages.opening import direction
from generator.pages.page import Around, Page
from generator.pages.version import text_version

BASES: tuple[Basis, ...] = ("sourced", "unsourced", "inferred")
"""In the order of the codebook."""

NAME = "data.json"
"""The file, in the folder of the article's page."""


@dataclass(frozen=True, slots=True)
class DataView:
    """What the file's template needs."""

    data: object
    """All of it as plain values, without what is empty."""


def data_pages(analysed: Analysed, around: Around) -> tuple[Page, ...]:
    """Give the file of an article."""
    readings = around.readings_of(analysed.article.slug)
    data = article_data(analysed, around.codebook, around.address, readings)
    view = DataView(_plain(data))
    return (Page(f"articles/{data.slug}/{NAME}", "pages/data.json.j2", view),)


def article_data(
    analysed: Analysed, codebook: Codebook, address: str, readings: tuple[Reading, ...] = ()
) -> ArticleData:
    """Gather all that there is to say of an article; `address` is the site's, or empty."""
    article = analysed.article
    return ArticleData(
        schema=f"{address or '../../'}{SCHEMA}",
        version=VERSION,
        slug=article.slug,
        title=article.title,
        language=article.language,
        direction="rtl" if direction(article) == "rtl" else "ltr",
        text_version=text_version(article),
        rights=article.rights,
        licence=LicenceData(text_licence(article.rights, article.licence), MARKS_LICENCE),
        original=_original(article),
        figures=_figures(analysed),
        names=_names(article, codebook),
        blocks=tuple(map(_block, article.blocks)),
        statements=tuple(map(_statement, article.statements)),
        address=f"{address}articles/{article.slug}/" if address else "",
        summary=article.summary,
        genre=article.genre,
        invented=article.invented,
        level=article.level,
        topics=article.topics,
        frames=article.frames,
        event=article.event,
        codebook=article.codebook,
        annotators=tuple(AnnotatorData(a.name, _day(a.date)) for a in article.annotators),
        changes=tuple(ChangeData(_day(c.date), c.what, c.by, c.at) for c in article.changes),
        framing=tuple(map(_framing, article.framing)),
        cues=tuple(
            CueData(c.span.block, c.span.start, c.span.end, c.id, c.statement) for c in article.cues
        ),
        voices=tuple(
            VoiceData(v.id, v.name, v.stake, v.kind, v.role, v.note) for v in article.voices
        ),
        records=tuple(
            RecordData(r.id, r.title, r.publisher, _day(r.date), r.number, r.url, r.says)
            for r in article.records
        ),
        missing=tuple(MissingData(m.what, m.why, m.at) for m in article.missing),
        questions=tuple(QuestionData(q.ask, q.standard, q.answer) for q in article.questions),
        readings=tuple(_readings(article, readings)),
    )


def _readings(article: Article, readings: tuple[Reading, ...]) -> Iterator[ReadingData]:
    said = [answers[1:] for _, answers in on_statements(lay(article, readings))] if readings else []
    for number, reading in enumerate(readings):
        labels = [answers[number].label for answers in said]
        yield ReadingData(reading.reader, _day(reading.date), tuple(map(_basis, labels)))


def _basis(label: str) -> Basis | Literal[""]:
    return next((basis for basis in BASES if basis == label), "")


def _original(article: Article) -> OriginalData:
    original = article.original
    return OriginalData(
        title=original.title,
        author=original.author,
        publisher=original.publisher,
        published=_day(original.published),
        url=original.url,
        archived=original.archived,
        accessed=_day(original.accessed),
    )


def _figures(analysed: Analysed) -> FiguresData:
    figures = analysed.figures
    return FiguresData(
        statements=_counts(figures.statements),
        words=_counts(figures.words),
        framing_per_100_words=figures.framing.per_100_words,
        minutes=figures.minutes,
        voices=tuple(
            VoiceFiguresData(
                id=voice.id,
                statements=voice.statements,
                words=voice.words,
                load=round(voice.removal.load, 4),
                falls=voice.removal.falls,
                leans=voice.removal.leans,
            )
            for voice in figures.voices
        ),
    )


def _counts(counts: Counts) -> CountsData:
    return CountsData(counts.total, counts.sourced, counts.unsourced, counts.inferred)


def _names(article: Article, codebook: Codebook) -> NamesData:
    kinds = set(chain.from_iterable((s.kind, s.also_kind) for s in article.statements))
    techniques = set(chain.from_iterable((f.technique, f.also) for f in article.framing))
    return NamesData(
        kinds=_of(codebook.kinds, kinds),
        techniques=_of(codebook.techniques, techniques),
        frames=_of(codebook.frames, article.frames),
    )


def _of(entries: Iterable[Entry], ids: Iterable[str]) -> dict[str, str]:
    wanted = frozenset(ids)
    return {entry.id: entry.name for entry in entries if entry.id in wanted}


def _block(block: Block) -> BlockData:
    styles = tuple(StyleData(s.kind, s.start, s.end, s.href) for s in block.text.styles)
    return BlockData(block.text.text, block.kind, block.level, styles)


def _statement(statement: Statement) -> StatementData:
    return StatementData(
        id=statement.id,
        block=statement.span.block,
        start=statement.span.start,
        end=statement.span.end,
        basis=statement.basis,
        by=statement.voices,
        how=statement.how,
        kind=statement.kind,
        rests_on=statement.rests_on,
        see=statement.records,
        also=statement.also,
        also_kind=statement.also_kind,
        short=statement.short,
        note=_words(statement.note),
    )


def _framing(mark: Framing) -> FramingData:
    return FramingData(
        id=mark.id,
        block=mark.span.block,
        start=mark.span.start,
        end=mark.span.end,
        technique=mark.technique,
        wording=mark.wording,
        statement=mark.statement,
        plain=mark.plain,
        also=mark.also,
        note=_words(mark.note),
    )


def _words(note: Note | None) -> str:
    return "\n\n".join(paragraph.text for paragraph in note.paragraphs) if note else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(value: object) -> object:
    """A value as JSON holds it; of the parts of the file, without the fields that have their default."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    found: dict[str, object] = {}
    for name, key, default in (parts := _parts(type(value))):
        held = getattr(value, name)
        if held != default:
            found[key] = held if type(held) in _BARE else _plain(held)
    return found if parts else value


_BARE = frozenset((str, int))
"""The types of most values by far: JSON holds them as they are."""


_PARTS: dict[type[object], tuple[tuple[str, str, object], ...]] = {}


def _parts(kind: type[object]) -> tuple[tuple[str, str, object], ...]:
    """The fields of a part of the file: name, key and default; none of any other value."""
    if kind not in _PARTS:
        told = fields(kind) if is_dataclass(kind) else ()
        _PARTS[kind] = tuple((f.name, KEYS.get(f.name, f.name), f.default) for f in told)
    return _PARTS[kind]

"""The formats that there are: none of them is loaded by whoever needs only how an article is written."""

from __future__ import annotations

from generator.exchange import (
    brat,
    cas_xmi,
    doccano,
    hypothesis,
    label_studio,
    polnear,
    semeval_2020,
    semeval_2023,
    tables,
    web_annotation,
    webanno_tsv,
)
from generator.exchange.format import Format

FORMATS: tuple[Format, ...] = (
    web_annotation,
    hypothesis,
    brat,
    polnear,
    webanno_tsv,
    cas_xmi,
    label_studio,
    doccano,
    semeval_2020,
    semeval_2023,
    tables,
)
"""Every format, in the order in which they are listed."""

"""`whosays export dataset`: the whole library as one data set."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from generator.addresses import read_addresses
from generator.build import check
from generator.commands.shared import stop_on_errors
from generator.dataset import dataset
from generator.exchange.results import Written


def library_of(root: Path) -> Written:
    """The data set of the project at `root`, if its content has no error."""
    checked = check(root, today=date.today())
    stop_on_errors(checked)
    codebook = checked.content.codebook
    assert codebook is not None  # without one there is an error
    return dataset(checked.content.articles, codebook, read_addresses(root, os.environ).site)

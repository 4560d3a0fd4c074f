"""Quiz files for a school’s own system: each article’s questions in three published formats."""

from __future__ import annotations

from generator.analysis.figures import Analysed
from generator.pages import Around
from generator.quiz.cartridge import cartridge
from generator.quiz.moodle import moodle_xml
from generator.quiz.qti21 import qti21_package
from generator.quiz.questions import make_quiz


def quiz_files(analysed: Analysed, around: Around) -> dict[str, bytes]:
    """Give an article’s quiz files by their paths under `docs/`; none where it asks nothing."""
    quiz = make_quiz(analysed.article, around.codebook, around.address)
    if not quiz.questions:
        return {}
    path = f"articles/{quiz.id}/quiz/{quiz.id}"
    return {
        f"{path}-moodle.xml": moodle_xml(quiz),
        f"{path}-qti21.zip": qti21_package(quiz),
        f"{path}.imscc": cartridge(quiz),
    }

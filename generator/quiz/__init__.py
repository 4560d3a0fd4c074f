"""Quiz files for a school’s own system: each article’s questions in three published formats."""

from __future__ import annotations

from generator.pages import Library
from generator.quiz.cartridge import cartridge
from generator.quiz.moodle import moodle_xml
from generator.quiz.qti21 import qti21_package
from generator.quiz.questions import make_quiz


def quiz_files(library: Library) -> dict[str, bytes]:
    """Give every article’s quiz files by their paths under `docs/`."""
    files: dict[str, bytes] = {}
    for analysed in library.articles:
        quiz = make_quiz(analysed.article, library.codebook, library.address)
        if quiz.questions:
            path = f"articles/{quiz.id}/quiz/{quiz.id}"
            files[f"{path}-moodle.xml"] = moodle_xml(quiz)
            files[f"{path}-qti21.zip"] = qti21_package(quiz)
            files[f"{path}.imscc"] = cartridge(quiz)
    return files

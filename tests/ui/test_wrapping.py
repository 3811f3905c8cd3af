"""Texts that are read from the right, as they are painted line by line."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from deskstretch.ui.widgets.wrapping import unbreakable_parts, wrapped_from_the_right

WIDE = 10_000
FROM_THE_LEFT, TO_HERE = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def test_no_line_ends_in_a_space(qapp: QApplication) -> None:
    words = "بعض الكلمات التي لا تتسع لها سطر واحد"
    lines = wrapped_from_the_right(words, QFont(), 80).split("\n")
    assert len(lines) > 2
    assert lines == [line.strip() for line in lines]
    assert " ".join(lines) == words


def test_paragraphs_stay_apart(qapp: QApplication) -> None:
    assert wrapped_from_the_right("one\n\ntwo", QFont(), WIDE) == "one\n\ntwo"


@pytest.mark.parametrize("path", ["/home/anna/log.txt", "~/log", "C:\\Users\\anna\\log.txt"])
def test_a_path_is_still_read_from_the_left(qapp: QApplication, path: str) -> None:
    words = wrapped_from_the_right(f"الملف {path}; هنا 3/4", QFont(), WIDE)
    assert words == f"الملف {FROM_THE_LEFT}{path}{TO_HERE}; هنا 3/4"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Sit tall, then bend.", ["Sit", "tall,", "then", "bend."]),
        ("椅子に座る。", ["椅", "子", "に", "座", "る。"]),
        ("", []),
    ],
)
def test_a_text_may_be_wrapped_where_its_language_allows(words: str, parts: list[str]) -> None:
    assert unbreakable_parts(words) == parts

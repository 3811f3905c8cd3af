"""Names and numbers line by line: a number stays with what it counts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.lines_card import LinesCard
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.ui.widgets.wrapping import unbreakable_parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("held to the end 2 of 3", ["held", "to", "the", "end", "2 of 3"]),
        ("1 min 15 s of 1 min 30 s · 83 %", ["1 min 15 s", "of", "1 min 30 s", "·", "83 %"]),
        ("cut short", ["cut", "short"]),
    ],
)
def test_a_number_is_not_parted_from_what_it_counts(
    qtbot: QtBot, words: str, parts: list[str]
) -> None:
    card = LinesCard(LIGHT, "Stretches")
    qtbot.addWidget(card)
    card.show_lines([("Chair hamstring", words)])
    shown = card.findChildren(TextLabel)[-1].text()
    assert [part.replace("\N{NO-BREAK SPACE}", " ") for part in unbreakable_parts(shown)] == parts
    assert card.table() == f"Chair hamstring: {words}"


def test_without_lines_it_says_so_in_its_table_too(qtbot: QtBot) -> None:
    card = LinesCard(LIGHT, "Stretches", "None yet")
    qtbot.addWidget(card)
    card.show_lines([("Chair hamstring", "cut short")])
    card.show_lines([])
    assert card.table() == "None yet"

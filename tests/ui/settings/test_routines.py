"""Routines are made, changed and removed in the settings window, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.settings import BreakSettings, DeskSettings, Settings
from deskstretch.core.words import exact_words
from deskstretch.ui.settings.line_button import LineButton
from deskstretch.ui.settings.routine_card import RoutineCard
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.settings.words import group_title
from deskstretch.ui.theme import DARK, LIGHT
from tests.core.shipped import shipped_catalogue
from tests.ui.clipping import clipped_texts, settle, text_size
from tests.ui.settings.test_look import colours, is_in_view
from tests.ui.settings.windows import PretendFile, make_window, type_into

EXERCISES = shipped_catalogue().exercises
LUNCH = Routine(
    "lunch",
    "Lunch",
    (
        RoutineItem("chair-hamstring", hold_seconds=20, repetitions=2),
        RoutineItem("seated-figure-four"),
        RoutineItem("deep-breathing"),
    ),
)
EVENING = Routine("evening", "Evening", (RoutineItem("cat-camel"), RoutineItem("happy-baby")))
SETTINGS = Settings(routines=(LUNCH, EVENING))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SettingsWindow]:
    window = make_window(SETTINGS)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.resize(900, 700)
    window.show()
    open_routines(window)
    yield window
    shiboken6.delete(window)


@pytest.fixture
def file(window: SettingsWindow) -> PretendFile:
    return PretendFile(window, SETTINGS)


def open_routines(window: SettingsWindow) -> None:
    pills = {pill.text(): pill for pill in window.groups.controls}
    pills[group_title("routines")].click()
    settle()


def card_of(window: SettingsWindow, name: str) -> RoutineCard:
    return next(card for card in window.routines.cards if card.name.text() == name)


def add(card: RoutineCard, name: str) -> None:
    if card.stretches.isHidden():
        card.opener.click()
    next(button for button in card.stretches.controls if button.text() == name).click()


def names_on(card: RoutineCard) -> list[str]:
    return [line.title.text() for line in card.lines]


def routine_in(file: PretendFile, routine_id: str) -> Routine:
    return {routine.id: routine for routine in file.settings.routines}[routine_id]


def exact_length(routine: Routine) -> str:
    return exact_words(length_seconds(plan_steps(routine, EXERCISES)))


def test_each_routine_has_a_card_with_its_length_to_the_second(window: SettingsWindow) -> None:
    assert [card.name.text() for card in window.routines.cards] == ["Evening", "Lunch"]
    for routine in (LUNCH, EVENING):
        card = card_of(window, routine.name)
        assert card.length.text() == exact_length(routine)
        assert names_on(card) == [EXERCISES[item.exercise].name for item in routine.items]


def test_a_new_routine_is_kept_with_its_first_stretch(
    window: SettingsWindow, file: PretendFile
) -> None:
    window.routines.new.click()
    card = window.routines.draft
    assert card is not None
    assert QApplication.focusWidget() is card.name
    QTest.keyClicks(card.name, "After lunch")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert file.told == []
    add(card, "Seated hamstring")
    made = Routine("after-lunch", "After lunch", (RoutineItem("chair-hamstring"),))
    assert file.told == [("routines.after-lunch", made)]
    assert window.routines.draft is None
    add(card, "Slow breathing")
    assert names_on(card) == ["Seated hamstring", "Slow breathing"]
    assert card.length.text() == exact_length(routine_in(file, "after-lunch"))
    assert window.routines.cards[0] is card


def test_a_new_routine_gets_an_id_of_its_own(window: SettingsWindow, file: PretendFile) -> None:
    for _ in range(2):
        window.routines.new.click()
        card = window.routines.draft
        assert card is not None
        type_into(card.name, "Lunch")
        QTest.keyClick(card.name, Qt.Key.Key_Return)
        add(card, "Pelvic tilt")
    ids = [routine.id for routine in file.settings.routines]
    assert ids == ["lunch", "evening", "lunch-2", "lunch-3"]


def test_a_draft_can_be_given_up(window: SettingsWindow, file: PretendFile) -> None:
    window.routines.new.click()
    draft = window.routines.draft
    assert draft is not None
    draft.remove.click()
    assert window.routines.draft is None
    assert file.told == []
    assert not draft.isVisible()


def test_a_routine_gets_another_name_and_keeps_its_id(
    window: SettingsWindow, file: PretendFile
) -> None:
    card = card_of(window, "Lunch")
    type_into(card.name, "  At   noon")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert routine_in(file, "lunch").name == "At noon"
    assert len(file.told) == 1
    type_into(card.name, "")
    QTest.keyClick(card.name, Qt.Key.Key_Return)
    assert card.name.text() == "At noon"
    assert len(file.told) == 1


def test_a_stretch_is_moved_by_keyboard_and_the_keyboard_goes_with_it(
    window: SettingsWindow, file: PretendFile
) -> None:
    card = card_of(window, "Lunch")
    card.lines[0].down.setFocus()
    for _ in range(2):
        here = QApplication.focusWidget()
        assert isinstance(here, LineButton)
        QTest.keyClick(here, Qt.Key.Key_Return)
    first, second, third = LUNCH.items
    assert routine_in(file, "lunch").items == (second, third, first)
    assert QApplication.focusWidget() is card.lines[2].up
    assert not card.lines[2].down.isEnabled()
    card.lines[2].up.click()
    assert routine_in(file, "lunch").items == (second, first, third)
    assert card.length.text() == exact_length(LUNCH)


def test_stretches_can_be_taken_out_but_the_last(window: SettingsWindow, file: PretendFile) -> None:
    card = card_of(window, "Lunch")
    card.lines[1].remove.click()
    assert routine_in(file, "lunch").items == (LUNCH.items[0], LUNCH.items[2])
    card.lines[0].remove.click()
    assert routine_in(file, "lunch").items == LUNCH.items[2:]
    assert not card.lines[0].remove.isEnabled()


def test_every_change_can_be_taken_back(window: SettingsWindow, file: PretendFile) -> None:
    card = card_of(window, "Lunch")
    type_into(card.name, "Noon")
    card.lines[1].up.click()
    add(card, "Pelvic tilt")
    window.routines.new.click()
    draft = window.routines.draft
    assert draft is not None
    add(draft, "Pelvic tilt")
    card_of(window, "Evening").remove.click()
    while window.foot.undo.isEnabled():
        window.foot.undo.click()
    assert set(file.settings.routines) == set(SETTINGS.routines)
    assert {card.name.text() for card in window.routines.cards} == {"Lunch", "Evening"}


def test_undo_says_what_comes_back(window: SettingsWindow, file: PretendFile) -> None:
    add(card_of(window, "Lunch"), "Pelvic tilt")
    assert window.foot.undo.toolTip() == "Lunch: as it was before"


def test_a_refused_change_is_said_and_not_shown(window: SettingsWindow, file: PretendFile) -> None:
    file.refusal = "The file is broken."
    card = card_of(window, "Lunch")
    type_into(card.name, "Noon")
    add(card, "Pelvic tilt")
    assert window.foot.trouble == "The file is broken."
    assert card.name.text() == "Lunch"
    assert len(card.lines) == 3
    window.routines.new.click()
    draft = window.routines.draft
    assert draft is not None
    add(draft, "Pelvic tilt")
    assert window.routines.draft is draft
    assert draft.lines == ()


def test_a_routine_that_is_chosen_for_a_break_can_be_removed(
    window: SettingsWindow, file: PretendFile
) -> None:
    row = window.rows["breaks.long_routine"]
    pills = {pill.text(): pill for pill in row.findChildren(QRadioButton)}
    pills["Evening"].click()
    assert file.settings.breaks == BreakSettings(long_routine="evening")
    card_of(window, "Evening").remove.click()
    assert file.settings.breaks == BreakSettings()
    assert file.settings.routines == (LUNCH,)
    window.foot.undo.click()
    assert file.settings.breaks.long_routine == "evening"
    assert set(file.settings.routines) == set(SETTINGS.routines)


def test_a_new_name_shows_where_a_routine_is_chosen(
    window: SettingsWindow, file: PretendFile
) -> None:
    card = card_of(window, "Evening")
    type_into(card.name, "Night")
    card.finish()
    row = window.rows["breaks.short_routine"]
    names = [pill.text() for pill in row.findChildren(QRadioButton) if not pill.isHidden()]
    assert names[0] == "Chosen for me"
    assert names[-2:] == ["Lunch", "Night"]


def test_a_chosen_routine_that_there_is_not_is_shown_by_its_id(qtbot: QtBot) -> None:
    window = make_window(Settings(breaks=BreakSettings(short_routine="gone")))
    qtbot.addWidget(window)
    row = window.rows["breaks.short_routine"]
    assert [pill.text() for pill in row.findChildren(QRadioButton) if pill.isChecked()] == ["gone"]


def test_what_keeps_a_routine_from_being_offered_is_said(
    window: SettingsWindow, file: PretendFile
) -> None:
    card = card_of(window, "Evening")
    assert card.note.text() == "Not offered. Cat-camel: floor stretches are off."
    window.show_settings(Settings(desk=DeskSettings(floor=True), routines=SETTINGS.routines))
    assert not card.note.isVisible()


def test_a_stretch_that_is_not_known_is_said_and_can_be_taken_out(qtbot: QtBot) -> None:
    slip = Routine("slip", "Slip", (RoutineItem("knee-rols"), RoutineItem("deep-breathing")))
    window = make_window(Settings(routines=(slip,)))
    qtbot.addWidget(window)
    file = PretendFile(window, Settings(routines=(slip,)))
    (card,) = window.routines.cards
    assert names_on(card)[0] == "knee-rols"
    assert card.length.text() == ""
    assert card.note.text() == "Not offered: it holds a stretch that is not known."
    card.lines[0].remove.click()
    assert routine_in(file, "slip").items == slip.items[1:]
    assert card.length.text() == exact_length(routine_in(file, "slip"))


def test_a_name_being_typed_stays_when_the_file_changes_elsewhere(
    window: SettingsWindow, file: PretendFile
) -> None:
    card = card_of(window, "Lunch")
    type_into(card.name, "Noo")
    window.show_settings(
        Settings(snooze=SETTINGS.snooze, breaks=BreakSettings(50), routines=SETTINGS.routines)
    )
    assert card.name.text() == "Noo"


def test_the_search_finds_routines_by_name(window: SettingsWindow) -> None:
    window.search.setText("evening")
    assert window.routines.isVisible()
    window.search.setText("typing")
    assert not window.routines.isVisible()


def test_assistive_technology_hears_which_stretch_a_button_moves(window: SettingsWindow) -> None:
    line = card_of(window, "Lunch").lines[1]
    assert [button.accessibleName() for button in line.buttons] == [
        "Move Seated figure-four up",
        "Move Seated figure-four down",
        "Take Seated figure-four out",
    ]
    assert line.up.accessibleDescription() == "Place 2 of 3"


def test_tab_goes_through_the_routines_from_top_to_foot(
    window: SettingsWindow, file: PretendFile, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.routines.new.click()
    draft = window.routines.draft
    assert draft is not None
    add(draft, "Pelvic tilt")
    add(draft, "Slow breathing")
    settle()
    window.routines.new.setFocus()
    passed: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in passed:
        passed.append(here)
        assert is_in_view(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    stops = [stop for card in window.routines.cards for stop in card.tab_stops()]
    shown = [stop for stop in stops if stop.isVisible() and stop.isEnabled()]
    assert passed[: len(shown) + 1] == [window.routines.new, *shown]
    assert passed[len(shown) + 1] is window.foot.undo


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 700, 940])
@pytest.mark.usefixtures("letters")
def test_nothing_is_clipped_at_any_size(qtbot: QtBot, factor: float, width: int) -> None:
    with text_size(factor):
        slip = Routine("slip", "Slip", (RoutineItem("knee-rols"),))
        window = make_window(Settings(routines=(*SETTINGS.routines, slip)))
        qtbot.addWidget(window)
        window.resize(width, 600)
        window.show()
        open_routines(window)
        card_of(window, "Lunch").opener.click()
        window.routines.new.click()
        settle()
        assert clipped_texts(window.routines) == []
        scroll = window.findChild(QScrollArea)
        assert scroll is not None
        content = scroll.widget()
        assert content is not None
        assert content.width() <= scroll.viewport().width()
        window.close()


def test_another_theme_reaches_what_is_made_later(window: SettingsWindow) -> None:
    window.set_theme(DARK)
    window.routines.new.click()
    settle()
    shown = colours(window.routines.grab().toImage())
    assert DARK.card.rgb() in shown
    assert LIGHT.line.rgb() not in shown
    assert LIGHT.ink.rgb() not in shown

"""The library finds, shows, starts and changes, and changes nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Side, with_side
from deskstretch.core.safety import SAFETY_WORDS
from deskstretch.core.settings import DeskSettings
from deskstretch.ui.library.filter_pill import FilterPill
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.reading_scroll import ReadingScroll
from deskstretch.ui.library.stretch_list import StretchList
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.theme import DARK
from deskstretch.ui.widgets.text_label import TextLabel
from tests.core.shipped import shipped_catalogue
from tests.ui.library.windows import PretendSettings, button, child, make_window, offered

EXERCISES = shipped_catalogue().exercises


@pytest.fixture
def window(qtbot: QtBot) -> LibraryWindow:
    window = make_window()
    window.show()
    return window


def shown_ids(window: LibraryWindow) -> list[str]:
    return child(window, StretchList).shown_ids


def words_in(window: QWidget) -> set[str]:
    """Every text that can be read or scrolled to."""
    return {label.text() for label in window.findChildren(TextLabel) if label.isVisibleTo(window)}


def pill(window: LibraryWindow, title: str) -> FilterPill:
    (found,) = (
        each
        for each in window.findChildren(FilterPill)
        if each.accessibleName().startswith(f"{title}:")
    )
    return found


def pick(window: LibraryWindow, title: str, entry: str) -> None:
    menu = pill(window, title).menu()
    next(action for action in menu.actions() if action.text() == entry).trigger()


# Finding.


def test_all_29_are_listed_and_the_first_is_shown(window: LibraryWindow) -> None:
    assert shown_ids(window) == list(EXERCISES)
    assert window.chosen_id == "seated-posture-check"
    assert {"29 stretches", "Sit-tall check"} <= words_in(window)


def test_typing_narrows_the_list_and_clearing_brings_all_back(window: LibraryWindow) -> None:
    QTest.keyClicks(child(window, QLineEdit), "towel calves")
    assert shown_ids(window) == ["lying-hamstring-towel"]
    assert window.chosen_id == "lying-hamstring-towel"
    assert "1 of 29" in words_in(window)
    button(window, "Clear").click()
    assert len(shown_ids(window)) == 29
    assert "Clear" not in offered(window)


def test_place_area_and_equipment_filter_together(window: LibraryWindow) -> None:
    pick(window, "Place", "On the floor")
    pick(window, "Area", "Buttocks")
    pick(window, "Equipment", "Pillow")
    assert shown_ids(window) == ["happy-baby"]
    assert pill(window, "Place").accessibleName() == "Place: On the floor"
    pick(window, "Area", "Any area")
    assert shown_ids(window) == ["kneeling-hip-flexor", "happy-baby"]


def test_what_is_shown_stays_while_it_is_found(window: LibraryWindow) -> None:
    window.choose("standing-hamstring")
    child(window, QLineEdit).setText("standing")
    assert window.chosen_id == "standing-hamstring"


def test_where_nothing_is_found_the_count_says_so(window: LibraryWindow) -> None:
    child(window, QLineEdit).setText("qzx")
    assert shown_ids(window) == []
    assert "None of 29" in words_in(window)


# Showing.


def test_everything_known_of_each_stretch_can_be_read(window: LibraryWindow) -> None:
    for exercise in EXERCISES.values():
        assert window.choose(exercise.id)
        side = exercise.side_order[0]
        texts = [exercise.name, *exercise.steps, exercise.feel]
        texts += [*exercise.cues, *exercise.mistakes, *exercise.cautions]
        wanted = {with_side(text, side) for text in texts}
        wanted |= {f"{source.title}: {source.says}." for source in exercise.sources}
        assert wanted <= words_in(window)


def test_numbers_that_no_document_gives_are_said_to_be_ours(window: LibraryWindow) -> None:
    window.choose("childs-pose")
    assert "The numbers are ours: no source gives a number." in words_in(window)


def test_the_other_side_has_its_own_words_and_stays_chosen(window: LibraryWindow) -> None:
    window.choose("chair-hamstring")
    left_leg = next(e for e in window.findChildren(QRadioButton) if e.text() == "Left leg")
    left_leg.click()
    step = EXERCISES["chair-hamstring"].steps[1]
    assert with_side(step, Side.LEFT) in words_in(window)
    window.choose("seated-figure-four")
    assert any("left" in text for text in words_in(window))


def test_a_stretch_for_both_sides_offers_none(window: LibraryWindow) -> None:
    window.choose("deep-breathing")
    assert not any(each.isVisible() for each in window.findChildren(QRadioButton))


def test_a_stretch_without_a_figure_shows_words_alone(qtbot: QtBot) -> None:
    plain = msgspec.structs.replace(EXERCISES["chair-hamstring"], figure=msgspec.UNSET)
    window = make_window(catalogue=Catalogue({plain.id: plain}))
    window.show()
    assert not child(window, Preview).isVisible()
    assert plain.cues[0] in words_in(window)


def test_an_empty_catalogue_opens_too(qtbot: QtBot) -> None:
    window = make_window(catalogue=Catalogue())
    window.show()
    assert window.chosen_id is None
    button(window, "Start now").click()


def test_the_safety_words_are_in_sight_and_unfold(window: LibraryWindow) -> None:
    assert any(SAFETY_WORDS[2] in text for text in words_in(window))
    button(window, "Safety").click()
    assert "\n".join(SAFETY_WORDS) in words_in(window)


def test_trouble_is_told_and_taken_back(window: LibraryWindow) -> None:
    window.tell_trouble("exercises.json: not JSON")
    assert "exercises.json: not JSON" in words_in(window)
    window.tell_trouble("")
    assert "exercises.json: not JSON" not in words_in(window)


def test_text_from_a_file_is_never_rich(qtbot: QtBot) -> None:
    odd = msgspec.structs.replace(
        EXERCISES["chair-hamstring"], name="<b>Bold & brave</b>", cues=("<img src=x>",)
    )
    window = make_window(catalogue=Catalogue({odd.id: odd}))
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in window.findChildren(TextLabel)
    )


# Starting and changing.


def test_start_now_tells_which_stretch(window: LibraryWindow, qtbot: QtBot) -> None:
    window.choose("seated-figure-four")
    with qtbot.waitSignal(window.start_chosen) as told:
        button(window, "Start now").click()
    assert told.args == ["seated-figure-four"]


def test_favourites_come_and_go(window: LibraryWindow) -> None:
    settings = PretendSettings(window, DeskSettings())
    window.choose("cat-camel")
    button(window, "Favourite").click()
    assert "Favourite · floor stretches are off" in words_in(window)
    button(window, "Remove favourite").click()
    assert settings.told == [("desk.favourites", ("cat-camel",)), ("desk.favourites", ())]
    assert window.chosen_id == "cat-camel"


def test_what_is_left_out_can_be_used_again(window: LibraryWindow) -> None:
    settings = PretendSettings(window, DeskSettings(left_out=("belly-flop",)))
    window.choose("chair-hamstring")
    button(window, "Leave out").click()
    assert settings.told == [("desk.left_out", ("chair-hamstring",))]
    button(window, "Use again").click()
    assert settings.desk.left_out == ()


def test_a_stretch_that_is_off_is_switched_on_step_by_step(window: LibraryWindow) -> None:
    settings = PretendSettings(window, DeskSettings())
    window.choose("supported-bridge")
    button(window, "Allow floor stretches").click()
    button(window, "Switch on").click()
    assert settings.told == [("desk.floor", True), ("desk.chosen", ("supported-bridge",))]
    assert offered(window).isdisjoint({"Switch on", "Allow floor stretches"})


def test_nothing_changes_until_the_settings_do(window: LibraryWindow) -> None:
    window.choose("chair-hamstring")
    button(window, "Leave out").click()
    assert "Leave out" in offered(window)


# By keyboard and ear.


def test_the_list_has_the_keyboard_at_first_and_arrows_choose(window: LibraryWindow) -> None:
    stretches = child(window, StretchList)
    assert window.focusWidget() is stretches
    QTest.keyClick(stretches, Qt.Key.Key_Down)
    assert window.chosen_id == "chair-hamstring"


def test_the_down_arrow_leads_from_the_search_into_the_list(window: LibraryWindow) -> None:
    search = child(window, QLineEdit)
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert window.focusWidget() is child(window, StretchList)


def in_focus_order(window: QWidget) -> Iterator[QWidget]:
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        yield each
        each = each.nextInFocusChain()


def test_tab_reaches_everything_that_can_be_done(window: LibraryWindow) -> None:
    window.choose("supported-bridge")
    window.activateWindow()
    names = {
        each.accessibleName() or getattr(each, "text", str)()
        for each in in_focus_order(window)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(window)
    }
    assert names >= {
        "Search stretches",
        "Place: any",
        "Area: any",
        "Equipment: any",
        "Stretches",
        "About this stretch",
        "Start now",
        "Favourite",
        "Leave out",
        "Allow floor stretches",
        "Safety",
    }


def test_the_page_scrolls_by_the_arrow_keys(window: LibraryWindow) -> None:
    window.resize(window.width(), window.minimumHeight())
    QTest.qWait(0)
    page = child(window, ReadingScroll)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > 0


def test_escape_closes(window: LibraryWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(child(window, StretchList), Qt.Key.Key_Escape)


def test_a_row_says_all_of_itself_to_a_screen_reader(qtbot: QtBot) -> None:
    window = make_window(DeskSettings(left_out=("seated-posture-check",)))
    stretches = child(window, StretchList)
    model = stretches.model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sit-tall check. On a chair · lower back, upper back, shoulders. left out"
    interface = QAccessible.queryAccessibleInterface(stretches)
    assert interface.role() is QAccessible.Role.List


def test_the_theme_reaches_every_part(window: LibraryWindow) -> None:
    window.set_theme(DARK)
    image = window.grab().toImage()
    assert image.pixelColor(2, 2) == DARK.paper
    preview = child(window, Preview)
    assert preview.grab().toImage().pixelColor(preview.width() // 2, 3) == DARK.paper

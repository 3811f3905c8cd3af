"""Speaks a language in which every word stands in brackets, and looks for words without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.catalogue_language import in_language
from deskstretch.core.declaration import declarations
from deskstretch.core.held import AreaHeld, HeldSeconds
from deskstretch.core.planner.status import StateName
from deskstretch.core.prompt import PromptContent
from deskstretch.core.proposal import content_of, named_proposal
from deskstretch.core.routine import plan_steps
from deskstretch.core.settings import Settings
from deskstretch.core.suggestion import Suggestion
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.words import left_words, ring_face, said_words
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.settings.list_editor import ListEditor
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.tray.host import TrayHost
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.tray import Tray
from deskstretch.ui.week.number_chart import NumberChart
from deskstretch.ui.week.window import WeekWindow
from deskstretch.ui.week.words import area_lines
from deskstretch.ui.welcome.window import WelcomeWindow
from tests.core.shipped import shipped_catalogue
from tests.ui import every_window
from tests.ui.clipping import settle
from tests.ui.every_window import EVERY_WINDOW, MadeUpClock
from tests.ui.made_up_languages import MARKED, spoken
from tests.ui.painted_texts import painted_texts
from tests.ui.tray.readings import reading
from tests.ui.week.weeks import SUGGESTION, PretendReviews

_IN_BRACKETS = re.compile(r"«[^«»]*»?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_KEPT = {
    "DeskStretch",
    # The settings file of the tests.
    *("home", "anna", "config", "deskstretch", "settings", "toml"),
    # What the settings file has for working hours.
    *("always", "Always", "off"),
    # The languages, each in itself.
    *("English", "Deutsch", "Français", "Español", "日本語", "العربية"),
    # What the keys of a keyboard and of combinations are called.
    *("Ctrl", "Alt", "Shift", "Super", "Esc"),
}
"""Words that are the same in every language."""


@pytest.fixture(autouse=True)
def brackets_are_spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everywhere, and in what the windows of the tests are given."""
    catalogue = _catalogue()
    monkeypatch.setattr(every_window, "shipped_catalogue", lambda: catalogue)
    monkeypatch.setattr(every_window, "prompt_content", _prompt_content)
    for name in ("TROUBLE", "NO_TRAY_WORDS", "PILL_WORDS", "OFFICE"):
        monkeypatch.setattr(every_window, name, MARKED.gettext(getattr(every_window, name)))
    monkeypatch.setattr(every_window, "SUGGESTION", _marked(SUGGESTION))
    monkeypatch.setattr(
        PretendReviews,
        "stretch_names",
        lambda _self: {"chair-hamstring": MARKED.gettext("Chair hamstring stretch")},
    )
    with spoken(MARKED):
        yield


@pytest.mark.parametrize("name", EVERY_WINDOW)
def test_a_window_says_nothing_untranslated(qtbot: QtBot, name: str) -> None:
    window = EVERY_WINDOW[name](LIGHT)
    _show(qtbot, window)
    assert untranslated(window) == []


def test_every_group_of_settings_is_translated(qtbot: QtBot) -> None:
    window = every_window.settings(LIGHT)
    assert isinstance(window, SettingsWindow)
    _show(qtbot, window)
    for editor in window.findChildren(ListEditor):
        editor.findChildren(QAbstractButton)[0].click()
    window.routines.new.click()
    for pill in window.groups.controls:
        pill.click()
        settle()
        assert untranslated(window) == []


def test_what_was_changed_and_how_to_undo_it_is_translated(qtbot: QtBot) -> None:
    window = every_window.settings(LIGHT)
    assert isinstance(window, SettingsWindow)
    _show(qtbot, window)
    for each in declarations():
        row = window.rows.get(each.key)
        if row is not None:
            row.reset.show()
            row.refuse(MARKED.gettext("no"))
    window.search.setText("«nothing»")
    assert untranslated(window) == []


def test_every_page_of_the_welcome_is_translated(qtbot: QtBot) -> None:
    window = every_window.welcome(LIGHT)
    assert isinstance(window, WelcomeWindow)
    _show(qtbot, window)
    for _page in window.pages:
        settle()
        assert untranslated(window) == []
        assert _words_outside(window.page.words()) == []
        if window.page is not window.ready:
            window.go_on.click()


def test_every_stretch_in_the_library_is_translated(qtbot: QtBot) -> None:
    window = every_window.library(LIGHT)
    assert isinstance(window, LibraryWindow)
    _show(qtbot, window)
    for exercise_id in _catalogue().exercises:
        window.choose(exercise_id)
        settle()
        assert untranslated(window) == []


def test_the_question_before_deleting_is_translated(qtbot: QtBot) -> None:
    window = EVERY_WINDOW["week"](LIGHT)
    assert isinstance(window, WeekWindow)
    _show(qtbot, window)
    window.deleting.begin.click()
    for pill in window.deleting.choices.controls:
        pill.click()
        assert untranslated(window) == []


def test_all_that_the_guide_says_on_its_way_is_translated(qtbot: QtBot) -> None:
    catalogue, clock = _catalogue(), MadeUpClock()
    said: set[str] = set()
    for routine in catalogue.routines.values():
        runner = GuideRunner(plan_steps(routine, catalogue.exercises), clock)
        runner.start()
        while not runner.view.finished:
            exercise = catalogue.exercises[runner.view.step.exercise_id]
            said |= {said_words(runner.view, exercise), ring_face(runner.view, exercise).word}
            said.add(left_words(runner.view))
            clock.now = clock.now.later(1.0)
            runner.advance()
    assert len(said) > 20
    assert [word for text in sorted(said) for word in _words_outside(text)] == []


def test_long_and_short_times_held_are_translated() -> None:
    for seconds in (20.0, 700.0, 20_000.0):
        held = HeldSeconds(left=seconds, right=seconds, both=seconds)
        assert _words_outside(area_lines(AreaHeld("lower back", held))) == []


@pytest.mark.parametrize("state", list(StateName))
def test_the_tray_is_translated(qtbot: QtBot, state: StateName) -> None:
    orders = Orders(reading(state, trouble=MARKED.gettext("trouble"), held_back_by=("camera",)))
    tray = Tray(orders, TrayHost())
    assert untranslated(tray.menu) == []
    assert _words_outside(orders.reading.headline) == []


def test_an_open_tray_menu_follows_a_change_of_language(qtbot: QtBot) -> None:
    orders = Orders(reading())
    tray = Tray(orders, TrayHost())
    orders.reading_wanted.connect(lambda: orders.show(reading()))
    with spoken(MARKED):
        tray.menu.aboutToShow.emit()
    words = [action.text() for action in _actions_of(tray.menu)]
    tray.menu.aboutToShow.emit()
    assert "«Settings»" in words
    assert "Settings" in [action.text() for action in _actions_of(tray.menu)]


def test_a_word_that_is_not_translated_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    label = QLabel("«Some» words", window)
    label.setToolTip("«A» tip")
    qtbot.addWidget(window)
    assert untranslated(window) == ["tip", "words"]


def untranslated(window: QWidget) -> list[str]:
    """The words without brackets in all that the window says or has to say, in order."""
    return list(dict.fromkeys(word for text in _texts(window) for word in _words_outside(text)))


def _texts(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.windowTitle()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield _without_markup(widget.toolTip())
        yield from _texts_of_kind(widget)
        if widget.isVisible() and not widget.size().isEmpty():
            yield from (text.words for text in painted_texts(widget))
    for action in _actions_of(window):
        yield action.text()
        yield _without_markup(action.toolTip())


def _texts_of_kind(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.text()
            yield widget.placeholderText()
        case QSpinBox():
            yield widget.suffix()
        case QMenu():
            yield widget.title()
        case NumberChart():
            yield widget.table()
            yield from (widget.lines_of(part) for part in range(widget.part_count()))
        case QAbstractItemView():
            yield from _texts_of_model(widget.model())


def _texts_of_model(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for role in roles:
            yield str(model.index(row, 0).data(role))


def _actions_of(window: QWidget) -> list[QAction]:
    return [*window.actions(), *window.findChildren(QAction)]


def _without_markup(tip: str) -> str:
    return re.sub(r"<[^<>]*>", " ", tip)


def _words_outside(text: str) -> list[str]:
    return [word for word in _WORD.findall(_IN_BRACKETS.sub(" ", text)) if word not in _KEPT]


def _catalogue() -> Catalogue:
    return in_language(shipped_catalogue(), MARKED.gettext)


def _prompt_content() -> PromptContent:
    settings = Settings()
    catalogue = _catalogue()
    proposal = named_proposal(catalogue, settings, every_window.ROUTINE, ())
    return content_of(proposal, settings, sitting_seconds=2700.0, snoozes_left=2)


def _marked(suggestion: Suggestion) -> Suggestion:
    words = {
        field: MARKED.gettext(getattr(suggestion, field))
        for field in ("evidence", "question", "button", "done")
    }
    return msgspec.structs.replace(suggestion, **words)


def _show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.show()
    settle()

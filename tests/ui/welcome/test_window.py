"""The welcome tells only what the person changed, can be left at any time, and fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.first_stretch import first_stretch
from deskstretch.core.managed import Managed
from deskstretch.core.safety import SAFETY_WORDS
from deskstretch.core.settings import DeskSettings, Settings, WorkingHours
from deskstretch.core.simple_hours import SimpleHours
from deskstretch.core.working_hours import WEEKDAYS
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.settings.check_boxes import Switch
from deskstretch.ui.theme import DARK, LIGHT
from deskstretch.ui.welcome.pages import HoursPage
from deskstretch.ui.welcome.window import WelcomeWindow
from deskstretch.ui.widgets.text_label import TextLabel
from tests.core.shipped import shipped_catalogue
from tests.ui.clipping import clipped_texts, settle, text_size
from tests.ui.settings.windows import type_into, with_value

OFFICE = SimpleHours().as_setting()
ODD = WorkingHours(monday="08:00-12:00", friday="off")


def make_window(settings: Settings | None = None, *, reduced_motion: bool = False) -> WelcomeWindow:
    settings = settings or Settings()
    catalogue = shipped_catalogue()
    first = first_stretch(catalogue, settings.desk)
    window = WelcomeWindow(
        LIGHT, settings, catalogue, first, FigureAppearance(), reduced_motion=reduced_motion
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return window


class PretendFile:
    """Takes every change at once, or refuses them all; keeps what it was told."""

    def __init__(self, window: WelcomeWindow, settings: Settings | None = None) -> None:
        self.window = window
        self.settings = settings or Settings()
        self.told: dict[str, Any] = {}
        self.refusal: str | None = None
        window.setting_changed.connect(self._change)

    def _change(self, key: str, value: Any) -> None:
        self.told[key] = value
        if self.refusal is not None:
            self.window.refuse(self.refusal)
            return
        self.settings = with_value(self.settings, key, value)
        self.window.show_settings(self.settings)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WelcomeWindow]:
    window = make_window()
    window.show()
    yield window
    shiboken6.delete(window)


@pytest.fixture
def file(window: WelcomeWindow) -> PretendFile:
    return PretendFile(window)


def go_to(window: WelcomeWindow, page: QWidget) -> None:
    while window.page is not page:
        window.go_on.click()


def said(window: WelcomeWindow) -> str:
    labels = window.page.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_going_through_without_a_choice_changes_nothing(
    window: WelcomeWindow, file: PretendFile
) -> None:
    for _ in window.pages:
        window.go_on.click()
    assert not window.isVisible()
    assert file.told == {}


def test_all_safety_words_are_shown_before_anything_is_to_be_tried(window: WelcomeWindow) -> None:
    window.go_on.click()
    for words in SAFETY_WORDS:
        assert words in said(window)
    assert "This hurts" in said(window)


@pytest.mark.parametrize("pages", range(5))
def test_escape_leaves_from_any_page(window: WelcomeWindow, file: PretendFile, pages: int) -> None:
    for _ in range(pages):
        window.go_on.click()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert file.told == {}


def test_skip_leaves(window: WelcomeWindow) -> None:
    window.skip.click()
    assert not window.isVisible()


def test_return_alone_goes_through_all_of_it(window: WelcomeWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number in range(len(window.pages)):
        assert window.pages.index(window.page) == number
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_one_can_go_back(window: WelcomeWindow) -> None:
    assert not window.back.isVisible()
    window.go_on.click()
    window.back.click()
    assert window.page is window.pages[0]
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is window.pages[0]


def test_another_interval_is_told_on_the_way_on(window: WelcomeWindow, file: PretendFile) -> None:
    go_to(window, window.hours)
    editor = window.hours.rows["breaks.interval_minutes"].editor
    spin = editor.focusProxy()
    assert spin is not None
    type_into(spin, "30")
    assert file.told == {}
    window.go_on.click()
    assert file.told == {"breaks.interval_minutes": 30}


def test_choosing_some_days_offers_an_office_week(window: WelcomeWindow, file: PretendFile) -> None:
    go_to(window, window.hours)
    window.hours.hours.some_days.click()
    assert file.settings.working_hours == OFFICE
    assert window.hours.hours.some_days.isChecked()
    assert window.hours.hours.start.isVisible()
    window.hours.hours.always.click()
    assert file.settings.working_hours == WorkingHours()
    assert not window.hours.hours.start.isVisible()


def test_days_and_times_are_told_as_they_are_chosen(
    window: WelcomeWindow, file: PretendFile
) -> None:
    go_to(window, window.hours)
    choice = window.hours.hours
    choice.some_days.click()
    file.told.clear()
    choice.days["friday"].click()
    assert file.told == {"working_hours.friday": "off"}
    type_into(choice.start, "8.15")
    type_into(choice.end, "16")
    window.go_on.click()
    assert file.settings.working_hours.monday == "08:15-16:00"
    assert file.settings.working_hours.friday == "off"


@pytest.mark.parametrize(
    ("start", "end"), [("9", "9:00"), ("nine", "17"), ("24:00", "1"), ("", "")]
)
def test_times_that_make_no_span_are_refused_in_words(
    window: WelcomeWindow, file: PretendFile, start: str, end: str
) -> None:
    go_to(window, window.hours)
    choice = window.hours.hours
    choice.some_days.click()
    for entry, text in ((choice.start, start), (choice.end, end)):
        entry.clear()
        QTest.keyClicks(entry, text)
    choice.finish()
    assert choice.refusal == "Allowed: two different times like 9:00 and 17:30."
    assert file.settings.working_hours == OFFICE


def test_a_week_without_a_day_is_refused(window: WelcomeWindow, file: PretendFile) -> None:
    go_to(window, window.hours)
    choice = window.hours.hours
    choice.some_days.click()
    for day in WEEKDAYS[:5]:
        choice.days[day].click()
    assert choice.refusal == "Allowed: at least one day."
    assert file.settings.working_hours.friday == "09:00-17:30"


def test_hours_that_it_cannot_show_stay_unless_others_are_chosen(qtbot: QtBot) -> None:
    window = make_window(Settings(working_hours=ODD))
    qtbot.addWidget(window)
    file = PretendFile(window, Settings(working_hours=ODD))
    window.show()
    go_to(window, window.hours)
    choice = window.hours.hours
    assert choice.as_set.isVisible()
    assert choice.as_set.isChecked()
    window.go_on.click()
    assert file.told == {}
    window.back.click()
    choice.some_days.click()
    assert file.settings.working_hours == OFFICE
    choice.as_set.click()
    assert file.settings.working_hours == ODD


def test_a_place_is_told_and_shown_by_the_figure(window: WelcomeWindow, file: PretendFile) -> None:
    go_to(window, window.place)
    preview = window.findChild(Preview)
    assert preview is not None
    before = preview.accessibleName()
    switch = window.place.rows["desk.floor"].findChild(QCheckBox)
    assert switch is not None
    switch.click()
    assert file.told == {"desk.floor": True}
    assert shipped_catalogue().exercises["childs-pose"].name in preview.accessibleName()
    assert preview.accessibleName() != before


def test_trying_a_stretch_names_it_and_closes(window: WelcomeWindow, qtbot: QtBot) -> None:
    go_to(window, window.ready)
    with qtbot.waitSignal(window.stretch_wanted) as wanted:
        window.ready.try_one.click()
    assert wanted.args == ["chair-hamstring"]
    assert not window.isVisible()


def test_without_a_stretch_that_suits_none_is_offered(qtbot: QtBot) -> None:
    everything = tuple(shipped_catalogue().exercises)
    window = make_window(Settings(desk=DeskSettings(left_out=everything)))
    qtbot.addWidget(window)
    window.show()
    go_to(window, window.ready)
    assert not window.ready.try_one.isVisible()


def test_a_file_that_cannot_be_written_is_said_and_nothing_pretended(
    window: WelcomeWindow, file: PretendFile
) -> None:
    file.refusal = "settings.toml: cannot be written"
    go_to(window, window.place)
    switch = window.place.rows["desk.floor"].findChild(QCheckBox)
    assert switch is not None
    switch.click()
    shown = [label.text() for label in window.findChildren(TextLabel) if label.isVisible()]
    assert file.refusal in shown
    assert not switch.isChecked()


def test_the_switch_waits_for_what_is_really_there(window: WelcomeWindow) -> None:
    go_to(window, window.ready)
    row, wished = window.ready.autostart, list[bool]()
    row.switched.connect(wished.append)
    row.switch.click()
    assert (wished, row.switch.isChecked()) == ([True], False)
    row.show_state(True)
    assert row.switch.isChecked()
    row.switch.click()
    row.refuse("That could not be kept: no space.")
    assert (wished, row.switch.isChecked()) == ([True, False], True)
    assert row.note == "That could not be kept: no space."


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(480, 360), (700, 500), (940, 600), (1300, 900)])
def test_nothing_is_clipped_at_any_size(qtbot: QtBot, factor: float, size: tuple[int, int]) -> None:
    with text_size(factor):
        window = make_window(Settings(working_hours=OFFICE))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        for page in window.pages:
            window.ready.autostart.show_state(False, "The entry names a program that is gone.")
            settle()
            assert clipped_texts(window) == [], page.title
            window.go_on.click()
        window.close()


@pytest.mark.parametrize("size", [(480, 360), (940, 600)])
def test_tab_reaches_everything_and_brings_it_into_view(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = make_window(Settings(working_hours=OFFICE))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for page in window.pages:
        settle()
        passed: list[QWidget] = []
        here = QApplication.focusWidget()
        while here is not None and here not in passed:
            passed.append(here)
            assert is_in_view(here), here
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
        parts: list[QWidget] = [*page.findChildren(QAbstractButton), window.go_on]
        reachable = [part for part in parts if part.isVisible() and takes_tab(part)]
        assert set(reachable) <= set(passed)
        window.go_on.setFocus()
        window.go_on.click()


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_in_view(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is None:
        return True
    view = parent.viewport()
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return QRect(view.mapTo(widget.window(), QPoint(0, 0)), view.size()).contains(place)


def test_everything_that_can_be_pressed_has_a_name(window: WelcomeWindow) -> None:
    for button in window.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) != "", button
    switch = window.ready.autostart.findChild(Switch)
    assert switch is not None
    assert switch.accessibleName() == "Start with the computer"


def test_reduced_motion_shows_key_poses_instead(qtbot: QtBot) -> None:
    window = make_window(reduced_motion=True)
    qtbot.addWidget(window)
    window.show()
    preview = window.findChild(Preview)
    assert preview is not None
    assert not preview.is_playing


def test_an_open_window_takes_another_theme(window: WelcomeWindow) -> None:
    window.set_theme(DARK)
    image = window.grab().toImage()
    assert image.pixelColor(2, 2) == DARK.paper
    middle = window.go_on.mapTo(window, QPoint(-30, 10))
    assert image.pixelColor(middle) == DARK.card


def test_a_stretch_that_the_catalogue_lacks_is_not_drawn(qtbot: QtBot) -> None:
    catalogue = msgspec.structs.replace(shipped_catalogue(), exercises={})
    window = WelcomeWindow(LIGHT, Settings(), catalogue, None, FigureAppearance())
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    preview = window.findChild(Preview)
    assert preview is not None
    assert not preview.isVisible()


def test_what_an_office_has_locked_is_read_and_not_chosen(window: WelcomeWindow) -> None:
    locked = {"breaks.interval_minutes": 50, "working_hours.friday": "off"}
    office = Managed("Health at work", {}, locked)
    window.show_managed(office)
    window.show_settings(office.over(Settings()))
    page = next(each for each in window.pages if isinstance(each, HoursPage))
    assert page.rows["breaks.interval_minutes"].is_locked
    assert page.hours.isHidden()
    assert "Working hours: Locked by Health at work" in page.words()
    window.show_managed(Managed())
    assert not page.rows["breaks.interval_minutes"].is_locked
    assert not page.hours.isHidden()

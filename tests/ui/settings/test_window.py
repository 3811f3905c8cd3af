"""The settings window shows every setting, tells each change once, and takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskstretch.core.declaration import Declaration, declarations
from deskstretch.core.settings import Settings, TrialSettings
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.settings.row import SettingRow
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.settings.words import group_title
from deskstretch.ui.widgets.small_button import SmallButton
from tests.ui.settings.windows import (
    CHOICES,
    FILE,
    PretendFile,
    control,
    make_window,
    type_into,
    with_value,
)

DAILY = [known for known in declarations() if known.group != "trial"]
EVERY_SETTING = [pytest.param(known, id=known.key) for known in DAILY]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SettingsWindow]:
    window = make_window()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.show()
    yield window
    shiboken6.delete(window)


@pytest.fixture
def file(window: SettingsWindow) -> PretendFile:
    return PretendFile(window)


def open_group(window: SettingsWindow, group: str) -> None:
    pills = {pill.text(): pill for pill in window.groups.controls}
    pills[group_title(group)].click()


def found(window: SettingsWindow) -> set[str]:
    return {key for key, row in window.rows.items() if row.isVisible()}


def change_by_hand(row: SettingRow) -> Any:
    """Change the setting as a person would; gives the value that was meant."""
    base, meta = get_args(row.declaration.type)[:2]
    default = row.declaration.default
    if get_origin(base) is Literal:
        pills = row.findChildren(QRadioButton)
        other = next(value for value in get_args(base) if value != default)
        pills[get_args(base).index(other)].click()
        return other
    if get_origin(base) is tuple and row.declaration.key not in CHOICES:
        type_into(control(row, QLineEdit), "Talker, , listener,Talker")
        QTest.keyClick(control(row, QLineEdit), Qt.Key.Key_Return)
        return ("Talker", "listener")
    if get_origin(base) is tuple:
        control(row.editor, SmallButton).click()
        boxes = [box for box in row.findChildren(QCheckBox) if box.isVisible()]
        boxes[1].click()
        return (CHOICES[row.declaration.key][1][0],)
    if base is bool:
        control(row, QCheckBox).click()
        return not default
    if base is int:
        wanted = meta.le
        type_into(control(row, QSpinBox), str(wanted))
        QTest.keyClick(control(row, QSpinBox), Qt.Key.Key_Return)
        return wanted
    if row.declaration.key in CHOICES:
        row.findChildren(QRadioButton)[2].click()
        return CHOICES[row.declaration.key][2][0]
    if row.declaration.group == "shortcuts":
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        QTest.keyClick(control(row, QLineEdit), Qt.Key.Key_B, held)
        return "Ctrl+Alt+B"
    text = "09:30" if row.declaration.key == "review.summary_time" else "08:00-16:30"
    type_into(control(row, QLineEdit), text)
    QTest.keyClick(control(row, QLineEdit), Qt.Key.Key_Return)
    return text


def test_every_setting_for_daily_use_has_an_editor(window: SettingsWindow) -> None:
    assert list(window.rows) == [known.key for known in DAILY]
    for row in window.rows.values():
        assert isinstance(row.editor, Editor)


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_a_change_tells_its_key_and_value_once(
    window: SettingsWindow, file: PretendFile, declaration: Declaration
) -> None:
    open_group(window, declaration.group)
    meant = change_by_hand(window.rows[declaration.key])
    assert file.told == [(declaration.key, meant)]


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_a_changed_value_can_be_set_back_to_its_default(
    window: SettingsWindow, file: PretendFile, declaration: Declaration
) -> None:
    open_group(window, declaration.group)
    row = window.rows[declaration.key]
    assert not row.reset.isVisible()
    change_by_hand(row)
    assert row.reset.isVisible()
    row.reset.click()
    assert file.settings == Settings()
    assert not row.reset.isVisible()


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_the_last_change_can_be_taken_back(
    window: SettingsWindow, file: PretendFile, declaration: Declaration
) -> None:
    open_group(window, declaration.group)
    assert not window.foot.undo.isEnabled()
    change_by_hand(window.rows[declaration.key])
    window.foot.undo.click()
    assert file.settings == Settings()
    assert not window.foot.undo.isEnabled()


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_what_has_the_keyboard_says_what_it_edits_and_what_for(
    window: SettingsWindow, declaration: Declaration
) -> None:
    row = window.rows[declaration.key]
    parts = [
        part
        for part in row.editor.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    ]
    texts = [
        f"{name_of(part)} {part.accessibleDescription()}"
        for part in parts
        if not isinstance(part.parent(), QSpinBox)
    ]
    assert texts != []
    for text in texts:
        assert declaration.title in text
    assert any((declaration.help or declaration.allowed) in text for text in texts)


def name_of(part: QWidget) -> str:
    own = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or own


@pytest.mark.parametrize(
    ("key", "kind", "role", "value"),
    [
        ("breaks.interval_minutes", QSpinBox, QAccessible.Role.SpinBox, "45 min"),
        ("breaks.length", QRadioButton, QAccessible.Role.RadioButton, ""),
        ("desk.floor", QCheckBox, QAccessible.Role.CheckBox, ""),
        ("desk.spare_areas", QCheckBox, QAccessible.Role.CheckBox, ""),
        ("working_hours.monday", QLineEdit, QAccessible.Role.EditableText, "always"),
    ],
)
def test_what_is_painted_by_hand_keeps_its_kind_for_assistive_technology(
    window: SettingsWindow, key: str, kind: type[QWidget], role: QAccessible.Role, value: str
) -> None:
    told = QAccessible.queryAccessibleInterface(control(window.rows[key].editor, kind))
    assert told is not None
    assert (told.role(), told.text(QAccessible.Text.Value)) == (role, value)


def test_changes_are_taken_back_in_turn(window: SettingsWindow, file: PretendFile) -> None:
    row = window.rows["look.theme"]
    light, dark = row.findChildren(QRadioButton)[1:]
    light.click()
    dark.click()
    window.undo()
    assert file.told[-1] == ("look.theme", "light")
    assert light.isChecked()
    assert "back to System" in window.foot.undo.accessibleDescription()
    window.undo()
    assert file.told[-1] == ("look.theme", "system")


def test_choosing_what_is_chosen_changes_nothing(window: SettingsWindow, file: PretendFile) -> None:
    window.rows["look.theme"].findChildren(QRadioButton)[0].click()
    assert file.told == []


def test_the_arrow_keys_go_through_the_choices(window: SettingsWindow, file: PretendFile) -> None:
    open_group(window, "look")
    system = window.rows["look.theme"].findChildren(QRadioButton)[0]
    system.setFocus()
    QTest.keyClick(system, Qt.Key.Key_Right)
    assert file.told == [("look.theme", "light")]


def test_several_steps_of_a_number_are_one_change(
    window: SettingsWindow, file: PretendFile, qtbot: QtBot
) -> None:
    row = window.rows["breaks.interval_minutes"]
    spin = control(row, QSpinBox)
    with qtbot.waitSignal(window.setting_changed):
        for _ in range(5):
            QTest.keyClick(spin, Qt.Key.Key_Up)
    assert file.told == [("breaks.interval_minutes", 50)]


def test_steps_are_not_lost_when_the_window_is_closed_at_once(
    window: SettingsWindow, file: PretendFile
) -> None:
    more = next(
        button
        for button in window.rows["breaks.interval_minutes"].findChildren(QPushButton)
        if button.accessibleName() == "More"
    )
    more.click()
    window.close()
    assert file.told == [("breaks.interval_minutes", 46)]


def test_a_text_is_not_lost_when_the_window_is_closed_at_once(
    window: SettingsWindow, file: PretendFile
) -> None:
    open_group(window, "working_hours")
    type_into(control(window.rows["working_hours.sunday"], QLineEdit), "off")
    window.close()
    assert file.told == [("working_hours.sunday", "off")]


@pytest.mark.parametrize("entered", ["9-5", "25:00-26:00", "09:00-09:00", "sometimes", ""])
def test_hours_that_cannot_be_read_are_refused_in_words_and_not_told(
    window: SettingsWindow, file: PretendFile, entered: str
) -> None:
    open_group(window, "working_hours")
    row = window.rows["working_hours.monday"]
    entry = control(row, QLineEdit)
    type_into(entry, entered or "x")
    if not entered:
        QTest.keyClick(entry, Qt.Key.Key_Backspace)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert file.told == []
    assert repr(entered) in row.refusal
    assert '"always" or "off"' in row.refusal
    assert entry.text() == entered


def test_unfinished_hours_name_what_is_allowed_without_reproach(
    window: SettingsWindow, file: PretendFile
) -> None:
    open_group(window, "working_hours")
    row = window.rows["working_hours.monday"]
    entry = control(row, QLineEdit)
    type_into(entry, "09:00-1")
    assert row.refusal.startswith("Allowed: ")
    QTest.keyClicks(entry, "7:00")
    assert row.refusal == ""
    assert file.told == []


def test_escape_takes_back_what_is_being_typed(window: SettingsWindow, file: PretendFile) -> None:
    open_group(window, "working_hours")
    row = window.rows["working_hours.monday"]
    entry = control(row, QLineEdit)
    type_into(entry, "09:00-1")
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert (entry.text(), row.refusal, file.told) == ("always", "", [])


@pytest.mark.parametrize("entered", ["5", "19", "121", "9999"])
def test_a_number_out_of_range_is_refused_in_words_and_not_told(
    window: SettingsWindow, file: PretendFile, entered: str
) -> None:
    row = window.rows["breaks.interval_minutes"]
    spin = control(row, QSpinBox)
    type_into(spin, entered)
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert file.told == []
    assert row.refusal == f"{entered} is out of range. Allowed: a whole number from 20 to 120."
    assert spin.value() == 45


def test_a_change_that_cannot_be_made_is_said_and_not_shown(
    window: SettingsWindow, file: PretendFile
) -> None:
    file.refusal = "settings.toml: cannot be written"
    open_group(window, "desk")
    row = window.rows["desk.floor"]
    switch = control(row, QCheckBox)
    switch.click()
    assert row.refusal == "settings.toml: cannot be written"
    assert not switch.isChecked()
    assert not window.foot.undo.isEnabled()


def test_what_is_in_a_list_but_not_known_stays_in_it(qtbot: QtBot) -> None:
    settings = with_value(Settings(), "desk.spare_areas", ("Ears", "knee"))
    window = make_window(settings)
    qtbot.addWidget(window)
    file = PretendFile(window, settings)
    row = window.rows["desk.spare_areas"]
    boxes = {box.text(): box for box in row.findChildren(QCheckBox)}
    assert {title for title, box in boxes.items() if box.isChecked()} == {"Ears", "Knees"}
    boxes["Neck"].click()
    boxes["Knees"].click()
    assert [value for _key, value in file.told] == [("Ears", "knee", "neck"), ("Ears", "neck")]


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_a_search_finds_a_setting_by_its_title_and_by_its_explanation(
    window: SettingsWindow, declaration: Declaration
) -> None:
    for text in (declaration.title, declaration.help.upper(), declaration.key):
        if text:
            window.search.setText(text)
            assert declaration.key in found(window)


def test_a_search_goes_through_all_groups_and_ends_where_it_began(window: SettingsWindow) -> None:
    open_group(window, "snooze")
    window.search.setText("minutes lull")
    assert found(window) == {"breaks.tolerance_minutes"}
    window.search.setText("theme")
    assert found(window) == {"look.theme"}
    assert not any(pill.isChecked() for pill in window.groups.controls)
    window.search.clear()
    assert found(window) == {"snooze.minutes", "snooze.limit"}
    assert [pill.text() for pill in window.groups.controls if pill.isChecked()] == ["Snooze"]


def test_a_search_without_a_find_says_so(window: SettingsWindow) -> None:
    window.search.setText("<b>zebra</b>")
    assert found(window) == set()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "No setting found for “<b>zebra</b>”." in texts


def test_choosing_a_group_ends_the_search(window: SettingsWindow) -> None:
    window.search.setText("zebra")
    open_group(window, "look")
    assert window.search.text() == ""
    assert {key.partition(".")[0] for key in found(window)} == {"look"}


def test_a_change_from_elsewhere_is_shown_and_leaves_what_is_being_typed(
    window: SettingsWindow, file: PretendFile
) -> None:
    open_group(window, "working_hours")
    entry = control(window.rows["working_hours.monday"], QLineEdit)
    type_into(entry, "09:00-1")
    window.show_settings(with_value(Settings(), "breaks.interval_minutes", 30))
    assert control(window.rows["breaks.interval_minutes"], QSpinBox).value() == 30
    assert entry.text() == "09:00-1"
    assert file.told == []


def test_faults_of_the_file_stand_above_everything_until_they_are_gone(
    window: SettingsWindow,
) -> None:
    fault = (
        "settings.toml, line 2: breaks.interval_minutes: 300 is out of range; allowed: 20 to 120"
    )
    window.show_faults([fault] * 6)
    assert window.faults.isVisible()
    assert window.faults.words.splitlines() == [fault] * 4 + ["… and 2 more"]
    window.show_faults([])
    assert not window.faults.isVisible()


def test_trial_times_are_only_named_while_they_are_on_and_can_be_cleared_at_once(
    window: SettingsWindow, file: PretendFile
) -> None:
    assert not window.trial.isVisible()
    trial = TrialSettings(interval_seconds=5, hold_seconds=1)
    file.settings = msgspec.structs.replace(Settings(), trial=trial)
    window.show_settings(file.settings)
    assert window.trial.isVisible()
    window.trial.clear.click()
    assert file.settings == Settings()
    assert not window.trial.isVisible()
    window.undo()
    assert file.settings.trial == trial


def test_the_files_path_is_told_and_it_can_be_opened(window: SettingsWindow, qtbot: QtBot) -> None:
    assert FILE in window.foot.open_file.accessibleDescription()
    with qtbot.waitSignal(window.settings_file_opened):
        window.foot.open_file.click()


def test_the_wheel_over_a_number_does_not_change_it(window: SettingsWindow) -> None:
    spin = control(window.rows["breaks.interval_minutes"], QSpinBox)
    spin.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(spin, event)
    assert spin.value() == 45

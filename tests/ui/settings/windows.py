"""A settings window as the tests use it: joined to plain values instead of a file."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from deskstretch.core.settings import Settings
from deskstretch.ui.settings.choices import choices_of
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT, Theme
from tests.core.shipped import shipped_catalogue

CHOICES = choices_of(shipped_catalogue())
FILE = "/home/anna/.config/deskstretch/settings.toml"

_Kind = TypeVar("_Kind", bound=QWidget)


class PretendFile:
    """Takes every change at once, or refuses them all; keeps what it was told."""

    def __init__(self, window: SettingsWindow, settings: Settings | None = None) -> None:
        self.window = window
        self.settings = settings or Settings()
        self.told: list[tuple[str, Any]] = []
        self.refusal: str | None = None
        window.setting_changed.connect(self._change)

    def _change(self, key: str, value: Any) -> None:
        self.told.append((key, value))
        if self.refusal is not None:
            self.window.refuse(key, self.refusal)
            return
        self.settings = with_value(self.settings, key, value)
        self.window.show_settings(self.settings)


def with_value(settings: Settings, key: str, value: Any) -> Settings:
    group, _, name = key.partition(".")
    if group == "routines":
        others = tuple(routine for routine in settings.routines if routine.id != name)
        if value is not None and len(others) < len(settings.routines):
            changed = tuple(value if one.id == name else one for one in settings.routines)
        else:
            changed = others if value is None else (*others, value)
        return msgspec.structs.replace(settings, routines=changed)
    changed = msgspec.structs.replace(getattr(settings, group), **{name: value})
    return msgspec.structs.replace(settings, **{group: changed})


def make_window(settings: Settings | None = None, theme: Theme = LIGHT) -> SettingsWindow:
    return SettingsWindow(theme, settings or Settings(), FILE, CHOICES, shipped_catalogue())


def control(row: QWidget, kind: type[_Kind]) -> _Kind:
    """The first control of that kind in the row."""
    found = row.findChild(kind)
    assert found is not None
    return found


def type_into(entry: QWidget, text: str) -> None:
    """Replace what stands there by typing, without leaving it."""
    QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(entry, text)

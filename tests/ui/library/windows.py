"""A library window as the tests use it: joined to plain values instead of a file."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.settings import DeskSettings
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.theme import LIGHT, Theme
from tests.core.shipped import shipped_catalogue

_Kind = TypeVar("_Kind", bound=QWidget)


class PretendSettings:
    """Takes every change at once, and keeps what was told."""

    def __init__(self, window: LibraryWindow, desk: DeskSettings) -> None:
        self.window = window
        self.desk = desk
        self.told: list[tuple[str, Any]] = []
        window.setting_changed.connect(self._change)

    def _change(self, key: str, value: Any) -> None:
        self.told.append((key, value))
        group, _, name = key.partition(".")
        assert group == "desk"
        self.desk = msgspec.structs.replace(self.desk, **{name: value})
        self.window.show_desk(self.desk)


def make_window(
    desk: DeskSettings | None = None,
    theme: Theme = LIGHT,
    catalogue: Catalogue | None = None,
    *,
    reduced_motion: bool = False,
) -> LibraryWindow:
    return LibraryWindow(
        theme,
        catalogue or shipped_catalogue(),
        desk or DeskSettings(),
        reduced_motion=reduced_motion,
    )


def child(window: QWidget, kind: type[_Kind]) -> _Kind:
    """The first one of that kind in the window."""
    found = window.findChild(kind)
    assert found is not None
    return found


def button(window: QWidget, text: str) -> QPushButton:
    """The button with that text that can be pressed now."""
    (found,) = (
        each
        for each in window.findChildren(QPushButton)
        if each.text() == text and not each.isHidden()
    )
    return found


def offered(window: QWidget) -> set[str]:
    """The texts of all buttons that can be pressed now."""
    return {each.text() for each in window.findChildren(QPushButton) if not each.isHidden()}

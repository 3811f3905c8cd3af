"""Lets the running app speak the language that the settings name, from one moment to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication

from deskstretch.core.language import ENGLISH, is_written_from_the_right, spoken_language
from deskstretch.wiring.speaking import speak_as_set

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator


_LOCALES = {"ar": "ar_AE"}
"""Of the places where Arabic is spoken, one that writes 0 to 9, as all our other words do."""


class LanguageFollower(QObject):
    """Speaks, turns the windows to the side on which lines begin, and has Qt's own words follow."""

    language_changed = Signal()
    """What is on the screen still speaks the one before."""

    def __init__(self, setting: str, parent: QObject | None = None) -> None:
        """`setting` is `look.language`."""
        super().__init__(parent)
        self._setting = setting
        self._of_qt: QTranslator | None = None
        speak_as_set(setting)
        if spoken_language() != ENGLISH:
            self._tell_qt()

    def follow(self, setting: str) -> None:
        """Speak as the setting says now."""
        if setting == self._setting:
            return
        self._setting = setting
        before = spoken_language()
        speak_as_set(setting)
        if spoken_language() != before:
            self._tell_qt()
            self.language_changed.emit()

    def _tell_qt(self) -> None:
        if is_written_from_the_right() != QApplication.isRightToLeft():
            _turn_round()
        QLocale.setDefault(QLocale(_LOCALES.get(spoken_language(), spoken_language())))
        self._translate_qt()

    def _translate_qt(self) -> None:
        """The few words that Qt brings itself: of menus for text, and of dialogs."""
        from PySide6.QtCore import QTranslator

        if self._of_qt is not None:
            QApplication.removeTranslator(self._of_qt)
        self._of_qt = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._of_qt.load(f"qtbase_{spoken_language()}", folder):
            QApplication.installTranslator(self._of_qt)


def _turn_round() -> None:
    from PySide6.QtCore import Qt  # with all its enumerations, which most languages do without

    sides = Qt.LayoutDirection
    from_the_right = is_written_from_the_right()
    QApplication.setLayoutDirection(sides.RightToLeft if from_the_right else sides.LeftToRight)

"""A pill that opens a menu of which one entry holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme, palette_of
from deskstretch.ui.widgets.pill_button import PillButton, Voice

_OPENS = "▾"


class FilterPill(PillButton):
    """Narrows one thing down, or nothing: "Place ▾", then "On a chair ▾"."""

    value_changed = Signal(object)
    """The value of the entry that holds now; None is any."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        any_title: str,
        entries: Sequence[tuple[str, object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", Voice.QUIET, parent)
        self._title = title
        self._value: object = None
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        self._any = self._add(any_title, None)
        self._menu.addSeparator()
        for words, value in entries:
            self._add(words, value)
        self._any.setChecked(True)
        self._choices.triggered.connect(self._follow)
        self.setMenu(self._menu)
        self.set_theme(theme)
        self._show()

    @property
    def value(self) -> object:
        """What it narrows down to; None is any."""
        return self._value

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        self._menu.setPalette(palette_of(theme))

    def clear(self) -> None:
        """Any again."""
        self._any.trigger()

    def _add(self, words: str, value: object) -> QAction:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setData((words, value))
        self._choices.addAction(action)
        return action

    def _follow(self, action: QAction) -> None:
        _words, value = action.data()
        if value != self._value:
            self._value = value
            self._show()
            self.value_changed.emit(value)

    def _show(self) -> None:
        checked = self._choices.checkedAction()
        words = self._title if self._value is None else checked.data()[0]
        # TextShowMnemonic: an ampersand of a person's own file is no shortcut.
        self.setText(f"{words.replace('&', '&&')} {_OPENS}")
        # Translators: a filter and what it lets through, as in "Place: any".
        name = _("{filter}: any") if self._value is None else _("{filter}: {choice}")
        self.setAccessibleName(name.format(filter=self._title, choice=words))
        self.set_voice(Voice.QUIET if self._value is None else Voice.PRIMARY)
        self.updateGeometry()

"""A combination of keys, entered by pressing it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.combination import KEYS, MODIFIERS, parse_combination
from deskstretch.core.language import _
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.entry import Entry
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Super": Qt.KeyboardModifier.MetaModifier,
}
_NAMES = {Qt.Key[f"Key_{name}"]: name for name in KEYS}
_MODIFIER_KEYS = {
    Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
}  # fmt: skip
_FOR_OTHERS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
_CLEARING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_DIGITS_OF_SCAN_CODES = dict(zip(range(10, 20), "1234567890", strict=True))
"""X11's and Wayland's codes of the row of digits, on which Shift and some layouts have signs."""


class CombinationEditor(Editor):
    """Takes the next combination that is pressed; Backspace clears. Tab goes on as ever."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = _Field(theme, self)
        self._field.entered.connect(self.value_entered)
        self.setFocusProxy(self._field)
        self._note = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._field)
        below = QVBoxLayout()
        below.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        below.addWidget(self._note)
        column.addLayout(below)

    def sizeHint(self) -> QSize:
        """As wide as the keys need: what is said of them takes more lines instead."""
        field = self._field.sizeHint()
        return QSize(field.width(), max(field.height(), self.heightForWidth(field.width())))

    def show_value(self, value: Any) -> None:
        """Show the keys, as they are written in the file."""
        self._field.show_text(value)

    @property
    def value(self) -> str:
        """The keys that are shown, or were before some were held down."""
        return self._field.in_force

    def show_note(self, words: str, tone: Tone = Tone.MUTED) -> None:
        """Say what became of the keys, where that is not plain."""
        self._note.set_tone(tone)
        self._note.setText(words)
        self._note.setVisible(bool(words))

    @property
    def note(self) -> str:
        """What it says of the keys."""
        return self._note.text()


class _Field(Entry):
    """Shows what is held down; once it is told, again what is in force."""

    entered = Signal(object)
    """A text, fit or not; empty for none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # An input method would keep the keys to itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.in_force = ""
        self._say_what_to_do()

    def show_text(self, text: str) -> None:
        """Show what is in force now."""
        self.in_force = text
        super().show_text(text)

    def event(self, event: QEvent) -> bool:
        """Shortcuts of the window give way to what can be entered."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is_fit(_written(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pressed; what is pressed alone is for the window, but Backspace clears."""
        is_alone = not event.modifiers() & ~_HELD["Shift"]
        key = Qt.Key(event.key())
        if key in _MODIFIER_KEYS:
            self.setText("+".join((*_held(event), "…")))
        elif is_alone and key in _CLEARING:
            self.entered.emit("")
        elif is_alone or key in _FOR_OTHERS:
            event.ignore()
        else:
            self.setText(self.in_force)
            self.entered.emit(_written(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing came of it."""
        self.setText(self.in_force)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what to do now."""
        super().focusInEvent(event)
        self._say_what_to_do()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys may have gone elsewhere."""
        super().focusOutEvent(event)
        self.setText(self.in_force)
        self._say_what_to_do()

    def _say_what_to_do(self) -> None:
        self.setPlaceholderText(_("Press the keys") if self.hasFocus() else _("None"))


def _held(event: QKeyEvent) -> list[str]:
    """The modifiers, with the one that has just gone down."""
    return [name for name in MODIFIERS if event.modifiers() & _HELD[name] or _is(event, name)]


def _is(event: QKeyEvent, modifier: str) -> bool:
    names = {
        "Ctrl": {Qt.Key.Key_Control},
        "Alt": {Qt.Key.Key_Alt},
        "Shift": {Qt.Key.Key_Shift},
        "Super": {Qt.Key.Key_Meta, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R},
    }
    return event.key() in names[modifier]


def _written(event: QKeyEvent) -> str:
    """As it would be written in the file."""
    key = Qt.Key(event.key())
    digit = _DIGITS_OF_SCAN_CODES.get(event.nativeScanCode())
    name = _NAMES.get(key) or digit or QKeySequence(key).toString()
    return "+".join((*_held(event), name))


def _is_fit(text: str) -> bool:
    try:
        return parse_combination(text) is not None
    except ValueError:
        return False

"""What edits one setting: shows its value, and tells what the person entered, fit or not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.settings.check_boxes import Switch
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.entry import Entry


class Editor(QWidget):
    """Edits one value; whether that fits is for others to judge."""

    value_entered = Signal(object)
    """The person is done with it."""
    value_drafted = Signal(object)
    """The person is still at it."""

    takes_whole_width = False

    def show_value(self, value: Any) -> None:
        """Show a value without telling of it."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tell what was entered and not yet told."""

    def set_texts(self, title: str, help_text: str) -> None:
        """Tell assistive technology what this is."""
        target = self.focusProxy() or self
        target.setAccessibleName(title)
        target.setAccessibleDescription(help_text)


class SwitchEditor(Editor):
    """True or false."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(theme, self)
        self._switch.turned.connect(self.value_entered.emit)
        self.setFocusProxy(self._switch)
        _fill(self, self._switch)

    def show_value(self, value: Any) -> None:
        """Throw the switch."""
        self._switch.setChecked(value)


class TextEditor(Editor):
    """One line of text, told when the person leaves it or presses Return."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = Entry(theme, self)
        self._entry.textEdited.connect(lambda text: self.value_drafted.emit(self.value_of(text)))
        self._entry.editingFinished.connect(self.finish)
        self._told: Any = ""
        self.setFocusProxy(self._entry)
        _fill(self, self._entry)

    def show_value(self, value: Any) -> None:
        """Show the text."""
        self._told = value
        self._entry.show_text(self.text_of(value))

    def finish(self) -> None:
        """Tell the text if it is another one than before."""
        value = self.value_of(self._entry.text())
        if value != self._told:
            self._told = value
            self.value_entered.emit(value)

    def text_of(self, value: Any) -> str:
        """How a value is written."""
        return str(value)

    def value_of(self, text: str) -> Any:
        """What is written."""
        return text.strip()


class NamesEditor(TextEditor):
    """A list of names that cannot be known beforehand, with commas between them."""

    takes_whole_width = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._entry.setPlaceholderText(_("Names, with commas between them"))

    def text_of(self, value: Any) -> str:
        """The names in one line."""
        return ", ".join(value)

    def value_of(self, text: str) -> Any:
        """Each name once."""
        return tuple(dict.fromkeys(name for each in text.split(",") if (name := each.strip())))


def _fill(editor: QWidget, control: QWidget) -> None:
    layout = QHBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(control)

"""One of a few values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.settings.words import Choice
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.flow import Flow

SwatchOf = Callable[[Any], QColor | None]
"""The colour that stands for a value."""


class ChoiceEditor(Editor):
    """A pill for each value, the present one filled; the arrow keys go from one to the next."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        swatch_of: SwatchOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow = Flow[ChoicePill](self)
        self._pills = {
            value: ChoicePill(theme, title, self._flow, swatch_of(value))
            for value, title in choices
        }
        self._flow.set_controls(tuple(self._pills.values()))
        for value, pill in self._pills.items():
            pill.chosen.connect(partial(self._choose, value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def show_value(self, value: Any) -> None:
        """Fill the pill of that value."""
        self._pills[value].setChecked(True)

    def set_texts(self, title: str, help_text: str) -> None:
        """Each pill says of which setting it is, the group what it means."""
        super().set_texts(title, help_text)
        for pill in self._pills.values():
            pill.setAccessibleDescription(_("{title}. {help}").format(title=title, help=help_text))

    def _choose(self, value: Any) -> None:
        self.value_entered.emit(value)

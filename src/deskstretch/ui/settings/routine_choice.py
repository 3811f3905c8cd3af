"""Which routine a break takes, if any; the routines can change while the window is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.flow import Flow


class RoutineChoice(Editor):
    """A pill for each routine; what stands in the file and is not known has one of its own."""

    takes_whole_width = True

    def __init__(
        self, theme: Theme, known: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = dict(known)
        self._value = ""
        self._texts = ("", "")
        self._shown: dict[str, str] = {}
        self._flow: Flow[ChoicePill] = Flow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def set_known(self, known: Sequence[tuple[str, str]]) -> None:
        """Offer these from now on: ids and names."""
        self._known = dict(known)
        self.show_value(self._value)

    def show_value(self, value: Any) -> None:
        """Fill the pill of that id."""
        self._value = value
        shown = self._known if value in self._known else {**self._known, value: value}
        if shown != self._shown:
            self._shown = shown
            self._make_pills()
        self._flow.controls[list(shown).index(value)].setChecked(True)

    def set_texts(self, title: str, help_text: str) -> None:
        """Each pill says of which setting it is, the group what it means."""
        super().set_texts(title, help_text)
        self._texts = (title, help_text)
        for pill in self._flow.controls:
            pill.setAccessibleDescription(_("{title}. {help}").format(title=title, help=help_text))

    def set_theme(self, theme: Theme) -> None:
        """New pills are painted with `theme`."""
        self._theme = theme

    def _make_pills(self) -> None:
        before = self._flow.controls
        pills = [ChoicePill(self._theme, name, self._flow) for name in self._shown.values()]
        for routine_id, pill in zip(self._shown, pills, strict=True):
            pill.chosen.connect(partial(self.value_entered.emit, routine_id))
        for old, new in zip((*before[:1], *pills), pills, strict=False):
            QWidget.setTabOrder(old, new)  # else they come after everything made before them
        self._flow.set_controls(pills)
        self.set_texts(*self._texts)

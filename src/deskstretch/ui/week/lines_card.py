"""Figures that need no picture, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class LinesCard(TitledCard):
    """Names on the left, numbers on the right."""

    def __init__(
        self, theme: Theme, title: str, empty: str = "", parent: QWidget | None = None
    ) -> None:
        """`empty` is said where there is no line."""
        super().__init__(theme, title, parent)
        self._empty = empty
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setColumnStretch(1, 1)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        self._labels: list[tuple[TextLabel, TextLabel]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these names and their words."""
        shown = list(lines) or [(self._empty, "")]
        while len(self._labels) < len(shown):
            self._add_row()
        for row, (left, right) in enumerate(self._labels):
            name, words = shown[row] if row < len(shown) else ("", "")
            left.setText(name)
            right.setText(words)
            left.setVisible(row < len(shown))
            right.setVisible(row < len(shown))

    def table(self) -> str:
        """What it shows, as lines of text."""
        return "\n".join(
            _("{name}: {value}").format(name=left.text(), value=right.text())
            if right.text()
            else left.text()
            for left, right in self._labels
            if left.text()
        )

    def _add_row(self) -> None:
        left = TextLabel(self._theme, "", self, tone=Tone.MUTED)
        right = TextLabel(
            self._theme, "", self, weight=QFont.Weight.DemiBold, align=Qt.AlignmentFlag.AlignRight
        )
        row = len(self._labels)
        self._rows.addWidget(left, row, 0)
        self._rows.addWidget(right, row, 1)
        self._labels.append((left, right))

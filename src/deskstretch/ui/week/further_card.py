"""The figures that have no card of their own, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class FurtherCard(TitledCard):
    """Names on the left, numbers on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "More of this week", parent)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setColumnStretch(1, 1)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)
        self._labels: list[tuple[TextLabel, TextLabel]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these names and their words."""
        while len(self._labels) < len(lines):
            self._add_row()
        for (name, words), (left, right) in zip(lines, self._labels, strict=True):
            left.setText(name)
            right.setText(words)

    def _add_row(self) -> None:
        left = TextLabel(self._theme, "", self, tone=Tone.MUTED)
        right = TextLabel(
            self._theme, "", self, weight=QFont.Weight.DemiBold, align=Qt.AlignmentFlag.AlignRight
        )
        row = len(self._labels)
        self._rows.addWidget(left, row, 0)
        self._rows.addWidget(right, row, 1)
        self._labels.append((left, right))

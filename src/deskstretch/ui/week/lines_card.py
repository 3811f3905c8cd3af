"""Figures that need no picture, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.widgets.text_label import TextLabel, Tone

# Spaces that hold together: "2 of" and "15 s", then "of 3" and "min 15".
_AFTER_NUMBER = re.compile(r"(?<=\d) (?!\N{MIDDLE DOT})")
_BEFORE_NEXT = re.compile(r"(\d\u00a0\S+) (?=\d)")


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
        self._shown: list[tuple[str, str]] = []

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these names and their words."""
        self._shown = shown = list(lines) or [(self._empty, "")]
        while len(self._labels) < len(shown):
            self._add_row()
        for row, (left, right) in enumerate(self._labels):
            name, words = shown[row] if row < len(shown) else ("", "")
            left.setText(name)
            right.setText(_kept_together(words))
            left.setVisible(row < len(shown))
            right.setVisible(row < len(shown))

    def table(self) -> str:
        """What it shows, as lines of text."""
        return "\n".join(
            _("{name}: {value}").format(name=name, value=words) if words else name
            for name, words in self._shown
            if name
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


def _kept_together(words: str) -> str:
    """Without breaks within "2 of 3" or "1 min 15 s"."""
    words = _AFTER_NUMBER.sub("\N{NO-BREAK SPACE}", words)
    return _BEFORE_NEXT.sub("\\1\N{NO-BREAK SPACE}", words)

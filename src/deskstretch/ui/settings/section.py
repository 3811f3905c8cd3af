"""A group of settings: its name, what it is for, and its rows on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.ui.settings.row import SettingRow
from deskstretch.ui.settings.words import group_paragraphs, group_title
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class Section(QWidget):
    """Shows all of its rows, or those that a search finds."""

    def __init__(
        self, group: str, rows: Sequence[SettingRow], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.group = group
        self.rows = tuple(rows)
        unit = em(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = group_title(group)
        column.addWidget(TextLabel(theme, name, self, size=1.3, weight=QFont.Weight.Bold))
        column.addSpacing(round(0.1 * unit))
        column.addWidget(TextLabel(theme, group_paragraphs(group), self, tone=Tone.MUTED))
        column.addSpacing(round(0.7 * unit))
        card = Card(theme, self)
        side, upright = round(1.3 * unit) - RING_ROOM, round(0.5 * unit)
        card.content.setContentsMargins(side, upright, side, upright)
        card.content.setSpacing(0)
        for row in rows:
            card.content.addWidget(row)
        column.addWidget(card)
        self.show_found(())

    def show_found(self, words: Sequence[str]) -> int:
        """Show the rows that have all the words, and tell how many that are."""
        count = 0
        for row in self.rows:
            found = row.is_found_by(words)
            row.setVisible(found)
            row.set_ruled(count > 0)
            count += found
        return count

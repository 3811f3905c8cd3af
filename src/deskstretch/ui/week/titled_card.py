"""A card with a title."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel


class TitledCard(Card):
    """Put things under the title into `content`."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding_em=1.2)
        self._title = TextLabel(theme, title, self, size=1.2, weight=QFont.Weight.Bold)
        self.content.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.content.addSpacing(round(0.5 * em(self)))

    def set_title(self, title: str) -> None:
        """Have another title."""
        self._title.setText(title)

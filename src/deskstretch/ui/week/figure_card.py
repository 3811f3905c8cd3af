"""One figure on a card: a big number, what it counts, and what stands beside it."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.week.words import FigureWords
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class FigureCard(Card):
    """Shows one figure."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, padding_em=1.1)
        self.number = TextLabel(theme, "", self, size=2.3, weight=QFont.Weight.Bold)
        self.label = TextLabel(theme, "", self, tone=Tone.MUTED)
        self.detail = TextLabel(theme, "", self, tone=Tone.MUTED)
        self.beside = TextLabel(theme, "", self, tone=Tone.MUTED)
        for line in (self.number, self.label, self.detail, self.beside):
            self.content.addWidget(line)
        self.content.addStretch(1)
        # As wide as its place: no longer words make one card wider than its neighbours.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: FigureWords) -> None:
        """Show it."""
        self.number.setText(figure.number)
        self.label.setText(figure.label)
        self.detail.setText(figure.detail)
        self.beside.setText(figure.beside)
        for line in (self.detail, self.beside):
            line.setVisible(bool(line.text()))
        tone, weight = Tone.MUTED, QFont.Weight.Normal
        if figure.gained:
            tone, weight = Tone.TEAL, QFont.Weight.DemiBold
        self.detail.set_tone(tone, weight)

"""The areas that were stretched, as a picture and beside it as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.held import AreaHeld
from deskstretch.core.language import _
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.body_chart import BodyChart
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.week.words import NO_STRETCHES, area_lines
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_WIDE_EM = 26
"""From that width on the list stands beside the picture, else below."""


class BodyCard(TitledCard):
    """Shows how long each area was held."""

    def __init__(
        self, theme: Theme, appearance: FigureAppearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Where you stretched"), parent)
        self.chart = BodyChart(theme, appearance, self)
        self._rows = QVBoxLayout()
        self._lines: list[tuple[TextLabel, TextLabel]] = []
        self._list = QWidget(self)
        self._list.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addWidget(self.chart, 1)
        self._both.addWidget(self._list, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(self._both, 1)

    def show_areas(self, areas: Sequence[AreaHeld]) -> None:
        """Show these, the longest held first."""
        self.chart.show_areas(areas)
        lines = [area_lines(each).partition("\n") for each in areas]
        shown = [
            (name, numbers.replace("\n", " \N{MIDDLE DOT} ")) for name, _comma, numbers in lines
        ]
        shown = shown or [("", _(NO_STRETCHES))]
        while len(self._lines) < len(shown):
            self._add_row()
        for row, labels in enumerate(self._lines):
            words = shown[row] if row < len(shown) else ("", "")
            for label, text in zip(labels, words, strict=True):
                label.setText(text)
                label.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be with the list below the picture."""
        margins = self.content.contentsMargins()
        parts = (self._title, self.chart, self._list)
        widest = max(part.minimumSizeHint().width() for part in parts)
        width = widest + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_EM * em(self)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _add_row(self) -> None:
        name = TextLabel(self._theme, "", self, weight=QFont.Weight.DemiBold)
        numbers = TextLabel(self._theme, "", self, tone=Tone.MUTED)
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(name)
        pair.addWidget(numbers)
        self._rows.addLayout(pair)
        self._lines.append((name, numbers))

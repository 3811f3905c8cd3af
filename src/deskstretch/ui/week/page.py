"""A review as a page: its cards, side by side where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.core.period import kind_of
from deskstretch.core.review import Review
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.bar_chart import BarChart
from deskstretch.ui.week.body_card import BodyCard
from deskstretch.ui.week.figure_card import FigureCard
from deskstretch.ui.week.kind_words import MORE_OF_KIND
from deskstretch.ui.week.legend import Legend
from deskstretch.ui.week.lines_card import LinesCard
from deskstretch.ui.week.skip_map import SkipMap
from deskstretch.ui.week.suggestion_card import SuggestionCard
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.week.words import (
    NO_STRETCHES,
    figure_words,
    further_words,
    skip_caption,
    stretch_words,
)
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_FIGURES = 4
_BESIDE = (5, 3)
"""How the bars and what stands beside them share the width."""
_GAP_EM = 0.6
_WIDE_EM = 46
"""From that width on the figures stand in one row, and the bars beside what else there is."""
_MIDDLE_EM = 23
"""From that width on the figures stand two by two."""


class ReviewPage(QWidget):
    """Shows one review."""

    def __init__(
        self, theme: Theme, appearance: FigureAppearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.figures = tuple(FigureCard(theme, self) for _ in range(_FIGURES))
        self.bars = BarChart(theme, self)
        self.skips = SkipMap(theme, self)
        self.suggestion = SuggestionCard(theme, self)
        self.body = BodyCard(theme, appearance, self)
        self.stretches = LinesCard(theme, _("Stretches"), _(NO_STRETCHES), self)
        self.further = LinesCard(theme, _("More figures"), parent=self)
        self._skip_caption = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._bars_card = TitledCard(theme, _("Breaks by day"), self)
        self._bars_card.content.addWidget(self.bars, 1)
        self._bars_card.content.addWidget(Legend(theme, self))
        self._skips_card = TitledCard(theme, _("When you skip"), self)
        self._skips_card.content.addWidget(self.skips, 1)
        self._skips_card.content.addWidget(self._skip_caption)
        self._upper = QGridLayout()
        self._lower = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._lower, 1)
        self._cards = (
            *self.figures,
            *(self._bars_card, self._skips_card, self.suggestion),
            *(self.body, self.stretches, self.further),
        )
        self._figures_in_row = 0
        self._arrange(_FIGURES)

    def show_review(
        self,
        review: Review,
        today: date,
        stretch_names: Mapping[str, str],
        goal_percent: int = 0,
    ) -> None:
        """Show it; `today` is marked if it is in that time."""
        for card, figure in zip(self.figures, figure_words(review, goal_percent), strict=True):
            card.show_figure(figure)
        self.bars.show_review(review, today)
        self._bars_card.set_title(self.bars.accessibleName())
        self.skips.show_cells(review.skips)
        self._skip_caption.setText(skip_caption(review))
        self.body.show_areas(review.areas)
        self.stretches.show_lines(stretch_words(review.stretches, stretch_names))
        self.further.set_title(_(MORE_OF_KIND[kind_of(review.period)]))
        self.further.show_lines(further_words(review.figures))

    def further_tables(self) -> tuple[str, ...]:
        """All that is not in the report, each table under its name."""
        charts = (self.skips, self.body.chart)
        return (
            *(f"{chart.accessibleName()}\n{chart.table()}" for chart in charts),
            "\n".join((_("Stretches"), self.stretches.table())),
        )

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest card at least: each has the width of its place, not its own."""
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew where another arrangement fits."""
        super().resizeEvent(event)
        width = self.width() / em(self)
        self._arrange(_FIGURES if width >= _WIDE_EM else 2 if width >= _MIDDLE_EM else 1)

    def _arrange(self, figures_in_row: int) -> None:
        if figures_in_row == self._figures_in_row:
            return
        self._figures_in_row = figures_in_row
        gap = round(_GAP_EM * em(self))
        for layout in (self._column, self._upper, self._lower):
            layout.setSpacing(gap)
        for index, card in enumerate(self.figures):
            self._upper.removeWidget(card)
            self._upper.addWidget(card, *divmod(index, figures_in_row))
        for column in range(_FIGURES):
            self._upper.setColumnStretch(column, int(column < figures_in_row))
        self._arrange_lower(beside=figures_in_row == _FIGURES)

    def _arrange_lower(self, *, beside: bool) -> None:
        left = (self._bars_card, self.body)
        right = ((self._skips_card, self.suggestion), (self.stretches, self.further))
        cards = [card for pair in zip(left, right, strict=True) for card in (pair[0], *pair[1])]
        for card in cards:
            self._lower.removeWidget(card)
        for number, card in enumerate(cards):
            if not beside:
                self._lower.addWidget(card, number, 0)
            elif card in left:
                self._lower.addWidget(card, 2 * left.index(card), 0, 2, 1)
            else:
                group, place = divmod(number - 1, len(left) + 1)
                self._lower.addWidget(card, 2 * group + place, 1)
        for column, stretch in enumerate(_BESIDE if beside else (1, 0)):
            self._lower.setColumnStretch(column, stretch)

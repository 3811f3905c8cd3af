"""Deleting what is shown, or all there is: a quiet button, then a question on a card."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.dates import day_words
from deskstretch.core.language import _, ngettext, pgettext
from deskstretch.core.period import kind_of, period_words, short_bar_words
from deskstretch.core.review import Review
from deskstretch.core.week import IsoWeek
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.kind_words import THIS_KIND
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_OWN_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Home}


class DeletePanel(QWidget):
    """Deletes nothing itself. The question goes when another time is shown."""

    asked = Signal()
    deletion_confirmed = Signal(object, object)
    """The first and the last day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._review: Review | None = None
        self._days = (date.max, date.min)
        self.begin = SmallButton(theme, _("Delete…"), self)
        self.begin.setToolTip(_("Delete this, a day of it, or everything that was kept"))
        self.card = TitledCard(theme, _("Delete for good?"), self)
        self.choices = Flow[ChoicePill](self.card, gap_em=0.2)
        self.words = TextLabel(theme, "", self.card, tone=Tone.MUTED)
        self.said = TextLabel(theme, "", self, tone=Tone.MUTED)
        self.keep = PillButton(theme, pgettext("button", "Keep"), Voice.SECONDARY)
        self.delete = PillButton(theme, _("Delete for good"), Voice.SECONDARY)
        answers = Flow[PillButton](self.card, gap_em=0.5)
        answers.set_controls((self.keep, self.delete))
        for part in (self.choices, self.words, answers):
            self.card.content.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)
        column.addWidget(self.card)
        self.begin.clicked.connect(self._ask)
        self.keep.clicked.connect(self._leave)
        self.delete.clicked.connect(self._confirm)
        self._close()
        self.said.hide()

    @property
    def is_asking(self) -> bool:
        """Whether the question is there."""
        return not self.card.isHidden()

    def show_review(self, review: Review) -> None:
        """What is shown now, and so what can be deleted."""
        is_other = self._review is None or self._review.period != review.period
        self._review = review
        if is_other:
            self._close()
            self.said.hide()

    def say(self, words: str) -> None:
        """Tell what came of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the question from going through the weeks, or closing the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.is_asking
            and event.key() in _OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps everything."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self._review is None:
            return
        self.say("")
        period = self._review.period
        whole = ChoicePill(self._theme, _(THIS_KIND[kind_of(period)]))
        pills = [whole]
        total = self._review.figures.counts.total
        self._when_chosen(whole, total, period_words(period), period.first_day, period.last_day)
        if isinstance(period, IsoWeek):
            for bar in self._review.bars:
                if isinstance(bar.place, date):
                    pill = ChoicePill(self._theme, short_bar_words(bar.place))
                    count, day = bar.counts.total, bar.place
                    self._when_chosen(pill, count, day_words(day), day, day)
                    pills.append(pill)
        everything = ChoicePill(self._theme, _("Everything"))
        self._when_chosen(everything, None, "", date.min, date.max)
        self.choices.set_controls((*pills, everything))
        whole.setChecked(True)
        self.begin.hide()
        self.card.show()
        self.keep.setFocus()
        self.asked.emit()

    def _when_chosen(
        self, pill: ChoicePill, count: int | None, days: str, first: date, last: date
    ) -> None:
        def choose(is_chosen: bool) -> None:
            if is_chosen:
                self._days = (first, last)
                self.words.setText(_question(count, days))
                self.delete.setAccessibleDescription(self.words.text())

        pill.toggled.connect(choose)

    def _confirm(self) -> None:
        self._leave()
        self.deletion_confirmed.emit(*self._days)

    def _leave(self) -> None:
        self._close()
        self.begin.setFocus()

    def _close(self) -> None:
        self.card.hide()
        self.begin.show()


def _question(count: int | None, days: str) -> str:
    if count is None:
        return _("All that was ever kept goes, and cannot be brought back.")
    words = ngettext(
        "{count} break of {days} and what was kept of absences go, and cannot be brought back.",
        "{count} breaks of {days} and what was kept of absences go, and cannot be brought back.",
        count,
    )
    return words.format(count=count, days=days)

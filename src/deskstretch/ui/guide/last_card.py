"""The guide's last screen: what was held and what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _, pgettext
from deskstretch.core.outcome import Outcome
from deskstretch.core.session import SessionResult
from deskstretch.ui.guide.words import done_sentence, held_lines, kept_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.ring import Ring, RingTone
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

SHOWN_SECONDS = 8
_DEAF_MS = 700
"""A key meant for the last hold must not close what only just appeared."""
_MOST_LINES = 5
_ROOM_FOR_LINES_EM = 16
_ROOM_FOR_RING_EM = 23
_LARGEST_RING_EM = 9.5


class LastCard(Card):
    """Says how it went, and asks to be closed after a few seconds."""

    close_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._result: SessionResult | None = None
        self._seconds_left = SHOWN_SECONDS
        centre = Qt.AlignmentFlag.AlignHCenter
        bold = QFont.Weight.Bold
        self._ring = Ring(theme, self)
        self._done = TextLabel(theme, "", self, size=1.5, weight=bold, align=centre)
        self._kept = TextLabel(theme, "", self, align=centre)
        self._lines = TextLabel(theme, "", self, tone=Tone.MUTED, align=centre)
        self._hint = TextLabel(theme, "", self, tone=Tone.MUTED, size=0.86, align=centre)
        self._close = PillButton(theme, pgettext("button", "Close"), Voice.PRIMARY, self)
        self._close.clicked.connect(self.close_wanted)
        self.content.addStretch(1)
        self.content.addWidget(self._ring, 6)
        self.content.addWidget(self._done)
        self.content.addWidget(self._kept)
        self.content.addWidget(self._lines)
        self.content.addStretch(2)
        self.content.addWidget(self._close)
        self.content.addWidget(self._hint)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count)
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(_DEAF_MS)
        self._deaf.timeout.connect(self._close.setFocus)

    def show_result(self, result: SessionResult, exercises: Mapping[str, Exercise]) -> None:
        """Say what was held, and begin to count down."""
        self._result = result
        self._done.setText(done_sentence(result))
        lines = held_lines(result, exercises)
        if len(lines) <= _MOST_LINES and result.held_seconds > 0:
            self._lines.setText(
                "\n".join(
                    _("{name}: {value}").format(name=line.name, value=line.held) for line in lines
                )
            )
        share = result.held_seconds / result.planned_seconds if result.planned_seconds else 0.0
        self._ring.setAccessibleName(_("Held of what was planned"))
        self._ring.show_time(None, 1, share, RingTone.CALM)
        self.tell_saved(None)
        self._seconds_left = SHOWN_SECONDS
        self._tell_countdown()
        self._countdown.start()
        self._deaf.start()
        self._use_room()

    def tell_saved(self, saved: bool | None) -> None:
        """Say whether it is in the history; None while nobody knows."""
        if self._result is not None:
            self._kept.setText(kept_words(self._result.outcome, saved))

    def close_by_key(self) -> None:
        """Ask to be closed, unless it has only just appeared."""
        if not self._deaf.isActive():
            self.close_wanted.emit()

    def words(self) -> str:
        """All of it, for a screen reader."""
        return f"{self._done.text()} {self._kept.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the words go before the ring."""
        super().resizeEvent(event)
        self._use_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is there to count down for."""
        super().hideEvent(event)
        self._countdown.stop()

    def _use_room(self) -> None:
        lines_of_text = self.height() / em(self)
        skipped = self._result is not None and self._result.outcome is Outcome.SKIPPED
        fits = lines_of_text >= _ROOM_FOR_LINES_EM and self.height() >= self._height_of_words()
        self._lines.setVisible(fits and bool(self._lines.text()))
        self._ring.setVisible(lines_of_text >= _ROOM_FOR_RING_EM and not skipped)
        self._ring.setMaximumHeight(round(_LARGEST_RING_EM * em(self)))

    def _height_of_words(self) -> int:
        """Of all words and the button, without the ring."""
        margins = self.content.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        words = (self._done, self._kept, self._lines, self._hint)
        heights = sum(label.heightForWidth(width) for label in words)
        gaps = self.content.count() * self.content.spacing()
        button = self._close.sizeHint().height()
        return margins.top() + heights + gaps + button + margins.bottom()

    def _count(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self._countdown.stop()
            self.close_wanted.emit()
        else:
            self._tell_countdown()

    def _tell_countdown(self) -> None:
        words = _("Closes by itself in {seconds} s, or with any key")
        self._hint.setText(words.format(seconds=self._seconds_left))

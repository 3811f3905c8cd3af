"""The answers on the prompt: Start, Snooze, Skip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _, pgettext
from deskstretch.core.prompt import PromptContent
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em


class Answers(QWidget):
    """Start in both lengths, then Snooze and Skip, which give way to the snooze choices."""

    start_chosen = Signal(str)
    snooze_chosen = Signal(int)
    skip_chosen = Signal()

    def __init__(self, theme: Theme, content: PromptContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(round(0.2 * em(self)))
        rows.addLayout(self._start_row())
        self._below = QStackedLayout()
        rows.addLayout(self._below)
        self._below.addWidget(self._snooze_or_skip())
        if content.snoozes_left:
            self._below.addWidget(self._snooze_choices())

    @property
    def shows_choices(self) -> bool:
        """Whether the snooze choices are open."""
        return self._below.currentIndex() == 1

    def close_choices(self) -> None:
        """Back to Snooze and Skip."""
        self._below.setCurrentIndex(0)

    def _open_choices(self) -> None:
        self._below.setCurrentIndex(1)
        # Only moves the keyboard inside this window; if it is elsewhere, there it stays.
        self.focusNextChild()

    def _start_row(self) -> QHBoxLayout:
        content = self._content
        row = _row()
        start = self._button(pgettext("button: start the break", "Start"), Voice.PRIMARY)
        start.setAccessibleName(
            _("Start, {length}").format(length=content.about_words(content.default_length))
        )
        start.clicked.connect(lambda: self.start_chosen.emit(content.default_length))
        other_words = content.about_words(content.other_length)
        other = self._button(other_words, Voice.SECONDARY)
        other.setAccessibleName(_("Start {length} instead").format(length=other_words))
        other.clicked.connect(lambda: self.start_chosen.emit(content.other_length))
        row.addWidget(start, 1)
        row.addWidget(other)
        return row

    def _snooze_or_skip(self) -> QWidget:
        content = self._content
        holder, row = _holder(self)
        if content.snoozes_left:
            usual = _("Snooze {minutes} min").format(minutes=content.snooze_minutes)
            snooze = self._button(usual, Voice.SECONDARY)
            snooze.clicked.connect(lambda: self.snooze_chosen.emit(content.snooze_minutes))
            row.addWidget(snooze, 1)
            more = _MoreButton(self._theme, self)
            more.clicked.connect(self._open_choices)
            row.addWidget(more)
        turns = QStackedLayout()
        row.addLayout(turns, 1)
        self._offer_skip_in_time(turns)
        return holder

    def _offer_skip_in_time(self, turns: QStackedLayout) -> None:
        """Skip, or first a word in its place that it will come."""
        skip = self._button(pgettext("button: leave the break out", "Skip"), Voice.QUIET)
        skip.clicked.connect(self.skip_chosen)
        wait_ms = round(1000 * self._content.skip_after_seconds)
        if wait_ms:
            coming = PillButton(self._theme, _("Skip in a moment"), Voice.PLAIN, self)
            coming.setEnabled(False)
            turns.addWidget(coming)
            QTimer.singleShot(wait_ms, skip, lambda: turns.setCurrentWidget(skip))
        turns.addWidget(skip)

    def _snooze_choices(self) -> QWidget:
        holder, row = _holder(self)
        for minutes in self._content.snooze_choices:
            choice = self._button(_("{minutes} min").format(minutes=minutes), Voice.SECONDARY)
            choice.setAccessibleName(_("Snooze {minutes} min").format(minutes=minutes))
            choice.clicked.connect(
                lambda _checked=False, chosen=minutes: self.snooze_chosen.emit(chosen)
            )
            row.addWidget(choice, 1)
        return holder

    def _button(self, text: str, voice: Voice) -> PillButton:
        button = PillButton(self._theme, text, voice, self)
        button.setAutoDefault(True)  # Enter presses what has the keyboard.
        return button


class _MoreButton(PillButton):
    """A round button with a chevron: there are other lengths."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", Voice.SECONDARY, parent)
        self.setAutoDefault(True)
        self.setAccessibleName(_("Snooze for another time"))
        self.setToolTip(_("Snooze for …"))

    def sizeHint(self) -> QSize:
        """As wide as high."""
        height = super().sizeHint().height()
        return QSize(height, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill and the chevron on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wing = 0.25 * em(self)
        pen = QPen(self._theme.ink, wing / 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.translate(self.width() / 2, self.height() / 2)
        points = (QPointF(-wing, -wing / 2), QPointF(0, wing / 2), QPointF(wing, -wing / 2))
        painter.drawPolyline(QPolygonF(points))


def _holder(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    # A stacked layout shows its first page at once: without a parent, as a window of its own that
    # takes the keyboard for a moment.
    holder = QWidget(parent)
    row = _row()
    holder.setLayout(row)
    return holder, row


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    return row

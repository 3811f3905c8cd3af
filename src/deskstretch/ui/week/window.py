"""The window of past weeks, months and years: one at a time, back to the first and up to now."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.core.period import Kind, Period, kind_of, period_of
from deskstretch.core.week import IsoWeek
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.delete_panel import DeletePanel
from deskstretch.ui.week.header import ReviewHeader
from deskstretch.ui.week.page import ReviewPage
from deskstretch.ui.week.source import Contents, ReviewSource, UnreadableReviewError
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.direction import in_time
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.page_scroll import PageScroll
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.ui.widgets.themed import dress

_DESIGN_EM = (64, 48)
_SMALLEST_EM = (17, 12)
_MARGIN_EM = 1.6
_ZERO_WIDTH_SPACE = "\u200b"
_COPIED_MS = 2000


class WeekWindow(QWidget):
    """Shows what `source` has of a week, this week at first; frees itself when closed."""

    accessible_role = QAccessible.Role.Window
    suggestion_taken = Signal()
    suggestion_put_off = Signal()
    suggestion_undone = Signal()
    deletion_confirmed = Signal(object, object)
    """The first and the last day that are to be deleted."""

    def __init__(
        self,
        theme: Theme,
        source: ReviewSource,
        appearance: FigureAppearance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(_("Your week"))
        self._theme = theme
        self._source = source
        self._kind = Kind.WEEK
        self._day: date | None = None
        self._contents: Contents | None = None
        self.header = ReviewHeader(theme, self)
        self.page = ReviewPage(theme, appearance or FigureAppearance(), self)
        self.deleting = DeletePanel(theme, self)
        self.trouble = TextLabel(theme, "", self)
        # A path is one long word: it may break anywhere rather than widen the window.
        self.trouble.setMinimumWidth(1)
        self._trouble_card = Card(theme, self)
        self._trouble_card.content.addWidget(self.trouble)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.timeout.connect(lambda: self.header.say_copied(False))
        self._column = self._scrolled_column()
        self._connect()
        self._space()
        # Qt would show a window without a size of its own at two thirds of the screen at most.
        self.resize(self.sizeHint())

    @property
    def period(self) -> Period:
        """What it shows."""
        return period_of(self._kind, self._day or self._source.today())

    def show_earlier(self) -> None:
        """Go back by one, where there is one."""
        if self.header.earlier.isEnabled():
            self._go_to(self.period.plus(-1))

    def show_later(self) -> None:
        """Go forth by one, where there is one."""
        if self.header.later.isEnabled():
            self._go_to(self.period.plus(1))

    def show_now(self) -> None:
        """Go to the week, month or year that it is now."""
        self._day = None
        self.refresh()

    def show_kind(self, kind: Kind) -> None:
        """Show the week, month or year round about the days it shows now."""
        self._kind = kind
        self.refresh()

    def show_day(self, day: date) -> None:
        """Go to that day's week, month or year."""
        self._go_to(period_of(self._kind, day), day)

    def show_calendar(self) -> None:
        """Let a day be chosen."""
        from deskstretch.ui.week.calendar_popup import CalendarPopup

        today = self._source.today()
        first = (self._contents and self._contents.first_day) or today
        popup = CalendarPopup(self._theme, self.period, min(first, today), today, self)
        popup.day_chosen.connect(self.show_day)
        button = self.header.calendar
        across = button.width() - popup.sizeHint().width() if self.isRightToLeft() else 0
        popup.move(button.mapToGlobal(QPoint(across, button.height())))
        popup.show()

    def copy_text(self) -> None:
        """Put all figures and tables on the clipboard."""
        if self._contents is None:
            return
        from deskstretch.core.report import report_text

        text = "\n\n".join([report_text(self._contents.review), *self.page.further_tables()])
        QGuiApplication.clipboard().setText(text + "\n")
        self.header.say_copied(True)
        self._copied.start(_COPIED_MS)

    def refresh(self) -> None:
        """Read anew; where it was this week, it is still this week after midnight."""
        source, period = self._source, self.period
        is_newest = period == period_of(self._kind, source.today())
        try:
            contents = source.read(period)
        except UnreadableReviewError as error:
            self._contents = None
            self._show_trouble(str(error))
            self.header.show_period(period, has_earlier=False, is_newest=is_newest)
            return
        self._show_trouble("")
        self._contents = contents
        review, first = contents.review, contents.first_day
        self.deleting.show_review(review)
        self.page.show_review(review, source.today(), source.stretch_names(), source.goal_percent())
        self.page.suggestion.show_suggestion(contents.suggestion, source.applied())
        has_earlier = first is not None and first < period.first_day
        self.header.show_period(period, has_earlier=has_earlier, is_newest=is_newest)
        self.setWindowTitle(self.header.title.text())
        self._scroll.setAccessibleName(self.header.title.text())

    def refuse_suggestion(self, why: str) -> None:
        """Say why a suggestion could not be applied or undone."""
        self.page.suggestion.words.setText(why)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for most at the font's size, within the screen."""
        unit = em(self)
        wanted = QSize(round(_DESIGN_EM[0] * unit), round(_DESIGN_EM[1] * unit))
        return wanted.boundedTo(self.screen().availableSize() * 0.92)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper that the cards lie on."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden is in it."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the margins in step with the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._space()

    def event(self, event: QEvent) -> bool:
        """What it shows may need another width now."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_smallest_size()
        return handled

    def _connect(self) -> None:
        header, suggestion = self.header, self.page.suggestion
        header.earlier_wanted.connect(self.show_earlier)
        header.today_wanted.connect(self.show_now)
        header.later_wanted.connect(self.show_later)
        header.kind_chosen.connect(self.show_kind)
        header.calendar_wanted.connect(self.show_calendar)
        header.copy_wanted.connect(self.copy_text)
        suggestion.taken.connect(self.suggestion_taken)
        suggestion.put_off.connect(self.suggestion_put_off)
        suggestion.undone.connect(self.suggestion_undone)
        self.page.bars.part_chosen.connect(self._open_bar)
        self.deleting.deletion_confirmed.connect(self.deletion_confirmed)
        for key, order in (
            (in_time(self, Qt.Key.Key_Left), self.show_earlier),
            (Qt.Key.Key_Home, self.show_now),
            (in_time(self, Qt.Key.Key_Right), self.show_later),
            (Qt.Key.Key_Escape, self.close),
            (Qt.Key.Key_W, lambda: self.show_kind(Kind.WEEK)),
            (Qt.Key.Key_M, lambda: self.show_kind(Kind.MONTH)),
            (Qt.Key.Key_Y, lambda: self.show_kind(Kind.YEAR)),
            (Qt.Key.Key_G, self.show_calendar),
            (QKeySequence.StandardKey.Copy, self.copy_text),
        ):
            QShortcut(QKeySequence(key), self, order)

    def _open_bar(self, part: int) -> None:
        """A year's bar opens its month, a month's bar its week."""
        if self._contents is None or self._kind is Kind.WEEK:
            return
        place = self._contents.review.bars[part].place
        first = place if isinstance(place, date) else place.first_day
        if first <= self._source.today():
            self._kind = Kind.WEEK if self._kind is Kind.MONTH else Kind.MONTH
            self.show_day(first)

    def _go_to(self, period: Period, day: date | None = None) -> None:
        # A week is of the month that its Thursday lies in.
        middle = 3 if isinstance(period, IsoWeek) else 0
        newest = period_of(kind_of(period), self._source.today())
        is_newest = period.first_day >= newest.first_day
        self._day = None if is_newest else day or period.first_day + timedelta(days=middle)
        self.refresh()

    def _show_trouble(self, words: str) -> None:
        self.trouble.setText(words.replace("/", f"/{_ZERO_WIDTH_SPACE}"))
        self._trouble_card.setVisible(bool(words))
        self.page.setVisible(not words)
        self.deleting.setVisible(not words)

    def _scrolled_column(self) -> QVBoxLayout:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.addWidget(self.header)
        column.addWidget(self._trouble_card)
        column.addWidget(self.page, 1)
        column.addWidget(self.deleting)
        column.addStretch(0)
        self._scroll = scroll = PageScroll(self._theme, content, self)
        # Once the layout has made room for the question.
        show_question = partial(scroll.ensureWidgetVisible, self.deleting)
        self.deleting.asked.connect(lambda: QTimer.singleShot(0, self, show_question))
        FocusRing(self._theme, scroll)
        # The arrow keys, page up and page down then scroll from the start.
        scroll.setFocus()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return column

    def _space(self) -> None:
        margin = round(_MARGIN_EM * em(self))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(em(self)))
        self._fit_smallest_size()

    def _fit_smallest_size(self) -> None:
        smallest = QSize(*(round(size * em(self)) for size in _SMALLEST_EM))
        wide_enough = smallest.expandedTo(self._scroll.minimumSizeHint())
        self.setMinimumSize(wide_enough.boundedTo(self.screen().availableSize()))

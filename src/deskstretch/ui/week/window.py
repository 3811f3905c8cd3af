"""The week's window: one week at a time, back to the first one and forth to this one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from deskstretch.core.week import IsoWeek, week_of
from deskstretch.ui.theme import Theme
from deskstretch.ui.tray.icon import app_icon
from deskstretch.ui.week.header import WeekHeader
from deskstretch.ui.week.page import WeekPage
from deskstretch.ui.week.source import UnreadableWeekError, WeekSource
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.slim_bar import SlimBar
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.ui.widgets.themed import dress

_DESIGN_EM = (64, 46)
_SMALLEST_EM = (15, 12)
_MARGIN_EM = 1.6
_ZERO_WIDTH_SPACE = "\u200b"


class WeekWindow(QWidget):
    """Shows a week of `source`, this week at first, read when shown; frees itself when closed."""

    def __init__(self, theme: Theme, source: WeekSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("Your week")
        self.setWindowIcon(app_icon())
        self._theme = theme
        self._source = source
        self._chosen: IsoWeek | None = None
        self.header = WeekHeader(theme, self)
        self.page = WeekPage(theme, self)
        self.trouble = TextLabel(theme, "", self)
        # A path is one long word: it may break anywhere rather than widen the window.
        self.trouble.setMinimumWidth(1)
        self._trouble_card = Card(theme, self)
        self._trouble_card.content.addWidget(self.trouble)
        self._column = self._scrolled_column()
        self.header.earlier_wanted.connect(self.show_earlier)
        self.header.today_wanted.connect(self.show_this_week)
        self.header.later_wanted.connect(self.show_later)
        for key, order in (
            (Qt.Key.Key_Left, self.show_earlier),
            (Qt.Key.Key_Home, self.show_this_week),
            (Qt.Key.Key_Right, self.show_later),
            (Qt.Key.Key_Escape, self.close),
        ):
            QShortcut(QKeySequence(key), self, order)
        self._space()
        # Qt would show a window without a size of its own at two thirds of the screen at most.
        self.resize(self.sizeHint())

    @property
    def week(self) -> IsoWeek:
        """The week it shows."""
        return self._chosen or self._this_week()

    def show_earlier(self) -> None:
        """Go back one week, where there is one."""
        if self.header.earlier.isEnabled():
            self._choose(self.week.plus(-1))

    def show_later(self) -> None:
        """Go forth one week, where there is one."""
        if self.header.later.isEnabled():
            self._choose(self.week.plus(1))

    def show_this_week(self) -> None:
        """Go to the week that it is now."""
        self._choose(self._this_week())

    def refresh(self) -> None:
        """Read the week anew; where it was this week, it is still this week after midnight."""
        try:
            first = self._source.first_week()
            review = self._source.review(self.week)
        except UnreadableWeekError as error:
            self._show_trouble(str(error))
            self.header.show_week(self.week, has_earlier=False, is_newest=self._chosen is None)
            return
        self._show_trouble("")
        self.page.show_review(review, self._source.today())
        self.header.show_week(
            self.week,
            has_earlier=first is not None and first < self.week,
            is_newest=self._chosen is None,
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all at the font's size, within the screen."""
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

    def _choose(self, week: IsoWeek) -> None:
        self._chosen = None if week >= self._this_week() else week
        self.refresh()

    def _this_week(self) -> IsoWeek:
        return week_of(self._source.today())

    def _show_trouble(self, words: str) -> None:
        self.trouble.setText(words.replace("/", f"/{_ZERO_WIDTH_SPACE}"))
        self._trouble_card.setVisible(bool(words))
        self.page.setVisible(not words)

    def _scrolled_column(self) -> QVBoxLayout:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.addWidget(self.header)
        column.addWidget(self._trouble_card)
        column.addWidget(self.page, 1)
        column.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBar(SlimBar(self._theme, scroll))
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
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
        self.setMinimumSize(*(round(size * em(self)) for size in _SMALLEST_EM))

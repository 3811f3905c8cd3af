"""The welcome's window: the figure on paper, a card with one page after the other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _, pgettext
from deskstretch.core.managed import Managed
from deskstretch.core.settings import Settings
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.reading_scroll import ReadingScroll
from deskstretch.ui.theme import Theme
from deskstretch.ui.welcome.pages import (
    HelloPage,
    HoursPage,
    Page,
    PlacePage,
    ReadyPage,
    SafetyPage,
)
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.segments_bar import SegmentsBar
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

_DESIGN_EM = (50, 27)
_SMALLEST_EM = (22, 17)
_SMALLEST_PIXELS = (480, 360)
_WIDE_EM = (34, 17)
"""From that size on the card stands beside the figure, below that under it."""
_CARD_EM = (21, 32)
_LEAST_FIGURE_EM = 11.0
"""Above the card; in less room it would only take the place of the words."""


class WelcomeWindow(QWidget):
    """Tells what the person wants; what is not touched is not told. Deletes itself when closed.

    A change is in force once `show_settings` shows it; `refuse` says why it is not. Either is
    expected before the signal returns. The switch for starting with the computer is joined to its
    place from outside.
    """

    accessible_role = QAccessible.Role.Window
    setting_changed = Signal(str, object)
    """Key and fit value."""
    stretch_wanted = Signal(str)
    """The id of the stretch that is to start now; the window closes itself then."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        catalogue: Catalogue,
        first: Exercise | None,
        appearance: FigureAppearance,
        *,
        reduced_motion: bool = False,
    ) -> None:
        """`first` is the stretch to try; None where nothing suits."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(_("Welcome to DeskStretch"))
        self._theme = theme
        self._exercises = dict(catalogue.exercises)
        self._shown: Exercise | None = None
        # Made in the order in which Tab goes through them.
        self._figure = Preview(theme, appearance, self, reduced_motion=reduced_motion)
        self._card = Card(theme, self)
        self._stack = QStackedWidget(self._card)
        self.hours, self.place, self.ready = HoursPage(theme), PlacePage(theme), ReadyPage(theme)
        self.pages: tuple[Page, ...] = (
            HelloPage(theme),
            SafetyPage(theme),
            self.hours,
            self.place,
            self.ready,
        )
        for page in self.pages:
            self._stack.addWidget(_scroll_of(theme, page))
            page.setting_chosen.connect(self.setting_changed)
            page.stretch_changed.connect(self._show_figure)
        self.skip = PillButton(theme, pgettext("button", "Skip"), Voice.PLAIN, self._card)
        self.back = PillButton(theme, pgettext("button", "Back"), Voice.SECONDARY, self._card)
        self.go_on = PillButton(theme, pgettext("button", "Next"), Voice.PRIMARY, self._card)
        self._bar = SegmentsBar(theme, len(self.pages), self)
        self._bar.setAccessibleName(_("Pages seen"))
        self._count = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._connect(first)
        self._lay_out_card()
        self.show_settings(settings)
        self._open(0)
        self._fit_smallest_size()
        self.resize(self.sizeHint())
        self.go_on.setFocus()

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[self._stack.currentIndex()]

    @Slot(object)
    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        self._settings = settings
        self._trouble.hide()
        for page in self.pages:
            page.show_settings(settings)

    @Slot(object)
    def show_managed(self, managed: Managed) -> None:
        """Show what an office has locked, and go by its defaults."""
        for page in self.pages:
            page.show_managed(managed)

    def refuse(self, words: str) -> None:
        """Say why the change that was just told could not be made, and show what is in force."""
        for page in self.pages:
            page.show_settings(self._settings)
        self._trouble.setText(words)
        self._trouble.setVisible(True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def sizeHint(self) -> QSize:
        """Roomy, as far as the screen allows."""
        wished = QSize(*(round(lines * em(self)) for lines in _DESIGN_EM))
        return wished.boundedTo(self.screen().availableGeometry().size() * 0.92)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure stands where there is room for it."""
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed last counts."""
        self.page.finish()
        super().closeEvent(event)

    def _connect(self, first: Exercise | None) -> None:
        self.skip.setToolTip(pgettext("key", "Esc"))
        self.skip.clicked.connect(self.close)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.go_on.clicked.connect(lambda: self._turn(1))
        self.ready.try_one.setVisible(first is not None)
        self.ready.try_one.clicked.connect(self._try_one)
        if first is not None:
            self.ready.stretch_id = first.id
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        QShortcut(QKeySequence.StandardKey.Back, self, lambda: self._turn(-1))

    def _try_one(self) -> None:
        self.stretch_wanted.emit(self.ready.stretch_id)
        self.close()

    def _turn(self, pages: int) -> None:
        """Go on or back; beyond the last page is the end."""
        self.page.finish()
        index = self._stack.currentIndex() + pages
        if index == len(self.pages):
            self.close()
        elif index >= 0:
            self._open(index)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.page.words()))

    def _open(self, index: int) -> None:
        is_last = index == len(self.pages) - 1
        self._stack.setCurrentIndex(index)
        self._trouble.hide()
        self._bar.show_progress(index, 1.0)
        self._count.setText(
            _("{number} of {count}").format(number=index + 1, count=len(self.pages))
        )
        self.back.setVisible(index > 0)
        self.skip.setVisible(not is_last)
        self.go_on.setText(pgettext("button", "Done") if is_last else pgettext("button", "Next"))
        self.go_on.set_voice(Voice.SECONDARY if is_last else Voice.PRIMARY)
        if not self.go_on.hasFocus():
            self.go_on.setFocus()
        self._show_figure()

    def _show_figure(self) -> None:
        exercise = self._exercises.get(self.page.stretch_id)
        if exercise is not None and exercise is not self._shown:
            self._shown = exercise
            self._figure.show_stretch(exercise, exercise.side_order[0])

    def _lay_out_card(self) -> None:
        self._trouble = TextLabel(self._theme, "", self._card, tone=Tone.CORAL)
        self.go_on.keep_room_for(pgettext("button", "Next"))
        buttons = QHBoxLayout()
        buttons.setSpacing(round(0.35 * em(self)))
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go_on)
        self._card.content.addWidget(self._stack, 1)
        self._card.content.addWidget(self._trouble)
        self._card.content.addLayout(buttons)

    def _fit_smallest_size(self) -> None:
        across, down = (round(lines * em(self)) for lines in _SMALLEST_EM)
        smallest = QSize(max(across, _SMALLEST_PIXELS[0]), max(down, _SMALLEST_PIXELS[1]))
        self.setMinimumSize(smallest.boundedTo(self.screen().availableGeometry().size() * 0.92))

    def _arrange(self) -> None:
        unit = em(self)
        margin, line = round(1.2 * unit), round(1.2 * unit)
        if self.width() >= _WIDE_EM[0] * unit and self.height() >= _WIDE_EM[1] * unit:
            least, most = (round(lines * unit) for lines in _CARD_EM)
            card = max(least, min(most, round(0.55 * self.width())))
            left = self.width() - margin - card
            self._put(self._card, left, margin, card, self.height() - 2 * margin)
            top = self._place_progress(margin, left - 2 * margin, line)
            self._show_figure_in(
                QRect(margin, top, left - 2 * margin, self.height() - top - margin)
            )
            return
        width = self.width() - 2 * margin
        top = self._place_progress(margin, width, line) + margin // 2
        height = round(0.36 * self.height())
        drawn = height >= _LEAST_FIGURE_EM * unit
        self._show_figure_in(QRect(margin, top, width, height) if drawn else QRect())
        top += (height + margin // 2) * drawn
        self._put(self._card, margin, top, width, self.height() - margin - top)

    def _place_progress(self, margin: int, width: int, line: int) -> int:
        """The bar, and the count after it; the top of what comes below."""
        count = self._count.sizeHint().width() + margin
        bar = self._bar.sizeHint().boundedTo(QSize(width - count, line))
        top = margin + (line - bar.height()) // 2
        self._put(self._bar, margin, top, bar.width(), bar.height())
        self._put(self._count, margin + bar.width() + margin // 2, margin, count, line)
        return margin + line

    def _show_figure_in(self, room: QRect) -> None:
        self._figure.setVisible(self._shown is not None and not room.isEmpty())
        self._figure.setGeometry(in_reading_order(self, room))

    def _put(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        part.setGeometry(in_reading_order(self, QRect(left, top, width, height)))


def _scroll_of(theme: Theme, page: Page) -> ReadingScroll:
    """The page where it may scroll; Tab stops at it only while there is something to scroll."""
    scroll = ReadingScroll(theme, page)
    scroll.setAccessibleName(_(page.title))
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    policy = Qt.FocusPolicy
    scroll.verticalScrollBar().rangeChanged.connect(
        lambda _least, most: scroll.setFocusPolicy(policy.TabFocus if most else policy.NoFocus)
    )
    return scroll

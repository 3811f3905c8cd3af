"""Above the review: which time it shows, and the ways to others."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.core.period import Kind, Period, kind_of, period_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.kind_words import (
    KIND_AFTER,
    KIND_BEFORE,
    KIND_TITLES,
    THIS_KIND,
    YOUR_KIND,
)
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_WIDE_EM = 27
_KEYS = {Kind.WEEK: "W", Kind.MONTH: "M", Kind.YEAR: "Y"}
_ROOM_FOR = "000"
"""A pill with one sign in it is still wider than high."""


class ReviewHeader(QWidget):
    """Title, days, buttons for the time before and after, and what else can be looked at."""

    earlier_wanted = Signal()
    today_wanted = Signal()
    later_wanted = Signal()
    kind_chosen = Signal(object)
    """Week, month or year."""
    calendar_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(theme, _("Your week"), self, size=2.1, weight=QFont.Weight.Bold)
        self.days = TextLabel(theme, "", self, tone=Tone.MUTED, size=1.15)
        self.earlier = PillButton(theme, "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}")
        self.today = PillButton(theme, _("Today"))
        self.later = PillButton(theme, "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")
        self.kinds = {kind: ChoicePill(theme, _(KIND_TITLES[kind])) for kind in Kind}
        self.calendar = PillButton(theme, _("Calendar"), Voice.QUIET)
        self.copy = PillButton(theme, _("Copy as text"), Voice.QUIET)
        self.copy.keep_room_for(_("Copied"))
        self.calendar.setToolTip(_("Go to a day (G key)"))
        self.copy.setToolTip(_("Copy all figures and tables"))
        self.earlier.clicked.connect(self.earlier_wanted)
        self.today.clicked.connect(self.today_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.calendar.clicked.connect(self.calendar_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        for kind, pill in self.kinds.items():
            pill.setToolTip(_("{name} ({key} key)").format(name=pill.text(), key=_KEYS[kind]))
            pill.chosen.connect(partial(self.kind_chosen.emit, kind))

        self._titles = QVBoxLayout()
        self._titles.setSpacing(0)
        self._titles.addWidget(self.title)
        self._titles.addWidget(self.days)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        for button in (self.earlier, self.today, self.later):
            self._buttons.addWidget(button)
        self._more = Flow[ChoicePill | PillButton](self, gap_em=0.2)
        self._more.set_controls((*self.kinds.values(), self.calendar, self.copy))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(self._titles, 0, 0)
        self._grid.addWidget(self._more, 2, 0, 1, 2)
        self._wide: bool | None = None
        self._arrange(wide=True)

    def show_period(self, period: Period, *, has_earlier: bool, is_newest: bool) -> None:
        """Name this time and offer the ways that there are."""
        kind = kind_of(period)
        self.title.setText(_(YOUR_KIND[kind]))
        self.days.setText(period_words(period))
        self.kinds[kind].setChecked(True)
        back, onward = _("Left arrow key"), _("Right arrow key")
        if self.isRightToLeft():
            back, onward = onward, back
        self._name(self.earlier, _(KIND_BEFORE[kind]), back)
        self._name(self.today, _(THIS_KIND[kind]), _("Home key"))
        self._name(self.later, _(KIND_AFTER[kind]), onward)
        self.earlier.setEnabled(has_earlier)
        self.later.setEnabled(not is_newest)

    def say_copied(self, is_copied: bool) -> None:
        """Whether the button tells that it has done its work."""
        self.copy.setText(_("Copied") if is_copied else _("Copy as text"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _WIDE_EM * em(self))

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.removeItem(self._buttons)
        if wide:
            self._grid.addLayout(self._buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addLayout(self._buttons, 1, 0, Qt.AlignmentFlag.AlignLeft)

    def _name(self, button: PillButton, name: str, key: str) -> None:
        button.keep_room_for(_ROOM_FOR)
        button.setAccessibleName(name)
        button.setToolTip(_("{name} ({key})").format(name=name, key=key))

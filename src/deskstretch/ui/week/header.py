"""Above the week: which one it is, and the ways to others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.week import IsoWeek, range_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_WIDE_EM = 27
_ROOM_FOR = "000"
"""A pill with one sign in it is still wider than high."""


class WeekHeader(QWidget):
    """Title, days, and three buttons; those stand below where it is narrow."""

    earlier_wanted = Signal()
    today_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = TextLabel(theme, "Your week", self, size=2.1, weight=QFont.Weight.Bold)
        self.days = TextLabel(theme, "", self, tone=Tone.MUTED, size=1.15)
        self.earlier = PillButton(theme, "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}")
        self.today = PillButton(theme, "Today")
        self.later = PillButton(theme, "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")
        self._name(self.earlier, "Week before", "Left arrow key")
        self._name(self.today, "This week", "Home key")
        self._name(self.later, "Week after", "Right arrow key")
        self.earlier.clicked.connect(self.earlier_wanted)
        self.today.clicked.connect(self.today_wanted)
        self.later.clicked.connect(self.later_wanted)

        self._titles = QVBoxLayout()
        self._titles.setSpacing(0)
        self._titles.addWidget(title)
        self._titles.addWidget(self.days)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        for button in (self.earlier, self.today, self.later):
            self._buttons.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(self._titles, 0, 0)
        self._wide: bool | None = None
        self._arrange(wide=True)

    def show_week(self, week: IsoWeek, *, has_earlier: bool, is_newest: bool) -> None:
        """Name this week and offer the ways that there are."""
        self.days.setText(range_words(week.first_day, week.last_day))
        self.earlier.setEnabled(has_earlier)
        self.later.setEnabled(not is_newest)

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
        button.setToolTip(f"{name} ({key})")

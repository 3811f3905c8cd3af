"""When the person may be asked: at any time, or on some days from one time to another."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.dates import day_name
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.settings import WorkingHours
from deskstretch.core.simple_hours import SimpleHours, clock_time, is_always, simple_hours
from deskstretch.core.working_hours import WEEKDAYS
from deskstretch.ui.settings.check_boxes import TickBox
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.entry import Entry
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_TITLE = N_("Working hours")
_ALLOWED = N_("Allowed: two different times like 9:00 and 17:30.")
_NO_DAY = N_("Allowed: at least one day.")


class HoursChoice(QWidget):
    """Hours that it cannot show stay as they are until the person chooses others."""

    hours_chosen = Signal(object)
    """`WorkingHours`, other than the present ones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = WorkingHours()
        self._kept = WorkingHours()
        """What the settings said before anything was chosen here."""
        title = TextLabel(theme, _(_TITLE), self, weight=QFont.Weight.DemiBold)
        self._pills = Flow[ChoicePill](self)
        self.always = ChoicePill(theme, _("Any time"), self._pills)
        self.some_days = ChoicePill(theme, _("On some days"), self._pills)
        self.as_set = ChoicePill(theme, _("As set before"), self._pills)
        for pill in (self.always, self.some_days, self.as_set):
            pill.setAccessibleDescription(_("Working hours: when you may be asked"))
            pill.chosen.connect(self._choose)
        self._pills.set_controls((self.always, self.some_days))
        self.as_set.hide()
        self._spans = QWidget(self)
        self._days = Flow[TickBox](self._spans, in_columns=True, gap_em=0.3)
        self.days = {
            day: _DayBox(theme, day_name(number), self._days) for number, day in enumerate(WEEKDAYS)
        }
        self._days.set_controls(tuple(self.days.values()))
        for box in self.days.values():
            box.turned.connect(self._choose)
        self.start, self.end = self._entry(theme), self._entry(theme)
        self.start.setAccessibleName(_("Working hours: from"))
        self.end.setAccessibleName(_("Working hours: to"))
        self._refusal = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._refusal.hide()
        self._lay_out(theme, title)
        self._show_simple(SimpleHours())
        self.show_hours(WorkingHours())

    def show_hours(self, hours: WorkingHours) -> None:
        """Show what the settings say now."""
        self._hours = hours
        simple = simple_hours(hours)
        if simple is not None:
            self._show_simple(simple)
            self.some_days.setChecked(True)
        elif is_always(hours):
            self.always.setChecked(True)
        else:
            self._kept = hours
            self._pills.set_controls((self.always, self.some_days, self.as_set))
            self.as_set.setChecked(True)
        self._refuse("")
        self._fold()

    def finish(self) -> None:
        """Take what was typed and not yet told."""
        if self.some_days.isChecked():
            self._choose()

    @property
    def refusal(self) -> str:
        """Why what was chosen last is not taken; empty if it was."""
        return self._refusal.text()

    def _choose(self) -> None:
        self._fold()
        try:
            hours = self._chosen()
        except ValueError as error:
            self._refuse(str(error))
            return
        self._refuse("")
        if hours != self._hours:
            self.hours_chosen.emit(hours)

    def _chosen(self) -> WorkingHours:
        """ValueError, in words, for what is no span of time."""
        if self.always.isChecked():
            return WorkingHours()
        if self.as_set.isChecked():
            return self._kept
        days = frozenset(day for day, box in self.days.items() if box.isChecked())
        start, end = (clock_time(entry.text()) for entry in (self.start, self.end))
        if not days:
            raise ValueError(_(_NO_DAY))
        if start is None or end is None or start == end or start == "24:00":
            raise ValueError(_(_ALLOWED))
        for entry, time in ((self.start, start), (self.end, end)):
            entry.show_text(time)
        return SimpleHours(days, start, end).as_setting()

    def _show_simple(self, simple: SimpleHours) -> None:
        for day, box in self.days.items():
            box.setChecked(day in simple.days)
        self.start.show_text(simple.start)
        self.end.show_text(simple.end)

    def _fold(self) -> None:
        self._spans.setVisible(self.some_days.isChecked())

    def _refuse(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _entry(self, theme: Theme) -> Entry:
        entry = _TimeEntry(theme, self._spans)
        entry.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        entry.editingFinished.connect(self._choose)
        return entry

    def _lay_out(self, theme: Theme, title: TextLabel) -> None:
        unit = em(self)
        times = QHBoxLayout()
        times.setSpacing(round(0.4 * unit))
        for words, entry in (
            # Translators: before a time of day, as in "From 9:00 to 17:30".
            (pgettext("before a time of day", "From"), self.start),
            (pgettext("before a time of day", "to"), self.end),
        ):
            times.addWidget(TextLabel(theme, words, self._spans), 0, Qt.AlignmentFlag.AlignVCenter)
            times.addWidget(entry)
        times.addStretch(1)
        below = QVBoxLayout(self._spans)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(round(0.3 * unit))
        below.addWidget(self._days)
        below.addLayout(times)
        column = QVBoxLayout(self)
        set_margins(column, self, RING_ROOM, round(0.65 * unit), 0, round(0.3 * unit))
        column.setSpacing(round(0.3 * unit))
        for part in (title, self._pills, self._spans, self._refusal):
            column.addWidget(part)


class _DayBox(TickBox):
    """A day of the week; its name is never shortened."""

    def minimumSizeHint(self) -> QSize:
        """All of the text."""
        return self.sizeHint()


class _TimeEntry(Entry):
    """Room for a time."""

    def sizeHint(self) -> QSize:
        """Five digits and signs."""
        return QSize(round(6 * em(self)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Hardly less."""
        return QSize(round(4.5 * em(self)), self.sizeHint().height())

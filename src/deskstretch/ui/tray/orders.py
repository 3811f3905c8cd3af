"""What a person can order from the tray menu and the status window alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from deskstretch.core.language import _, pgettext
from deskstretch.core.planner.status import StateName
from deskstretch.ui.tray.reading import Reading

_UNANSWERED = frozenset(
    {StateName.ASKED, StateName.WAITING, StateName.SNOOZED, StateName.HELD_BACK}
)
_PAUSES = ("30m", "1h", "tomorrow")


class Orders(QObject):
    """Every order as an action whose text and state follow the reading; tray and window share it.

    It keeps the newest reading, and asks for a newer one when its words are out of date: once a
    minute while a time runs down, else never.
    """

    reading_changed = Signal(object)
    """The new `Reading`."""
    reading_wanted = Signal()
    """Please `show` a fresh reading."""
    start_chosen = Signal(str)
    """The length, "short" or "long"."""
    break_chosen = Signal(str)
    """The length, "short" or "long"."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()
    pause_chosen = Signal(str)
    """"30m", "1h" or "tomorrow"."""
    resume_chosen = Signal()
    status_opened = Signal()
    week_opened = Signal()
    library_opened = Signal()
    settings_opened = Signal()
    quit_chosen = Signal()

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.start = self._action(self._start)
        self.short_break = self._action(partial(self._break, "short"))
        self.long_break = self._action(partial(self._break, "long"))
        self.snooze = self._action(self._snooze)
        self.skip = self._action(self.skip_chosen.emit)
        self.pauses = tuple(
            self._action(partial(self.pause_chosen.emit, length)) for length in _PAUSES
        )
        self.resume = self._action(self.resume_chosen.emit)
        self.week = self._action(self.week_opened.emit)
        self.library = self._action(self.library_opened.emit)
        self.settings = self._action(self.settings_opened.emit)
        self.quit = self._action(self.quit_chosen.emit)
        self._out_of_date = QTimer(self)
        self._out_of_date.setSingleShot(True)
        self._out_of_date.timeout.connect(self.reading_wanted)
        self.show(reading)

    @property
    def reading(self) -> Reading:
        """The newest reading."""
        return self._reading

    def show(self, reading: Reading) -> None:
        """Let the actions, and whoever listens, follow this reading."""
        self._reading = reading
        status = reading.status
        asked = status.state is StateName.ASKED
        guided = status.state is StateName.GUIDED
        self.start.setVisible(asked)
        self.short_break.setEnabled(not guided)
        self.long_break.setEnabled(not guided)
        self._name_actions(reading.snooze_minutes)
        self.snooze.setEnabled(asked and status.snoozes_left > 0)
        self.skip.setEnabled(status.state in _UNANSWERED and status.due_since is not None)
        for pause in self.pauses:
            pause.setEnabled(status.paused_until is None)
        self.resume.setVisible(status.paused_until is not None)
        seconds = reading.seconds_until_words_change
        if seconds is None:
            self._out_of_date.stop()
        else:
            self._out_of_date.start(round(1000 * seconds))
        self.reading_changed.emit(reading)

    def _start(self) -> None:
        self.start_chosen.emit(self._reading.usual_length)

    def _break(self, length: str) -> None:
        self.break_chosen.emit(length)

    def _snooze(self) -> None:
        self.snooze_chosen.emit(self._reading.snooze_minutes)

    def _name_actions(self, snooze_minutes: int) -> None:
        """Anew with each reading: the language may be another one now."""
        self.start.setText(pgettext("button: start the break", "Start"))
        self.short_break.setText(_("Short, about 1 min"))
        self.long_break.setText(_("Long, about 3 min"))
        self.snooze.setText(_("Snooze {minutes} min").format(minutes=snooze_minutes))
        self.skip.setText(pgettext("button: leave the break out", "Skip"))
        pauses = (_("30 min"), _("1 h"), _("Until tomorrow"))
        for pause, words in zip(self.pauses, pauses, strict=True):
            pause.setText(words)
        self.resume.setText(pgettext("button", "Resume"))
        self.week.setText(_("Your week"))
        self.library.setText(_("Stretches"))
        self.settings.setText(_("Settings"))
        self.quit.setText(pgettext("button", "Quit"))

    def _action(self, order: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: order())
        return action

"""The one place where a running app is put together."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from deskstretch.core.moment import Moment
from deskstretch.core.planner.effects import CloseBreak, Effect
from deskstretch.core.planner.events import (
    BreakRequested,
    Event,
    PauseChosen,
    PauseUntilChosen,
    QuitRequested,
    ResumeChosen,
    SkipChosen,
    StartChosen,
)
from deskstretch.core.planner.rules import Rules, rules_of
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.settings import Settings
from deskstretch.core.status_words import sitting_line, status_headline
from deskstretch.desktop.clock import read_moment
from deskstretch.desktop.control import ControlServer
from deskstretch.desktop.disturbance.choose import choose_disturbance
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.instance import SingleInstance
from deskstretch.desktop.presence.choose import choose_presence
from deskstretch.desktop.presence.port import Presence
from deskstretch.desktop.schedule import TimesOfDay, WallClockSchedule
from deskstretch.desktop.termination import Termination
from deskstretch.desktop.unexpected import UnexpectedErrors, report_crashes
from deskstretch.store.folders import Folders, find_folders
from deskstretch.store.history import History
from deskstretch.store.offer import routine_faults
from deskstretch.ui.theme import Theme, ThemeWatcher, palette_of
from deskstretch.ui.tray.host import NO_TRAY_WORDS, TrayHost
from deskstretch.ui.tray.icon import app_icon
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.reading import Reading
from deskstretch.ui.tray.tray import Tray
from deskstretch.wiring.asking import AskingFacts
from deskstretch.wiring.break_windows import BreakWindows
from deskstretch.wiring.log_file import log_to
from deskstretch.wiring.planner_loop import PlannerLoop
from deskstretch.wiring.proposals import Proposals
from deskstretch.wiring.recorder import Recorder
from deskstretch.wiring.remote import Remote
from deskstretch.wiring.review_windows import ReviewWindows
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.upkeep import Upkeep
from deskstretch.wiring.weekly_summary import WeeklySummary
from deskstretch.wiring.welcome_window import Welcome

# A panel that starts together with us may need a moment to take icons.
_TRAY_PATIENCE_MS = 4000
# Loading what keeps the wall clock's jobs must not hold up the icon.
_DAY_IS_PLANNED_AFTER_MS = 1000

_log = logging.getLogger(__name__)


class App(QObject):
    """One running DeskStretch: everything it is made of, and how it is connected.

    `clock`, `presence` and `disturbance` are this computer's; a demonstration brings its own.
    """

    def __init__(
        self,
        folders: Folders,
        instance: SingleInstance,
        *,
        clock: Callable[[], Moment] = read_moment,
        presence: Presence | None = None,
        disturbance: Disturbance | None = None,
    ) -> None:
        super().__init__()
        self._instance = instance
        self._clock = clock
        self._watch = SettingsWatch(
            folders.settings_file, self, further_faults=partial(routine_faults, folders)
        )
        self._history = History.open(folders.history_file)
        self._remote_trouble: str | None = None
        self._unexpected_trouble: str | None = None
        self._quitting = False

        self._presence = presence or choose_presence(self)
        self._disturbance = disturbance or choose_disturbance(self._settings.disturbance, self)
        self._loop = PlannerLoop(self._rules(), self._presence, self._disturbance, clock, self)
        self._schedule = WallClockSchedule()
        self._upkeep = Upkeep(lambda: self._settings, parent=self)

        self._themes = ThemeWatcher(self._settings.look.theme, self)
        self._proposals = Proposals(folders)
        self._recorder = Recorder(self._history, self)
        self._break_windows = BreakWindows(
            self._proposals, self._recorder, self._loop, self._watch, self._themes, clock, self
        )
        self._orders = Orders(self._reading(), self)
        self._review_windows = ReviewWindows(folders, self._watch, self._orders, self._themes, self)
        self._summary = WeeklySummary(folders, self._schedule, lambda: clock().wall.date(), self)
        self._welcome = Welcome(folders, self._watch, self._themes, self)
        self._tray_host = TrayHost(self)
        self._tray = Tray(self._orders, self._tray_host, self)
        self._tray_patience = QTimer(self, singleShot=True)
        self._server = ControlServer(Remote(self).answer, self)
        self._termination = Termination(self)
        self._connect()

    def begin(self) -> None:
        """Show itself and start counting."""
        self._show_theme(self._themes.theme)
        self._listen()
        self._loop.begin()
        QTimer.singleShot(_DAY_IS_PLANNED_AFTER_MS, self, self._plan_day)
        self._tray_patience.start(_TRAY_PATIENCE_MS)

    def welcome_at_first_start(self) -> None:
        """Show the welcome if nobody has been here before."""
        self._welcome.show_at_first_start()

    # What the command line may ask (wiring.remote.RemoteTarget).

    def tell(self, event: Event) -> None:
        """Let an event happen."""
        self._loop.tell(event)

    def look_again(self) -> None:
        """The clock has moved on by more than the time that passed."""
        self._loop.look_again()

    def status(self) -> Status:
        """How things stand."""
        return self._loop.status()

    def summary(self) -> tuple[str, ...]:
        """How things stand, in plain words, a line each."""
        status = self._loop.status()
        return status_headline(status, read_moment().wall), sitting_line(status)

    def trouble(self) -> tuple[str, ...]:
        """What does not work now, in plain words, one sentence each."""
        lines = [fault.words for fault in self._watch.faults]
        lines += self._proposals.trouble
        ours = (
            self._history.trouble,
            self._upkeep.trouble,
            self._remote_trouble,
            self._unexpected_trouble,
        )
        return (*lines, *filter(None, ours))

    def idle_source(self) -> str | None:
        """What tells idle time here; None if nothing does."""
        return self._presence.name if self._presence.tells_idle else None

    def asking_facts(self) -> AskingFacts:
        """How the person would be asked now, and why so."""
        return self._break_windows.asker.facts()

    def take_break(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        """Start a break now. KeyError names an unknown id."""
        if routine_id is not None or exercise_ids:
            self._proposals.name(self._settings, routine_id, exercise_ids)
        self._loop.tell(BreakRequested())

    def show_week(self) -> None:
        """Bring up this week's review."""
        self._review_windows.show_week()

    def show_status_window(self) -> None:
        """Bring up the small window that shows how things stand."""
        self._review_windows.show_status()

    def tell_unexpected(self, log: Path) -> None:
        """Say that something went wrong that nobody foresaw."""
        self._unexpected_trouble = f"Something unexpected went wrong; {log} has it. Breaks go on."
        self._show_reading()

    def show_welcome(self) -> None:
        """Bring up the welcome, also where it was shown before."""
        self._welcome.show()

    def quit(self, session_ends: bool = False) -> None:
        """Finish what is under way, write it down and end."""
        if self._quitting:
            return
        self._quitting = True
        self._break_windows.end_guide()
        self._loop.tell(QuitRequested(session_ends=session_ends))
        self._break_windows.asker.close()
        self._presence.close()
        self._disturbance.close()
        self._schedule.stop()
        self._summary.close()
        self._upkeep.close()
        self._server.close()
        self._history.close()
        self._instance.release()
        QTimer.singleShot(0, QApplication.quit)

    # Connections.

    def _connect(self) -> None:
        loop, orders = self._loop, self._orders
        loop.effect_ordered.connect(self._carry_out)
        loop.status_changed.connect(lambda _status: self._show_reading())
        self._break_windows.trouble_changed.connect(self._show_reading)
        self._break_windows.stretch_hurt.connect(self._leave_out)

        orders.reading_wanted.connect(loop.look_again)
        orders.start_chosen.connect(lambda length: loop.tell(StartChosen(length)))
        orders.break_chosen.connect(lambda length: loop.tell(BreakRequested(length)))
        orders.snooze_chosen.connect(self._break_windows.snooze)
        orders.skip_chosen.connect(lambda: loop.tell(SkipChosen()))
        orders.pause_chosen.connect(self._pause)
        orders.resume_chosen.connect(lambda: loop.tell(ResumeChosen()))
        orders.status_opened.connect(self._answer_tray_click)
        orders.week_opened.connect(self._review_windows.show_week)
        orders.library_opened.connect(self._review_windows.show_library)
        orders.settings_opened.connect(self._review_windows.show_settings)
        orders.quit_chosen.connect(self.quit)

        self._review_windows.stretch_chosen.connect(self._start_stretch)
        self._review_windows.welcome_wanted.connect(self._welcome.show)
        self._welcome.stretch_chosen.connect(self._start_stretch)
        self._welcome.closed.connect(self._offer_window_without_tray)
        self._tray_patience.timeout.connect(self._offer_window_without_tray)
        self._themes.theme_changed.connect(self._show_theme)
        self._watch.settings_changed.connect(self._follow_settings)
        self._watch.faults_changed.connect(self._show_reading)
        self._upkeep.finished.connect(self._follow_upkeep)
        self._review_windows.history_deleted.connect(self._upkeep.share_soon)
        self._tray_host.changed.connect(self._follow_tray)
        self._presence.locked.connect(self._break_windows.interrupt_guide)
        self._presence.suspended.connect(self._break_windows.interrupt_guide)
        self._presence.resumed.connect(self._schedule.replan)
        self._summary.week_wanted.connect(self._review_windows.show_week)
        self._presence.changed.connect(lambda: loop.set_rules(self._rules()))
        self._termination.asked.connect(self.quit)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.commitDataRequest.connect(self._end_with_session)

    def _carry_out(self, effect: Effect, now: Moment) -> None:
        self._recorder.carry_out(effect, now)
        self._break_windows.carry_out(effect)
        if isinstance(effect, CloseBreak):
            self._review_windows.refresh()
            self._upkeep.share_soon()

    def _listen(self) -> None:
        """Hear commands from outside; without that, everything else still works."""
        if self._instance.folder is None:
            self._remote_trouble = "The command line cannot reach DeskStretch: no folder for it."
            return
        try:
            self._server.listen(self._instance.folder)
        except OSError as error:
            self._remote_trouble = f"The command line cannot reach DeskStretch: {error}."

    def _plan_day(self) -> None:
        """What happens at a time of the wall clock, not after a length of time."""
        if self._quitting:
            return
        self._schedule.every("new day", TimesOfDay(hour="0"), self._loop.look_again)
        self._schedule.every("upkeep", TimesOfDay(hour="0", minute="5"), self._upkeep.run)
        self._summary.follow(self._settings)
        self._upkeep.run()

    def _rules(self) -> Rules:
        return rules_of(self._settings, tells_lulls=self._presence.tells_idle)

    def _reading(self) -> Reading:
        settings = self._settings
        trouble = self.trouble()
        return Reading(
            status=self._loop.status(),
            now=self._clock().wall,
            usual_length=settings.breaks.length,
            snooze_minutes=settings.snooze.minutes,
            trouble=trouble[0] if trouble else None,
        )

    def _show_reading(self) -> None:
        self._orders.show(self._reading())

    def _show_theme(self, theme: Theme) -> None:
        QApplication.setPalette(palette_of(theme))

    def _follow_settings(self, settings: Settings) -> None:
        self._themes.choose(settings.look.theme)
        self._disturbance.follow(settings.disturbance)
        self._upkeep.follow_settings()
        self._summary.follow(settings)
        self._loop.set_rules(self._rules())

    def _follow_upkeep(self) -> None:
        self._history.try_again()  # it may have kept the file locked for a moment
        self._review_windows.refresh()
        self._show_reading()

    def _follow_tray(self, available: bool) -> None:
        if not available:
            self._review_windows.show_status(NO_TRAY_WORDS)

    def _offer_window_without_tray(self) -> None:
        """Once the panel has had its time, and nothing else is to be looked at."""
        guided = self._loop.status().state is StateName.GUIDED
        shown = guided or self._welcome.window is not None
        if shown or self._quitting or self._tray_patience.isActive():
            return
        self._tray_host.look_again()
        if not self._tray_host.available:
            self._review_windows.show_status(NO_TRAY_WORDS)

    def _answer_tray_click(self) -> None:
        if not self._break_windows.answer_by_keyboard():
            self._review_windows.show_status()

    def _pause(self, length: str) -> None:
        match length:
            case "30m":
                self._loop.tell(PauseChosen(30 * 60.0))
            case "1h":
                self._loop.tell(PauseChosen(60 * 60.0))
            case _:
                self._loop.tell(PauseUntilChosen(_next_midnight(self._clock().wall)))

    def _start_stretch(self, exercise_id: str) -> None:
        """From the library or the welcome; a break that is being guided goes on."""
        if self._loop.status().state is StateName.GUIDED:
            return
        try:
            self.take_break(None, (exercise_id,))
        except KeyError:
            _log.warning("The stretch chosen in the library is no longer in the catalogue")

    def _leave_out(self, exercise_id: str) -> None:
        left_out = self._settings.desk.left_out
        if exercise_id not in left_out:
            self._watch.change("desk.left_out", (*left_out, exercise_id))

    def _end_with_session(self, _session: QSessionManager) -> None:
        self.quit(session_ends=True)

    @property
    def _settings(self) -> Settings:
        return self._watch.settings


def run() -> int:
    """Run the app until it ends; 0, also when another one was running and was shown instead."""
    instance = SingleInstance()
    if not instance.acquire():
        return _show_the_other()
    folders = find_folders()
    log = log_to(folders.logs)
    report_crashes(folders.logs)
    errors = UnexpectedErrors()
    application = make_application()
    app = App(folders, instance)
    errors.happened.connect(lambda: app.tell_unexpected(log))
    app.begin()
    app.welcome_at_first_start()
    return application.exec()


def make_application() -> QApplication:
    """Qt's application object, with what the desktop wants to know about us."""
    application = QApplication(["deskstretch"])
    application.setApplicationDisplayName("DeskStretch")
    application.setDesktopFileName("deskstretch")
    application.setWindowIcon(app_icon())
    application.setQuitOnLastWindowClosed(False)
    return application


def _show_the_other() -> int:
    from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask

    try:
        ask("show", {})
    except (NotRunningError, UntrustedError) as error:
        _log.error("Another DeskStretch is running but cannot be shown: %s", error)
        return 1
    return 0


def _next_midnight(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=now.tzinfo)

"""The one place where a running app is put together."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from deskstretch.core.language import _
from deskstretch.core.moment import Moment
from deskstretch.core.planner.effects import CloseBreak, Effect
from deskstretch.core.planner.events import BreakRequested, Event, QuitRequested
from deskstretch.core.planner.rules import Rules, rules_of, snooze_of
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.settings import Settings
from deskstretch.core.status_words import sitting_line, status_headline
from deskstretch.desktop.clock import read_moment
from deskstretch.desktop.control import ControlServer
from deskstretch.desktop.disturbance.choose import choose_disturbance
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.freed_memory import FreedMemory
from deskstretch.desktop.instance import SingleInstance
from deskstretch.desktop.own_command import own_command
from deskstretch.desktop.presence.choose import choose_presence
from deskstretch.desktop.presence.port import Presence
from deskstretch.desktop.schedule import TimesOfDay, WallClockSchedule
from deskstretch.desktop.termination import Termination
from deskstretch.store.folders import Folders
from deskstretch.store.history import History
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.reading import Reading
from deskstretch.wiring.breaks import Breaks
from deskstretch.wiring.desktop_wishes import DesktopWishes
from deskstretch.wiring.language_follower import LanguageFollower
from deskstretch.wiring.log_file import log_in
from deskstretch.wiring.planner_loop import PlannerLoop
from deskstretch.wiring.recorder import Recorder
from deskstretch.wiring.remote import Remote
from deskstretch.wiring.review_windows import ReviewWindows
from deskstretch.wiring.settings_watch import watch_settings
from deskstretch.wiring.shortcut_keys import ShortcutKeys
from deskstretch.wiring.speaking import speak_as_the_desktop
from deskstretch.wiring.tray_orders import TrayOrders
from deskstretch.wiring.tray_presence import TrayPresence
from deskstretch.wiring.trouble import Trouble
from deskstretch.wiring.upkeep import Upkeep
from deskstretch.wiring.weekly_summary import WeeklySummary
from deskstretch.wiring.welcome_window import Welcome
from deskstretch.wiring.writing_again import WritingAgain

if TYPE_CHECKING:
    from deskstretch.desktop.shortcuts.source import Binding
    from deskstretch.ui.theme import Theme
    from deskstretch.wiring.breaks import Windows

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
        self._folders = folders
        self._instance = instance
        self._clock = clock
        self._log = log_in(folders.logs)
        speak_as_the_desktop()  # of what is wrong with the settings, too
        self._watch = watch_settings(folders, self)
        self._language = LanguageFollower(self._settings.look.language, self)
        self._history = History.open(folders.history_file)
        self._quitting = False

        self._presence = presence or choose_presence(self)
        self._disturbance = disturbance or choose_disturbance(self._settings.disturbance, self)
        self._loop = PlannerLoop(self._rules(), self._presence, self._disturbance, clock, self)
        self._schedule = WallClockSchedule()
        self._upkeep = Upkeep(lambda: self._settings, parent=self)

        self._themes = ThemeWatcher(self._settings.look.theme, self)
        self._wishes = DesktopWishes(self._themes)
        self._recorder = Recorder(self._history, self)
        self._writing_again = WritingAgain(self._history, self)
        self._remote = Remote(self)
        self._shortcuts = ShortcutKeys(self._remote.answer, self)
        self._trouble = Trouble(
            lambda: (fault.words for fault in self._watch.faults),
            lambda: self._breaks.trouble,
            lambda: (self._history.trouble, self._history.mended, self._upkeep.trouble),
            self._shortcuts.trouble,
        )
        self._breaks = Breaks(self._open_break_windows, self._recorder, self._loop, clock, self)
        self._orders = Orders(self._reading(), self)
        self._review_windows = ReviewWindows(self._orders, self._themes, self._shortcuts, self)
        self._summary = WeeklySummary(folders, self._schedule, lambda: clock().wall.date(), self)
        self._welcome = Welcome(folders, self._watch, self._themes, self)
        self._tray = TrayPresence(
            self._orders, self._review_windows.show_status, self._has_other_windows, self
        )
        self._server = ControlServer(self._remote.answer, self)
        self._termination = Termination(self)
        self._freed_memory = FreedMemory(self)
        self._connect()

    def begin(self) -> None:
        """Show itself and start counting."""
        if sys.platform in ("win32", "darwin"):
            self._themes.begin()  # Whether the icon is to stand out is told by Qt alone there.
        self._listen()
        self._loop.begin()
        QTimer.singleShot(_DAY_IS_PLANNED_AFTER_MS, self, self._plan_day)
        self._tray.begin()
        self._shortcuts.follow(self._settings.shortcuts)

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
        return self._trouble.lines()

    def idle_source(self) -> str | None:
        """What tells idle time here; None if nothing does."""
        return self._presence.name if self._presence.tells_idle else None

    def shortcuts(self) -> tuple[Binding, ...]:
        """What became of each combination of keys that is chosen."""
        return self._shortcuts.bindings()

    def take_break(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        """Start a break now. KeyError names an unknown id."""
        if routine_id is not None or exercise_ids:
            from deskstretch.wiring.proposals import Proposals

            Proposals(self._folders).name(self._settings, routine_id, exercise_ids)
            self._breaks.name(routine_id, exercise_ids)
        self._loop.tell(BreakRequested())

    def show_week(self) -> None:
        """Bring up this week's review."""
        self._review_windows.show_week()

    def show_status_window(self) -> None:
        """Bring up the small window that shows how things stand."""
        self._review_windows.show_status()

    def tell_unexpected(self) -> None:
        """Say that something went wrong that nobody foresaw."""
        self._trouble.note(
            "unexpected",
            _("Something unexpected went wrong; {log} has it. Breaks go on.").format(log=self._log),
        )
        self._show_reading()

    def show_welcome(self) -> None:
        """Bring up the welcome, also where it was shown before."""
        self._welcome.show()

    def quit(self, session_ends: bool = False) -> None:
        """Finish what is under way, write it down and end."""
        if self._quitting:
            return
        self._quitting = True
        self._breaks.end_guide()
        self._loop.tell(QuitRequested(session_ends=session_ends))
        self._breaks.close()
        self._review_windows.close()
        self._shortcuts.close()
        self._presence.close()
        self._disturbance.close()
        self._schedule.stop()
        self._summary.close()
        self._upkeep.close()
        self._writing_again.stop()
        self._server.close()
        self._history.close()
        self._instance.release()
        QTimer.singleShot(0, QApplication.quit)

    # Connections.

    def _connect(self) -> None:
        loop, orders = self._loop, self._orders
        loop.effect_ordered.connect(self._carry_out)
        loop.status_changed.connect(lambda _status: self._show_reading())
        self._breaks.trouble_changed.connect(self._show_reading)
        self._breaks.stretch_hurt.connect(self._leave_out)
        self._breaks.screen_filled.connect(self._disturbance.tell_own_full_screen)
        self._breaks.nothing_asked.connect(self._review_windows.show_status)
        self._breaks.went_wrong.connect(self.tell_unexpected)

        TrayOrders(orders, loop, self._clock, self)
        orders.snooze_chosen.connect(self._snooze)
        orders.status_opened.connect(self._breaks.answer_by_keyboard)
        orders.week_opened.connect(self._review_windows.show_week)
        orders.library_opened.connect(self._review_windows.show_library)
        orders.settings_opened.connect(self._review_windows.show_settings)
        orders.quit_chosen.connect(self.quit)

        self._review_windows.window_closed.connect(self._freed_memory.give_back_soon)
        self._breaks.windows_gone.connect(self._freed_memory.give_back_soon)
        self._review_windows.stretch_chosen.connect(self._start_stretch)
        self._review_windows.welcome_wanted.connect(self._welcome.show)
        self._review_windows.went_wrong.connect(self.tell_unexpected)
        self._welcome.about_to_open.connect(self._wishes.know)
        self._welcome.stretch_chosen.connect(self._start_stretch)
        self._welcome.closed.connect(self._tray.offer_window)
        self._themes.theme_changed.connect(self._show_theme)
        self._tray.menu_opening.connect(self._themes.begin)
        self._language.language_changed.connect(self._review_windows.open_anew)
        self._language.language_changed.connect(self._show_reading)
        self._watch.settings_changed.connect(self._follow_settings)
        self._watch.faults_changed.connect(self._show_reading)
        self._upkeep.finished.connect(self._follow_upkeep)
        self._writing_again.tried.connect(self._show_reading)
        self._shortcuts.changed.connect(self._show_reading)
        self._writing_again.written.connect(self._upkeep.try_again)
        self._review_windows.history_deleted.connect(self._upkeep.share_soon)
        self._presence.locked.connect(self._breaks.interrupt_guide)
        self._presence.suspended.connect(self._breaks.interrupt_guide)
        self._presence.resumed.connect(self._schedule.replan)
        self._summary.week_wanted.connect(self._review_windows.show_week)
        self._presence.changed.connect(lambda: loop.set_rules(self._rules()))
        self._termination.asked.connect(self.quit)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.commitDataRequest.connect(self._end_with_session)

    def _carry_out(self, effect: Effect, now: Moment) -> None:
        self._recorder.carry_out(effect, now)
        self._writing_again.look()
        self._wishes.look_again()
        self._breaks.carry_out(effect)
        if isinstance(effect, CloseBreak):
            self._review_windows.refresh()
            self._upkeep.share_soon()

    def _listen(self) -> None:
        """Hear commands from outside; without that, everything else still works."""
        try:
            if self._instance.folder is None:
                raise OSError(_("no folder for it"))
            self._server.listen(self._instance.folder)
        except OSError as error:
            self._trouble.note(
                "remote",
                _("The command line cannot reach DeskStretch: {error}.").format(error=error),
            )

    def _plan_day(self) -> None:
        """What happens at a time of the wall clock, not after a length of time."""
        if self._quitting:
            return
        self._wishes.begin()
        self._schedule.every("new day", TimesOfDay(hour="0"), self._loop.look_again)
        self._schedule.every("upkeep", TimesOfDay(hour="0", minute="5"), self._upkeep.run)
        self._summary.follow(self._settings)
        self._upkeep.run()
        self._freed_memory.give_back_soon()

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
        from deskstretch.ui.dress import dress_menus  # Not before something is to be seen.

        dress_menus(theme)
        self._tray.set_high_contrast(theme.high_contrast)

    def _follow_settings(self, settings: Settings) -> None:
        self._language.follow(settings.look.language)
        self._themes.choose(settings.look.theme)
        self._disturbance.follow(settings.disturbance)
        self._upkeep.follow_settings()
        self._summary.follow(settings)
        self._shortcuts.follow(settings.shortcuts)
        self._loop.set_rules(self._rules())

    def _follow_upkeep(self) -> None:
        self._history.try_again()  # it may have kept the file locked for a moment
        self._review_windows.refresh()
        self._show_reading()

    def _has_other_windows(self) -> bool:
        """Whether something is to be looked at, or everything is about to go."""
        guided = self._loop.status().state is StateName.GUIDED
        return guided or self._quitting or self._welcome.window is not None

    def _snooze(self, minutes: int) -> None:
        self._loop.tell(snooze_of(minutes, self._settings))

    def _open_break_windows(self, parent: QObject) -> Windows:
        if self._clock is not read_moment:
            from deskstretch.wiring.windows_here import WindowsHere

            return WindowsHere(self._folders, self._clock, parent)
        from deskstretch.wiring.break_lines import Event
        from deskstretch.wiring.window_process import WindowProcess

        return WindowProcess((*own_command(), "window", "break"), Event, parent)

    def _start_stretch(self, exercise_id: str) -> None:
        """From the library or the welcome; a break that is being guided goes on."""
        if self._loop.status().state is not StateName.GUIDED:
            self._breaks.name(None, (exercise_id,))
            self._loop.tell(BreakRequested())

    def _leave_out(self, exercise_id: str) -> None:
        left_out = self._settings.desk.left_out
        if exercise_id not in left_out:
            self._watch.change("desk.left_out", (*left_out, exercise_id))

    def _end_with_session(self, _session: QSessionManager) -> None:
        self.quit(session_ends=True)

    @property
    def _settings(self) -> Settings:
        return self._watch.settings

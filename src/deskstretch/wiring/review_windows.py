"""The windows a person opens to look at things: status, week, stretches, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.desktop.activation import take_activation_token, use_activation_token
from deskstretch.desktop.own_command import own_command
from deskstretch.ui.front import bring_to_front
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.ui.tray.orders import Orders
from deskstretch.wiring.shortcut_keys import ShortcutKeys

# Most days none is opened: what they need is imported with the first.
if TYPE_CHECKING:
    from deskstretch.ui.status_window import StatusWindow
    from deskstretch.wiring.window_lines import Event, Order
    from deskstretch.wiring.window_process import WindowProcess


class ReviewWindows(QObject):
    """Opens each window when it is wanted, brings it up again while it is open.

    All but the small one run as `deskstretch window`, each in a process of its own: what they take
    is given back only when their process ends.
    """

    stretch_chosen = Signal(str)
    """The id of an exercise that is to start now."""
    welcome_wanted = Signal()
    history_deleted = Signal()
    """Some of it, or all."""
    went_wrong = Signal()
    """Unexpectedly; the log has it."""
    window_closed = Signal()
    """One of them."""

    def __init__(
        self,
        orders: Orders,
        themes: ThemeWatcher,
        shortcuts: ShortcutKeys,
        parent: QObject | None = None,
        *,
        command: tuple[str, ...] = (),
    ) -> None:
        """`command` is what starts this program, if not known."""
        super().__init__(parent)
        self._orders = orders
        self._themes = themes
        self._shortcuts = shortcuts
        self._command = command or own_command()
        self._status: StatusWindow | None = None
        self._processes: dict[str, WindowProcess] = {}
        shortcuts.changed.connect(self._pass_bindings_on)

    def show_status(self, why: str = "") -> None:
        """Bring up the small window; `why` says what brought it, if that is not plain."""
        from deskstretch.ui.dress import dress_windows
        from deskstretch.ui.status_window import StatusWindow

        if self._status is None:
            dress_windows()
            self._status = StatusWindow(self._themes.theme, self._orders, why)
            self._themes.theme_changed.connect(self._status.set_theme)
            self._status.destroyed.connect(self._forget_status)
        elif why:
            self._status.explain(why)
        token = take_activation_token()
        use_activation_token(token)
        bring_to_front(self._status, uninvited=not token)

    def show_week(self) -> None:
        """Bring up the week."""
        self._show("week")

    def show_library(self) -> None:
        """Bring up all stretches."""
        self._show("stretches")

    def show_settings(self) -> None:
        """Bring up the settings."""
        self._show("settings")

    def open_anew(self) -> None:
        """Another language is spoken: build the small window again; the others do so themselves."""
        if self._status is not None:
            self._status.destroyed.connect(lambda: QTimer.singleShot(0, self, self.show_status))
            self._status.close()

    def refresh(self) -> None:
        """Something was kept: what shows the history reads it anew."""
        if self._processes:
            from deskstretch.wiring.window_lines import Refresh

            self._tell(Refresh())

    def close(self) -> None:
        """Close all that have a process of their own, which may take a moment."""
        while self._processes:
            process = self._processes.popitem()[1]
            process.close()
            process.deleteLater()

    def _show(self, kind: str) -> None:
        if kind not in self._processes:
            self._open(kind)
        if (process := self._processes.get(kind)) is not None:
            from deskstretch.wiring.window_lines import Show

            process.tell(Show(take_activation_token()), in_front=True)

    def _open(self, kind: str) -> None:
        from deskstretch.wiring.window_lines import Event
        from deskstretch.wiring.window_process import WindowProcess

        process = WindowProcess((*self._command, "window", kind), Event, self)
        self._processes[kind] = process
        process.told.connect(self._pass_up)
        process.broke_off.connect(self.went_wrong)
        process.ended.connect(self._forget_ended)
        process.begin()
        self._pass_bindings_on()

    def _forget_ended(self) -> None:
        for kind in [kind for kind, process in self._processes.items() if process.has_ended]:
            self._processes.pop(kind).deleteLater()

    def _pass_up(self, event: Event) -> None:
        from deskstretch.wiring import window_lines as lines

        match event:
            case lines.StretchChosen(exercise_id):
                self.stretch_chosen.emit(exercise_id)
            case lines.WelcomeWanted():
                self.welcome_wanted.emit()
            case lines.HistoryDeleted():
                self.history_deleted.emit()
            case lines.WindowClosed(kind):
                self._processes.pop(kind).finish()
                self.window_closed.emit()
            case lines.ErrorHappened():
                self.went_wrong.emit()

    def _pass_bindings_on(self) -> None:
        if self._processes:
            from deskstretch.wiring.window_lines import Bind

            self._tell(Bind(self._shortcuts.bindings()))

    def _tell(self, order: Order) -> None:
        for process in self._processes.values():
            process.tell(order)

    def _forget_status(self) -> None:
        self._status = None
        self.window_closed.emit()

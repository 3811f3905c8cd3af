"""Shortcuts on X11: only the chosen combinations are taken, nothing is asked again and again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from deskstretch.core.combination import Combination
from deskstretch.core.language import N_, _
from deskstretch.desktop.shortcuts.keys import names_of
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted
from deskstretch.desktop.shortcuts.x11_keyboard import LayoutChanged, Press, X11Keyboard

_SETTLING_MS = 200
"""A change of the layout is told several times."""


class X11Keys(ShortcutSource):
    """Grabs each combination, with Caps Lock and Num Lock on or off."""

    def __init__(
        self, wanted: Wanted, display: str | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._keyboard = X11Keyboard(display)
        self._orders: dict[Press, str] = {}
        self._bindings: tuple[Binding, ...] = ()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._take_anew)
        self._notifier = QSocketNotifier(self._keyboard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._look)
        self._take_all()

    def bindings(self) -> tuple[Binding, ...]:
        return self._bindings

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._settling.stop()
        self._keyboard.close()

    def _take_all(self) -> None:
        self._bindings = tuple(
            Binding(order, str(combination), self._take(order, combination))
            for order, combination in self._wanted.items()
        )
        # libxcb may have read an event while it waited for answers: the notifier would not call.
        QTimer.singleShot(0, self, self._look)

    def _take(self, order: str, combination: Combination) -> str | None:
        """Why it cannot be had; None if it is ours."""
        keycode = self._keyboard.keycode_of(names_of(combination.key).keysym)
        if keycode is None:
            return _("the keyboard has no such key in its present layout")
        press = Press(keycode, self._keyboard.bits_of(combination.modifiers))
        if not self._keyboard.grab(press):
            return _("another program has them")
        self._orders[press] = order
        return None

    def _take_anew(self) -> None:
        for press in self._orders:
            self._keyboard.release(press)
        self._orders.clear()
        self._keyboard.learn_layout()
        self._take_all()
        self.changed.emit()

    def _look(self) -> None:
        for event in self._keyboard.events():
            match event:
                case LayoutChanged():
                    self._settling.start()
                case Press() if event in self._orders:
                    self.pressed.emit(self._orders[event])
        if self._keyboard.broken() and self._notifier.isEnabled():
            # The socket of a server that is gone is readable for ever.
            self.close()
            self.lost.emit(N_("X11: the server is gone"))

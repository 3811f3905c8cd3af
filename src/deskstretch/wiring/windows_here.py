"""Prompt and guide in the process of the app itself, where another would not know the time.

For demonstrations, whose clock runs faster than the computer's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.moment import Moment
from deskstretch.store.folders import Folders
from deskstretch.wiring.break_lines import Order
from deskstretch.wiring.break_windows import BreakWindows


class WindowsHere(QObject):
    """`wiring.breaks.Windows` without a process of their own; they never break off."""

    told = Signal(object)
    broke_off = Signal()
    ended = Signal()

    def __init__(
        self, folders: Folders, clock: Callable[[], Moment], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._windows = BreakWindows(folders, clock, self)
        self._windows.happened.connect(self.told)

    def begin(self) -> None:
        """Get ready when there is time."""
        QTimer.singleShot(0, self._windows, self._windows.get_ready)

    def tell(self, order: Order, *, in_front: bool = False) -> None:
        """Do it at once."""
        self._windows.obey(order)

    def wait_until(self, told: Callable[[], bool]) -> None:
        """Everything is told at once."""

    def finish(self) -> None:
        """Take everything off the screen, and be gone."""
        self.close()
        self.deleteLater()

    def close(self) -> None:
        """Take everything off the screen."""
        self._windows.close()

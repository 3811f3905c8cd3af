"""What an adapter to one kind of desktop tells; `presence.port` makes one answer of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class NotOfferedError(Exception):
    """This desktop does not offer what an adapter needs; the text says what is missing."""


class IdleSource(QObject):
    """Tells how long there has been no input.

    An adapter that finds nothing to work with raises NotOfferedError when it is made.
    """

    input_stopped = Signal(float)
    """No input for so many seconds; once, when they reach what `watch_idle` was told."""
    input_resumed = Signal()
    """The first input after `input_stopped`."""
    lull_reached = Signal()
    """No input for as long as `watch_lull` was told; each time that happens anew."""
    lost = Signal(str)
    """The desktop has taken the source away; nothing more comes. The text says how."""

    def watch_idle(self, seconds: float) -> None:
        """Tells `input_stopped` and `input_resumed` from now on, with this threshold."""
        raise NotImplementedError

    def watch_lull(self, seconds: float | None) -> None:
        """Tells `lull_reached` from now on, soon if it is one already; for None no more."""
        raise NotImplementedError

    def idle_seconds(self) -> float | None:
        """Seconds since the last input; None where the desktop cannot be asked."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of the desktop."""
        raise NotImplementedError


class SessionWatch(QObject):
    """Tells about lock and sleep.

    An adapter that finds nothing to work with raises NotOfferedError when it is made, or emits
    `lost` where it learns of that later.
    """

    lock_changed = Signal(bool)
    """Whether the screen is locked; may be told again."""
    suspended = Signal()
    """The machine is about to sleep."""
    resumed = Signal()
    lost = Signal(str)
    """Nothing more comes about the lock. The text says why."""

    def close(self) -> None:
        """Lets go of the desktop; Qt's own connections end with their receiver."""
        self.blockSignals(True)
        self.deleteLater()

"""What an adapter to one kind of desktop does; `shortcuts.port` chooses one of them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject, Signal

from deskstretch.core.combination import Combination

Wanted = Mapping[str, Combination]
"""By what they order ("start", "snooze", "skip")."""


class Binding(msgspec.Struct, frozen=True):
    """What became of one wish."""

    order: str
    keys: str
    """As a person reads them: those wished for, or those that the desktop took instead."""
    why_not: str | None = None
    """A sentence without its full stop; None if they answer."""


class ShortcutSource(QObject):
    """Takes the keys that it is made for, until it is closed.

    An adapter that finds nothing to work with raises NotOfferedError when it is made, or emits
    `lost` where it learns of that later. Made for none, it only finds out whether it could.
    """

    pressed = Signal(str)
    """What the keys order."""
    changed = Signal()
    """`why_not` or `bindings` is another one now."""
    lost = Signal(str)
    """Nothing more comes. The text says why."""

    why_not: str | None = None
    """Why it does not serve yet."""

    def bindings(self) -> tuple[Binding, ...]:
        """What became of each wish; of those whose answer waits for a dialog nothing is told."""
        raise NotImplementedError

    def close(self) -> None:
        """Gives the keys back."""
        raise NotImplementedError

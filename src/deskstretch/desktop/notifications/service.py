"""What is to be shown, and what a way to show it tells; `notifications.port` chooses among them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal


class Button(msgspec.Struct, frozen=True):
    """A choice on a notice; `key` is what comes back."""

    key: str
    words: str


class Picture(msgspec.Struct, frozen=True):
    """Pixels from the top left, four bytes each: red, green, blue, opacity."""

    width: int
    height: int
    rgba: bytes


class Notice(msgspec.Struct, frozen=True):
    """A title and lines of plain text.

    `opens` is told when the person presses the notice itself. A notice that asks stays until it is
    answered; one with `seconds` goes by itself and may be shown by means that tell nothing back.
    """

    title: str
    body: str
    buttons: tuple[Button, ...] = ()
    opens: str | None = None
    without_buttons: str = ""
    """A line that is added where no buttons can be shown."""
    quiet: bool = False
    seconds: float | None = None
    picture: Picture | None = None


class NotificationService(QObject):
    """Shows notices, at most one of each name: another one of that name takes its place."""

    button_pressed = Signal(str, str, str)
    """Name of the notice, key of the button, and what lets a window come to the front, if told."""
    failed = Signal(str, str)
    """The notice of that name is not on the screen, though nobody took it away; and why."""
    learnt = Signal()
    """`offers_buttons` or `why_not` may be another now."""

    offers_buttons = False
    tells_if_shown = False
    """Whether `failed` is certain to come if a notice cannot be shown."""
    why_not: str | None = None
    """Why nothing can be shown, as far as is known."""

    def show(self, name: str, notice: Notice) -> None:
        """Show it soon; never waits for it."""
        raise NotImplementedError

    def withdraw(self, name: str) -> None:
        """Take it away, if it is there; nothing more is told of it."""
        raise NotImplementedError

    def close(self) -> None:
        """Take all away and let go of the desktop."""
        raise NotImplementedError

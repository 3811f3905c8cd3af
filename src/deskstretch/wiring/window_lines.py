"""What the app and the process of one of its windows tell each other, a line of JSON each.

Orders go down by the window's standard input, and come to an end with the app; what happened comes
up by its standard output.
"""

from __future__ import annotations

import msgspec

from deskstretch.desktop.shortcuts.source import Binding


class Show(msgspec.Struct, frozen=True, tag=True):
    """Come to the front, with the keyboard."""

    activation_token: str = ""


class Bind(msgspec.Struct, frozen=True, tag=True):
    """This is what became of the keys."""

    bindings: tuple[Binding, ...]


class Refresh(msgspec.Struct, frozen=True, tag=True):
    """The history has changed."""


Order = Show | Bind | Refresh


class StretchChosen(msgspec.Struct, frozen=True, tag=True):
    """It is to start now."""

    exercise_id: str


class WelcomeWanted(msgspec.Struct, frozen=True, tag=True):
    """The welcome is to be shown once more."""


class HistoryDeleted(msgspec.Struct, frozen=True, tag=True):
    """Some of it, or all."""


class WindowClosed(msgspec.Struct, frozen=True, tag=True):
    """It takes no orders any more: its process is about to end."""

    kind: str


class ErrorHappened(msgspec.Struct, frozen=True, tag=True):
    """Nobody foresaw it; the log has it."""


Event = StretchChosen | WelcomeWanted | HistoryDeleted | WindowClosed | ErrorHappened


def line_of(told: msgspec.Struct) -> bytes:
    """As it goes through the pipe."""
    return msgspec.json.encode(told) + b"\n"

"""What any desktop must be able to do about starting DeskStretch with the computer."""

from __future__ import annotations

from typing import Protocol

import msgspec

from deskstretch.core.language import N_, _


class AutostartState(msgspec.Struct, frozen=True):
    """What is really there, as the desktop will read it at the next login."""

    on: bool
    """Whether it will be started."""
    place: str
    """Where that is kept: a file, or a key of the registry."""
    command: str | None = None
    """What is started there, as it is written; None without an entry."""
    note: str = ""
    """One sentence on an entry that is there and yet starts nothing; empty otherwise."""


class Autostart(Protocol):
    """Reads the place anew each time: other programs change it too."""

    def state(self) -> AutostartState:
        """How it stands now. OSError if the place cannot be read."""

    def turn_on(self) -> None:
        """Let this program be started from the next login on. OSError if that cannot be kept."""

    def turn_off(self) -> None:
        """Let it not be started. OSError if that cannot be kept."""


def gone_words(program: str) -> str:
    """What is to be said of an entry whose program is no longer there."""
    return _("The entry names a program that is not there: {program}.").format(program=program)


SWITCHED_OFF = N_("There is an entry, switched off by the desktop's own settings.")

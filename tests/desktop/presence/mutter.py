"""GNOME's idle monitor, as far as one program asks it; the test says when a watch fires."""

from __future__ import annotations

from typing import Any

from tests.desktop.presence.running import Bus, Service
from virtual_desktop import wait_until

NAME = "org.gnome.Mutter.IdleMonitor"
PATH = "/org/gnome/Mutter/IdleMonitor/Core"

Watches = dict[int, int | None]


class Mutter(Service):
    """`watches` say for how many milliseconds of silence each waits; None for an input."""

    def __init__(self, bus: Bus, *, refuses: str = "") -> None:
        self.idle_milliseconds = 0
        self.watches: Watches = {}
        self._last_watch = 0
        self._refuses = refuses
        super().__init__(bus, NAME)

    def watch_for(self, milliseconds: int | None) -> int:
        """The watch that waits for this, as soon as it has been asked for."""
        what = f"a watch for {milliseconds}"
        return wait_until(lambda: self._watch_for(milliseconds), what)

    def fire(self, watch: int) -> None:
        if self.watches[watch] is None:
            del self.watches[watch]
        self.send(PATH, NAME, "WatchFired", "u", watch)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match member, body:
            case _ if member == self._refuses:
                return None
            case "GetIdletime", ():
                return "t", (self.idle_milliseconds,)
            case "AddIdleWatch", (milliseconds,):
                return "u", (self._add(milliseconds),)
            case "AddUserActiveWatch", ():
                return "u", (self._add(None),)
            case "RemoveWatch", (watch,):
                del self.watches[watch]
                return "", ()
        return None

    def _add(self, milliseconds: int | None) -> int:
        self._last_watch += 1
        self.watches = {**self.watches, self._last_watch: milliseconds}
        return self._last_watch

    def _watch_for(self, milliseconds: int | None) -> int | None:
        return next((watch for watch, of in self.watches.items() if of == milliseconds), None)

"""What does not work just now, gathered from all who may have to say something."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Source = Callable[[], Iterable[str | None]]


class Trouble:
    """Plain words, one sentence each; asked for anew each time, in the order of the sources."""

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._noted: dict[str, str] = {}

    def note(self, about: str, words: str) -> None:
        """Remember that something does not work, from now on; newer words replace older ones."""
        self._noted[about] = words

    def lines(self) -> tuple[str, ...]:
        """All of it, each sentence once; empty while everything works."""
        told = (line for source in self._sources for line in source() if line)
        return tuple(dict.fromkeys((*told, *self._noted.values())))

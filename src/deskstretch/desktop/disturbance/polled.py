"""A reading that answers at once, taken every so often where a system tells no changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from deskstretch.core.reasons import program_reason
from deskstretch.desktop.disturbance.source import DisturbanceSource


class Polled(DisturbanceSource):
    """Tells the reasons that `read` finds."""

    def __init__(self, read: Callable[[], Iterable[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read

    def begin(self) -> None:
        """Read."""
        self.told.emit(tuple(self._read()))

    def look_again(self) -> None:
        """Read."""
        self.begin()


def named_programs(names: Iterable[str], running: Iterable[str]) -> set[str]:
    """The reasons that those of these programs are among the running ones, in any case."""
    here = {each.casefold() for each in running}
    return {program_reason(name) for name in names if name.casefold() in here}

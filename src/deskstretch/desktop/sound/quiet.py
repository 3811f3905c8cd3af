"""Whether the desktop wants silence, where its settings tell: GNOME, Cinnamon, MATE and the like.

`gsettings` is asked once for each break that is to be heard, and never waited for. Where nothing is
known, a person who has switched sounds on wants to hear them.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject

from deskstretch.desktop.disturbance.program import Program
from deskstretch.desktop.presence.source import NotOfferedError

_GNOME = (
    ("org.gnome.desktop.sound", "event-sounds", "false"),
    ("org.gnome.desktop.notifications", "show-banners", "false"),
)
_KEYS = {
    "GNOME": _GNOME,
    "Unity": _GNOME,
    "X-Cinnamon": (
        ("org.cinnamon.desktop.sound", "event-sounds", "false"),
        ("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    ),
    "MATE": (
        ("org.mate.sound", "event-sounds", "false"),
        ("org.mate.NotificationDaemon", "do-not-disturb", "true"),
    ),
}
"""By the name of a desktop: schema, key and the value that means silence; first system sounds,
then not to disturb."""


class Quiet(QObject):
    """Asks as it is made; what is to be heard before the answers waits for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
        keys = next((_KEYS[name] for name in desktops if name in _KEYS), ())
        self._no_chimes = self._no_words = False
        self._waiting: list[tuple[bool, Callable[[], None]]] = []
        self._asking: set[Program] = set()
        for (schema, key, quiet), is_sounds in zip(keys, (True, False), strict=False):
            self._ask(schema, key, quiet, is_sounds)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._asking)

    def unless_no_chimes(self, play: Callable[[], None]) -> None:
        """Do it unless system sounds are off or nothing is to disturb."""
        self._do(True, play)

    def unless_no_words(self, say: Callable[[], None]) -> None:
        """Do it unless nothing is to disturb."""
        self._do(False, say)

    def close(self) -> None:
        """Wait for no answer any more."""
        self._waiting.clear()
        for program in self._asking:
            program.kill()
        self._asking.clear()

    def _ask(self, schema: str, key: str, quiet: str, is_sounds: bool) -> None:
        try:
            program = Program(self, "gsettings", "get", schema, key)
        except NotOfferedError:
            return
        self._asking.add(program)

        def heed(printed: bytes) -> None:
            if printed.decode(errors="replace").strip() == quiet:
                self._no_chimes = True
                self._no_words = self._no_words or not is_sounds

        def end() -> None:
            self._asking.discard(program)
            if not self._asking:
                waiting, self._waiting = self._waiting, []
                for is_chime, what in waiting:
                    self._do(is_chime, what)

        program.printed.connect(heed)
        program.ended.connect(end)
        program.start()

    def _do(self, is_chime: bool, what: Callable[[], None]) -> None:
        if self._asking:
            self._waiting.append((is_chime, what))
        elif not (self._no_chimes if is_chime else self._no_words):
            what()

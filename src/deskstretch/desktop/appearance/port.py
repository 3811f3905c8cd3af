"""The wishes about how programs look, as far as this desktop tells them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import N_
from deskstretch.desktop.disturbance.source import DisturbanceSource
from deskstretch.desktop.presence.source import NotOfferedError

REDUCED_MOTION, HIGH_CONTRAST = N_("reduced motion"), N_("high contrast")
DARK, FONT = "dark", "font"

_log = logging.getLogger(__name__)


def font_wish(name: str) -> str:
    """The wish for that font, which is named as GTK does: "Cantarell Bold 11"."""
    return f"{FONT}: {name}"


class Way(NamedTuple):
    """One way to learn of wishes, and what to try where it tells nothing."""

    name: str
    tells: tuple[str, ...]
    make: Callable[[QObject], DisturbanceSource]
    otherwise: Way | None = None


class Adapter(msgspec.Struct, frozen=True):
    """A way that was tried, and why it tells nothing, if so."""

    name: str
    tells: tuple[str, ...]
    why_not: str | None = None


class Appearance(QObject):
    """Learns of the wishes from `begin` on, and tells of each change. Any way's yes counts."""

    changed = Signal()

    def __init__(self, ways: Sequence[Way], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = ways
        self._sources: dict[str, DisturbanceSource] = {}
        self._adapters: dict[str, Adapter] = {}
        self._asked_for: dict[str, tuple[str, ...]] = {}
        self._told: tuple[bool, bool, bool, str | None] = False, False, False, None

    @property
    def reduced_motion(self) -> bool:
        """Nothing should move that need not."""
        return self._is_wished(REDUCED_MOTION)

    @property
    def high_contrast(self) -> bool:
        """Everything should stand out clearly from its ground."""
        return self._is_wished(HIGH_CONTRAST)

    @property
    def dark(self) -> bool:
        """Windows should be dark; told only where Qt does not know by itself."""
        return self._is_wished(DARK)

    @property
    def font(self) -> str | None:
        """The font of windows, such as "Cantarell Bold 11"; None where nobody but Qt may know."""
        told = (wish.partition(": ") for asked in self._asked_for.values() for wish in asked)
        return next((name for wish, _, name in told if wish == FONT), None)

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """Those that were tried."""
        return tuple(self._adapters.values())

    @property
    def knows_all(self) -> bool:
        """Whether each has told something, or why it does not."""
        missing = [name for name, adapter in self._adapters.items() if adapter.why_not is None]
        return all(name in self._asked_for for name in missing)

    def begin(self) -> None:
        """Ask; the answers come soon, and not before this returns."""
        for way in self._ways:
            self._try(way)

    def look_again(self) -> None:
        """Ask where nobody tells of changes: before something is shown that the wishes are for."""
        for source in tuple(self._sources.values()):
            source.look_again()

    def close(self) -> None:
        """Let go of everything."""
        while self._sources:
            self._sources.popitem()[1].close()

    def _is_wished(self, wish: str) -> bool:
        return any(wish in asked_for for asked_for in self._asked_for.values())

    def _try(self, way: Way) -> None:
        try:
            source = way.make(self)
        except NotOfferedError as missing:
            self._lose(way, str(missing))
            return
        except Exception as error:  # Whatever a desktop does, the app looks as usual.
            _log.exception("%s", way.name)
            self._lose(way, f"{type(error).__name__}: {error}")
            return
        self._sources[way.name] = source
        self._adapters[way.name] = Adapter(way.name, way.tells)
        source.told.connect(lambda asked_for: self._heed(way, asked_for))
        source.lost.connect(lambda why: self._lose(way, why))
        source.failed.connect(lambda why: self._give_up(way, why))
        source.begin()

    def _heed(self, way: Way, asked_for: tuple[str, ...]) -> None:
        self._adapters[way.name] = Adapter(way.name, way.tells)
        self._let_go_of_what_stands_in_for(way)
        self._keep(way, asked_for)

    def _give_up(self, way: Way, why: str) -> None:
        self._let_go_of(way)
        self._lose(way, why)

    def _lose(self, way: Way, why: str) -> None:
        _log.info("%s: %s", way.name, why)
        self._adapters[way.name] = Adapter(way.name, way.tells, why)
        # First, so that what both tell does not come and go in between.
        if way.otherwise is not None and way.otherwise.name not in self._adapters:
            self._try(way.otherwise)
        self._keep(way, ())

    def _let_go_of_what_stands_in_for(self, way: Way) -> None:
        while (stand_in := way.otherwise) is not None:
            way = stand_in
            self._let_go_of(way)
            self._adapters.pop(way.name, None)
            self._asked_for.pop(way.name, None)

    def _let_go_of(self, way: Way) -> None:
        if source := self._sources.pop(way.name, None):
            source.blockSignals(True)
            source.close()
            source.deleteLater()

    def _keep(self, way: Way, asked_for: tuple[str, ...]) -> None:
        self._asked_for[way.name] = asked_for
        wishes = self.reduced_motion, self.high_contrast, self.dark, self.font
        if wishes != self._told:
            self._told = wishes
            self.changed.emit()

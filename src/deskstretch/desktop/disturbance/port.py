"""What the app asks of a desktop to know whether the person must not be disturbed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.language import N_
from deskstretch.core.reasons import FULL_SCREEN, in_order, is_heeded
from deskstretch.core.settings import DisturbanceSettings
from deskstretch.desktop.disturbance.source import DisturbanceSource, failure_words
from deskstretch.desktop.presence.source import NotOfferedError

_log = logging.getLogger(__name__)

_SETTLE_MS = 300
"""After other settings, everything is found anew: what goes on meanwhile is no news."""
_LOOK_AGAIN_MS = 10_000
"""A call that nobody tells the end of has ended by then, for most people's patience."""


class Offer(msgspec.Struct, frozen=True):
    """A way to learn of some reasons, tried whenever one of them is heeded."""

    name: str
    tells: tuple[str, ...]
    make: Callable[[DisturbanceSettings, QObject], DisturbanceSource]


class Adapter(msgspec.Struct, frozen=True):
    """What became of an offer: used, or why not."""

    name: str
    tells: tuple[str, ...]
    why_not: str | None = None


class Reading(msgspec.Struct, frozen=True):
    """What an adapter in use finds now; None while it does not know."""

    name: str
    reasons: tuple[str, ...] | None


class Disturbance(QObject):
    """All the signs of disturbance, looked at only while somebody wants to know of them."""

    changed = Signal(object)
    """The reasons found now, a tuple of texts; empty when nothing speaks against asking."""

    def __init__(
        self,
        offers: Sequence[Offer],
        settings: DisturbanceSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = tuple(offers)
        self._settings = settings
        self._watching = False
        self._sources: dict[str, DisturbanceSource] = {}
        self._found: dict[str, tuple[str, ...]] = {}
        self._told: tuple[str, ...] = ()
        self._fills_screen = self._overlooks_full_screen = False
        self._adapters: dict[str, Adapter] = {}
        self._look_again = QTimer(self)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._ask_again)
        # One after the other: the first time, each has something to import.
        self._untried: list[Offer] = []
        self._opening = QTimer(self)
        self._opening.timeout.connect(self._try_next)
        # What several adapters find at once is one change; and nobody is told in mid-sentence.
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.timeout.connect(self._tell)

    def watch(self, wanted: bool) -> None:
        """Tells `changed` from now on, soon if anything is found; or no more.

        Asking again for the same changes nothing.
        """
        if wanted == self._watching:
            return
        self._watching = wanted
        if wanted:
            self._open()
        else:
            self._close()
            self._told = ()

    def follow(self, settings: DisturbanceSettings) -> None:
        """Heed other reasons from now on."""
        if settings == self._settings:
            return
        self._settings = settings
        if self._watching:
            self._close()
            self._open()
            self._news.start(_SETTLE_MS)

    def tell_own_full_screen(self, fills: bool) -> None:
        """A window of our own fills the screen, or does so no more: that disturbs nobody.

        Its end counts from when the desktop has noticed it too.
        """
        self._fills_screen = fills
        self._overlooks_full_screen = fills or self._finds(FULL_SCREEN)

    @property
    def reasons(self) -> tuple[str, ...]:
        """All that is found now and heeded."""
        found = (reason for reasons in self._found.values() for reason in reasons)
        return in_order(
            reason
            for reason in found
            if is_heeded(reason, self._settings)
            and not (reason == FULL_SCREEN and self._overlooks_full_screen)
        )

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All that have been tried since it was last watched, in that order."""
        return tuple(self._adapters.values())

    @property
    def has_tried_all(self) -> bool:
        """Whether `adapters` and `readings` leave none out."""
        return not self._untried

    def readings(self) -> tuple[Reading, ...]:
        """What each adapter finds, heeded or not; none while nothing is watched."""
        return tuple(Reading(name, self._found.get(name)) for name in self._sources)

    def close(self) -> None:
        """Lets go of the desktop; nothing is told any more."""
        self.watch(False)

    def _open(self) -> None:
        self._adapters.clear()
        self._untried = [*self._offers]
        if self._untried:
            self._opening.start()
        self._look_again.start()

    def _try_next(self) -> None:
        offer = self._untried.pop(0)
        if not self._untried:
            self._opening.stop()
        if any(is_heeded(reason, self._settings) for reason in offer.tells):
            self._try(offer)
        else:
            self._note(offer.name, offer.tells, N_("switched off in the settings"))

    def _close(self) -> None:
        self._opening.stop()
        self._untried.clear()
        for name in [*self._sources]:
            self._let_go(name)
        self._look_again.stop()
        self._news.stop()

    def _try(self, offer: Offer) -> None:
        name = offer.name
        try:
            source = offer.make(self._settings, self)
            self._sources[name] = source
            self._note(name, offer.tells)
            source.told.connect(lambda reasons: self._hear(name, reasons))
            source.lost.connect(lambda why: self._lose(name, why))
            source.failed.connect(lambda why: self._fail(name, why))
            source.begin()
        except NotOfferedError as missing:
            _log.info("%s: %s", name, missing)
            self._note(name, offer.tells, str(missing))
            self._let_go(name)
        except Exception as error:
            _log.exception("%s", name)
            self._note(name, offer.tells, failure_words(error))
            self._let_go(name)

    def _ask_again(self) -> None:
        for name, source in [*self._sources.items()]:
            try:
                source.look_again()
            except Exception as error:
                _log.exception("%s", name)
                self._fail(name, failure_words(error))

    def _hear(self, name: str, reasons: tuple[str, ...]) -> None:
        if name in self._sources:
            self._note(name, self._adapters[name].tells)
            self._found[name] = reasons
            self._tell_soon()

    def _lose(self, name: str, why: str) -> None:
        if self._adapters[name].why_not != why:
            _log.info("%s: %s", name, why)
        self._note(name, self._adapters[name].tells, why)
        self._found.pop(name, None)
        self._tell_soon()

    def _fail(self, name: str, why: str) -> None:
        self._lose(name, why)
        self._let_go(name)

    def _let_go(self, name: str) -> None:
        self._found.pop(name, None)
        source = self._sources.pop(name, None)
        if source is not None:
            source.blockSignals(True)
            source.close()
            source.deleteLater()

    def _note(self, name: str, tells: tuple[str, ...], why_not: str | None = None) -> None:
        self._adapters[name] = Adapter(name, tells, why_not)

    def _tell_soon(self) -> None:
        if not self._news.isActive():
            self._news.start(0)

    def _finds(self, wanted: str) -> bool:
        return any(wanted in reasons for reasons in self._found.values())

    def _tell(self) -> None:
        if not self._fills_screen and not self._finds(FULL_SCREEN):
            self._overlooks_full_screen = False
        if self.reasons != self._told:
            self._told = self.reasons
            self.changed.emit(self._told)

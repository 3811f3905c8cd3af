"""What the app asks of a desktop so that keys answer from within any program."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject, Signal

from deskstretch.core.combination import Combination
from deskstretch.core.language import N_, _
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted

Sources = Mapping[str, Callable[[Wanted, QObject], ShortcutSource]]
"""Each way by its name, the best first."""

_NO_WAY = N_("this desktop gives no program keys; its own settings can run a command instead")

_log = logging.getLogger(__name__)


class Adapter(msgspec.Struct, frozen=True):
    """One way to take keys: used, or why not."""

    name: str
    why_not: str | None = None


class Shortcuts(QObject):
    """The first way that serves; of the others it is noted why not."""

    pressed = Signal(str)
    """What the keys order."""
    changed = Signal()
    """`bindings` or `adapters` may be others now."""

    def __init__(self, sources: Sources, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._wanted: Wanted = {}
        self._twice: tuple[Binding, ...] = ()
        self._source: ShortcutSource | None = None
        self._name = ""
        self._why_not: dict[str, str] = {}

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All that there are, the best first."""
        return tuple(Adapter(name, self._why_not_by(name)) for name in self._sources)

    def bindings(self) -> tuple[Binding, ...]:
        """What became of each combination that is wanted, as far as that is known."""
        if self._source is not None:
            return (*self._source.bindings(), *self._twice)
        wanted = self._wanted.items()
        return (*(Binding(order, str(keys), _(_NO_WAY)) for order, keys in wanted), *self._twice)

    @property
    def is_undecided(self) -> bool:
        """Whether one has yet to say if it serves."""
        return self._source is not None and self._source.why_not is not None

    def serve(self, wanted: Wanted) -> None:
        """Take these combinations and no others; for none it is only found out who could."""
        self.close()
        orders: dict[Combination, str] = {}
        for order, keys in wanted.items():
            orders.setdefault(keys, order)
        self._wanted = {order: keys for keys, order in orders.items()}
        self._twice = tuple(
            Binding(order, str(keys), _("they are those of another shortcut already"))
            for order, keys in wanted.items()
            if order not in self._wanted
        )
        self._why_not.clear()
        self._try_next()

    def close(self) -> None:
        """Give all keys back."""
        if self._source is not None:
            self._source.close()
            self._source.deleteLater()
            self._source = None

    def _try_next(self) -> None:
        """The first of those that have not said why they cannot."""
        for name, make in self._sources.items():
            if name in self._why_not:
                continue
            try:
                source = make(self._wanted, self)
            except NotOfferedError as missing:
                self._note(name, str(missing))
            except Exception as error:  # whatever a desktop does, the app works without
                _log.exception("%s", name)
                self._note(
                    name, _("it failed: {error}").format(error=f"{type(error).__name__}: {error}")
                )
            else:
                self._name, self._source = name, source
                source.pressed.connect(self.pressed)
                source.changed.connect(self.changed)
                source.lost.connect(self._lose)
                break
        self.changed.emit()

    def _lose(self, why: str) -> None:
        self._note(self._name, why)
        self.close()
        self._try_next()

    def _note(self, name: str, why_not: str) -> None:
        _log.info("Shortcuts not by the %s: %s", name, why_not)
        self._why_not[name] = why_not

    def _why_not_by(self, name: str) -> str | None:
        if self._source is not None and name == self._name:
            return self._source.why_not
        return self._why_not.get(name, N_("another one serves"))

"""What an adapter to one sign of disturbance tells; `disturbance.port` makes one answer of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import _

_log = logging.getLogger(__name__)


class DisturbanceSource(QObject):
    """Looks at one thing for as long as it lives.

    An adapter that finds nothing to work with raises NotOfferedError when it is made, or emits
    `lost` where it learns of that later.
    """

    told = Signal(object)
    """All reasons that it finds now, a tuple of texts; may be told again."""
    lost = Signal(str)
    """Nothing is known now; the text says why. It may tell again later."""
    failed = Signal(str)
    """It does not work as it was meant to, and is to be let go of; the text says how."""

    def begin(self) -> None:
        """Find out how things stand, then tell of every change as soon as it is known."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Asked every so often, for changes that nobody tells of."""

    def close(self) -> None:
        """Let go of everything; Qt's own connections end with their receiver."""


Source = TypeVar("Source", bound=DisturbanceSource)
Arguments = ParamSpec("Arguments")


def guarded(
    slot: Callable[Concatenate[Source, Arguments], None],
) -> Callable[Concatenate[Source, Arguments], None]:
    """For what Qt calls: whatever the desktop sends, an exception only ends the source.

    PySide cannot see how many arguments such a slot takes: it gets all that the signal has.
    """

    @wraps(slot)
    def guard(source: Source, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> None:
        try:
            slot(source, *arguments, **named)
        except Exception as error:
            _log.exception("%s", type(source).__name__)
            source.failed.emit(failure_words(error))

    return guard


Meaning = bool | str


def reasons_for(meaning: Meaning, reason: str) -> tuple[str, ...]:
    """What an answer tells that is or is not that reason, or has a text that is one itself."""
    if isinstance(meaning, str):
        return (meaning,)
    return (reason,) if meaning else ()


def failure_words(error: Exception) -> str:
    """What went wrong, for a log and a bug report."""
    return _("it failed: {error}").format(error=f"{type(error).__name__}: {error}")

"""Imports APScheduler without the modules that it names but that this program never runs.

APScheduler 3.11 itself is about 1 MB. What it imports on the side is over 10 MB: asyncio (for one
predicate, and only before Python 3.14), importlib.metadata (for plug-ins and its own version
number), thread and process pools (jobs run in Qt's thread here) and tzlocal (the zone is always
given). While APScheduler is imported, small stand-ins take their places; afterwards a real import
of any of them works as ever. What is loaded already is left alone.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from deskstretch.desktop.clock import local_zone


class _PackageNotFoundError(Exception):
    """Tells APScheduler that it cannot learn its own version; it goes on without."""


def _no_version(name: str) -> str:
    raise _PackageNotFoundError(name)


def _no_plugins(group: str) -> tuple[()]:
    return ()


_STAND_INS: dict[str, dict[str, Any]] = {
    "asyncio": {"iscoroutinefunction": inspect.iscoroutinefunction},
    "importlib.metadata": {
        "PackageNotFoundError": _PackageNotFoundError,
        "version": _no_version,
        "entry_points": _no_plugins,
    },
    "apscheduler.executors.pool": {"ThreadPoolExecutor": None},
    "tzlocal": {"get_localzone": local_zone},
}


@contextmanager
def stand_ins_for_unused_imports() -> Iterator[None]:
    """Import APScheduler's modules inside of this."""
    placed = {name: _module(name) for name in _STAND_INS if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name in placed:
            del sys.modules[name]


def _module(name: str) -> ModuleType:
    module = ModuleType(name, "A stand-in; see deskstretch.desktop.stand_ins.")
    vars(module).update(_STAND_INS[name])
    return module

"""What APScheduler is imported without.

APScheduler 3.11 itself is less than 1 MB. What it imports on the side is over 10 MB: asyncio (for
one predicate, and only before Python 3.14), importlib.metadata (for plug-ins and its own version
number), thread and process pools (jobs run in Qt's thread here), tzlocal (the zone is always
given), uuid (each job is given its id) and calendar, with the names of all locales (for two sums).
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from datetime import UTC, date, datetime
from time import struct_time
from typing import Any

from deskstretch.desktop.clock import local_zone
from deskstretch.desktop.stand_ins import late


class _PackageNotFoundError(Exception):
    """Tells APScheduler that it cannot learn its own version; it goes on without."""


def _no_version(name: str) -> str:
    raise _PackageNotFoundError(name)


def _no_plugins(group: str) -> tuple[()]:
    return ()


def seconds_of(utc: struct_time) -> int:
    """As `calendar.timegm`."""
    return int(datetime(*utc[:6], tzinfo=UTC).timestamp())


def month_range(year: int, month: int) -> tuple[int, int]:
    """The weekday of a month's first day, Monday being 0, and its days; `calendar.monthrange`."""
    first = date(year, month, 1)
    next_first = date(year + month // 12, month % 12 + 1, 1)
    return first.weekday(), (next_first - first).days


UNUSED_BY_APSCHEDULER: Mapping[str, Mapping[str, Any]] = {
    "asyncio": {"iscoroutinefunction": inspect.iscoroutinefunction},
    "importlib.metadata": {
        "PackageNotFoundError": _PackageNotFoundError,
        "version": _no_version,
        "entry_points": _no_plugins,
    },
    "apscheduler.executors.pool": {"ThreadPoolExecutor": None},
    "random": {},
    "traceback": {"format_tb": late("traceback", "format_tb")},
    "tzlocal": {"get_localzone": local_zone},
    "uuid": {"uuid4": None},
    "calendar": {"timegm": seconds_of, "monthrange": month_range},
}

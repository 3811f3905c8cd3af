"""The one place that asks what time it is."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from deskstretch.core.moment import Moment
from deskstretch.desktop.stand_ins import stand_ins

_LOCAL_TIME_FILE = Path("/etc/localtime")
_ZONE_FOLDERS = (
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
)
"""Where Python looks unless it was built otherwise (zoneinfo, "Configuring the data sources")."""

_unused: dict[str, dict[str, object]] = {}
if sys.platform == "linux":
    # To look it up, zoneinfo would load all of Python's build settings: 1 MB, for these names.
    _here = os.path.realpath(_LOCAL_TIME_FILE).rpartition("/zoneinfo/")[0]
    _folders = (f"{_here}/zoneinfo", *_ZONE_FOLDERS) if _here else _ZONE_FOLDERS
    os.environ.setdefault("PYTHONTZPATH", os.pathsep.join(dict.fromkeys(_folders)))
    _unused = {"sysconfig": {}}

with stand_ins(_unused):
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def read_moment() -> Moment:
    """Both clocks, now: the wall clock in the zone this computer is set to, and a monotonic one."""
    return Moment(wall=datetime.now(local_zone()), monotonic_seconds=monotonic_seconds())


def monotonic_seconds() -> float:
    """Seconds from an arbitrary start, going on during suspend.

    `time.monotonic` stops while a Linux or macOS machine sleeps. CLOCK_BOOTTIME (Linux) and
    CLOCK_MONOTONIC (macOS: "will continue to increment while the system is asleep", clock_gettime
    manual) do not; nor does what Python uses on Windows (GetTickCount64 and, from 3.13 on,
    QueryPerformanceCounter).
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def local_zone() -> tzinfo:
    """The time zone this computer is set to, asked anew: people travel while the app runs.

    A named zone, with its changes to and from summer time, wherever the system tells a name or its
    rules; else the offset of this moment. On Windows tzlocal knows the names (it comes with
    APScheduler); elsewhere they are to be had for far less memory.
    """
    if sys.platform == "win32":
        import tzlocal

        return tzlocal.reload_localzone()
    named = os.environ.get("TZ")
    return _zone_of_the_system() if named is None else _zone_named(named.removeprefix(":"))


def _zone_of_the_system() -> tzinfo:
    # Mostly the link itself tells: to follow it to its end costs ten times as much, and a guide
    # asks in each frame.
    for tell in (os.readlink, os.path.realpath):
        try:
            target = tell(_LOCAL_TIME_FILE)
        except OSError:
            continue
        if "zoneinfo/" in target:
            return _zone_named(target)
    try:
        with _LOCAL_TIME_FILE.open("rb") as rules:
            return ZoneInfo.from_file(rules)
    except (OSError, ValueError):
        return _offset_now()


def _zone_named(name: str) -> tzinfo:
    """The zone of a name or its file; of anything else (POSIX rules) today's offset."""
    try:
        return ZoneInfo(name.rpartition("zoneinfo/")[2])
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return _offset_now()


def _offset_now() -> tzinfo:
    return datetime.now().astimezone().tzinfo or UTC

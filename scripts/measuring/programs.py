"""The programs that are measured side by side, each on a virtual desktop without the others."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from measuring.installed import Installed
from measuring.row import Row
from virtual_desktop import Program, VirtualDesktop, listens, wait_until

BARE = "bare program"
PEERS = ("safeeyes", "workrave", "rsibreak")
GREETINGS = {"rsibreak": "^Welcome"}
"""The title of the window that a person closes first."""
DESKTOPS = {"": "", ", GTK desktop": "XFCE"}
"""How a row says where it was measured, and what that desktop calls itself: on desktops made with
GTK, Qt loads that into a program as well, unless the program does without."""
NO_WINDOW_AT_START = "[org/workrave/gui/main-window]\nenabled=false\n"
SETTLE_SECONDS = 6.0
"""Past the time in which a program that has just started still looks around."""


class Measured(msgspec.Struct, frozen=True):
    """A program and how it is started."""

    name: str
    command: tuple[str | Path, ...]


def ours(installed: Installed) -> Measured:
    return Measured("DeskStretch", (installed.deskstretch,))


def bare(installed: Installed) -> Measured:
    return Measured(BARE, (installed.python, Path(__file__).with_name("bare_program.py")))


def peers() -> list[Measured]:
    """Those that are installed here."""
    return [Measured(name, (name,)) for name in PEERS if shutil.which(name)]


def row_of_programs(
    samples: Mapping[str, Sequence[float]], *, group: str, what: str, unit: str, reach: float
) -> Row:
    """Ours beside the bare program and the peers; `samples` has them in this order."""
    mine, other, *more = samples
    return Row(
        group=group,
        what=what,
        unit=unit,
        ours=samples[mine],
        others=samples[other],
        other_name=other,
        reach=reach,
        peers={name: samples[name] for name in more},
    )


@contextmanager
def desktop_for_measuring(
    width: int = 1280, height: int = 800, settings: str = "", called: str = ""
) -> Iterator[VirtualDesktop]:
    """A virtual desktop on which programs find nothing of this checkout.

    `called`: what it says of itself, as in XDG_CURRENT_DESKTOP.
    """
    with VirtualDesktop(width, height) as desktop:
        for name in ("PYTHONPATH", "VIRTUAL_ENV"):
            desktop.env.pop(name, None)
        if called:
            desktop.env["XDG_CURRENT_DESKTOP"] = called
        home = Path(desktop.env["DESKSTRETCH_HOME"])
        home.mkdir()
        (home / "settings.toml").write_text(settings)
        _make_at_home_for_peers(desktop)
        desktop.move(width // 2, height // 3)
        yield desktop


def _make_at_home_for_peers(desktop: VirtualDesktop) -> None:
    """A system bus, without which SafeEyes ends at once; Workrave's window is in its tray."""
    socket = desktop.folder / "system_bus"
    desktop.start("dbus-daemon", "--session", "--nofork", f"--address=unix:path={socket}")
    wait_until(lambda: listens(socket), "the system bus")
    desktop.env |= {
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={socket}",
        "GSETTINGS_BACKEND": "keyfile",
    }
    file = Path(desktop.env["HOME"]) / ".config" / "glib-2.0" / "settings" / "keyfile"
    file.parent.mkdir(parents=True)
    file.write_text(NO_WINDOW_AT_START)


@contextmanager
def running(desktop: VirtualDesktop, program: Measured) -> Iterator[Program]:
    """Started, and with its icon in the tray."""
    process = desktop.start(*program.command)
    try:
        desktop.find_tray_icon()
        if greeting := GREETINGS.get(program.name):
            desktop.find_window(title=greeting)
            desktop.key("Escape")
            wait_until(lambda: not desktop.windows(title=greeting), "the greeting to go")
        yield process
    finally:
        desktop.stop(process)
        wait_until(lambda: not desktop.tray_icons(), "the tray to be empty")


def settle() -> None:
    time.sleep(SETTLE_SECONDS)

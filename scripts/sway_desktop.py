"""A private sway without a screen: the compositor that is quickly there; wtype is the person."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from private_desktop import PrivateDesktop, listens, wait_until

CONFIG = """
output HEADLESS-1 resolution 1280x800
xwayland disable
"""
NOBODY = "65534"


class SwayDesktop(PrivateDesktop):
    """A context manager; inside it `env` is what a program needs to appear on this desktop.

    On an X11 display its two screens are windows there: closing one unplugs a screen.
    """

    def __init__(self, display: str | None = None) -> None:
        super().__init__()
        self._display = display

    def key(self, *names: str) -> None:
        """Press and release keys by their X names, such as "space" or "Escape"."""
        # The keyboard comes with the keys, and programs must hear of it first.
        keys = (word for name in names for word in ("-k", name))
        self._ask("wtype", "-s", "300", *keys)

    def focused_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""
        waiting = [json.loads(self._ask("swaymsg", "-r", "-t", "get_tree"))]
        while waiting:
            node = waiting.pop()
            if node["focused"] and node.get("pid") is not None:
                return node["name"] or ""
            waiting += [*node["nodes"], *node["floating_nodes"]]
        return ""

    def _bring_up(self) -> None:
        folder = self.folder / "sway"
        folder.mkdir(mode=0o700)
        (folder / "config").write_text(CONFIG)
        command = (
            "env",
            *_settings(folder, self._display),
            *self._as_somebody(folder),
            "sway",
            "-c",
            "config",
        )
        self._services.append(self._spawn(*command, log="sway"))
        self.env |= {
            "WAYLAND_DISPLAY": str(wait_until(lambda: _socket(folder, "wayland-?"), "sway")),
            "SWAYSOCK": str(
                wait_until(lambda: _socket(folder, "sway-ipc.*.sock"), "sway's orders")
            ),
            "XDG_SESSION_TYPE": "wayland",
            "XDG_CURRENT_DESKTOP": "sway",
        }
        # It listens before it serves, and would forget being told to end in between.
        self._ask("swaymsg", "--quiet", "--type", "get_version")

    def _as_somebody(self, folder: Path) -> tuple[str, ...]:
        """Sway refuses to run as root."""
        if os.geteuid() != 0:
            return ()
        self.folder.chmod(0o711)
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, int(NOBODY), int(NOBODY))
        who = ("--reuid", NOBODY, "--regid", NOBODY, "--clear-groups")
        # Asked for again: it is forgotten when the user changes.
        return ("setpriv", *who, "--pdeathsig", "KILL")


def _settings(folder: Path, display: str | None) -> tuple[str, ...]:
    on_x11 = ("WLR_BACKENDS=x11", "WLR_X11_OUTPUTS=2", f"DISPLAY={display}")
    return (
        f"--chdir={folder}",
        f"HOME={folder}",
        f"XDG_RUNTIME_DIR={folder}",
        *(("WLR_BACKENDS=headless",) if display is None else on_x11),
        "WLR_LIBINPUT_NO_DEVICES=1",
        "WLR_RENDERER=pixman",
    )


def _socket(folder: Path, name: str) -> Path | None:
    return next((path for path in folder.glob(name) if listens(path)), None)

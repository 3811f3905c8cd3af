"""A person with a screen at a clean Debian: takes a break with what is installed there.

The screen, the window manager and the tray are outside; inside is only what the package brought.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from packages.clean_root import HOME, UID, CleanRoot
from run_virtual import SETTINGS, last_break, take_a_break
from virtual_desktop import VirtualDesktop

SETTINGS_FILE = HOME / ".config" / "deskstretch" / "settings.toml"
HISTORY_FILE = HOME / ".local" / "share" / "deskstretch" / "history.sqlite3"
_SCREENS = Path("/tmp/.X11-unix")
_TOLD = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "DESKSTRETCH_VIRTUAL_DESKTOP",
    "DISPLAY",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
)
"""What the desktop tells the programs on it; not its home, as the person has one of their own."""


def take_one_break(root: CleanRoot, program: str, pictures: Path) -> dict[str, object]:
    """Start the app without any network, take a break, quit by command; the row in the history.

    TimeoutError if something does not come; `pictures` has what was to be seen, and the log.
    """
    _write_settings(root)
    history = root.inside(HISTORY_FILE)
    with VirtualDesktop(owner=None if os.geteuid() == UID else UID) as desktop:
        env = {name: desktop.env[name] for name in _TOLD}
        shared = (_SCREENS, desktop.folder)
        start = root.command(program, person=True, env=env, shared=shared, network=False)
        app = desktop.start(*start, log="deskstretch")
        try:
            take_a_break(desktop, history, pictures)
            quit_it = root.command(program, "quit", person=True, env=env, shared=shared)
            desktop.start(*quit_it, log="deskstretch").wait(timeout=20)
            if code := app.wait(timeout=20):
                raise RuntimeError(f"the app ended with {code}")
        finally:
            desktop.stop(app)
            pictures.mkdir(parents=True, exist_ok=True)
            shutil.copy(desktop.log("deskstretch"), pictures / "app.log")
    return last_break(history)


def things_at_home(root: CleanRoot) -> dict[str, bytes]:
    """Every file that the person has, with what is in it."""
    return {
        str(file.relative_to(root.home)): file.read_bytes()
        for file in root.home.rglob("*")
        if file.is_file() and not file.is_symlink()
    }


def _write_settings(root: CleanRoot) -> None:
    folder, name = SETTINGS_FILE.parent, SETTINGS_FILE.name
    script = f"mkdir -p {folder}; cat > {folder}/{name} <<'END'\n{SETTINGS}END"
    root.shell(script, person=True)

"""A private X11 desktop without a screen: for the end-to-end tests, `./dev run` and pictures.

Xvfb, the openbox window manager, a tray host and a session bus, with a throw-away home. Programs
started on it see nothing of the desktop that the person may be using; xdotool is the person at
its keyboard and mouse. Everything goes away with it, even when the process using it is killed.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, Self, TypeVar

from PySide6.QtGui import QImage

import framebuffer
import xfce_panel

T = TypeVar("T")
Tray = Literal["xembed", "status_notifier", "none"]
Program = subprocess.Popen[bytes]

PATIENCE_SECONDS = 20.0
WALLPAPER = "#8C97A3"
MARK = "DESKSTRETCH_VIRTUAL_DESKTOP"
"""In the environment of every process of a virtual desktop; its value is the desktop's folder."""

INHERITED = ("PATH", "LANG", "TZ", "PYTHONPATH", "VIRTUAL_ENV")
"""What programs on the virtual desktop are told about the world outside."""


class Area(NamedTuple):
    """Where something is on the screen, in pixels from the top left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


def wait_until(
    condition: Callable[[], T | None], what: str, seconds: float = PATIENCE_SECONDS
) -> T:
    """The first true answer of `condition`; TimeoutError naming `what` if none comes in time."""
    give_up_at = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > give_up_at:
            raise TimeoutError(f"not within {seconds:g} s: {what}")
        time.sleep(0.02)
    return answer


def listens(path: Path) -> bool:
    """Whether somebody answers at this socket: it is there a little before it is listened to."""
    with socket.socket(socket.AF_UNIX) as visitor:
        try:
            visitor.connect(str(path))
        except OSError:
            return False
    return True


class VirtualDesktop:
    """A context manager; inside it `env` is what a program needs to appear on this desktop.

    `tray` is the kind of tray host: "xembed" is trayer, "status_notifier" the Xfce panel.
    """

    def __init__(self, width: int = 1280, height: int = 800, tray: Tray = "xembed") -> None:
        self.width = width
        self.height = height
        self.tray = tray
        self.env: dict[str, str] = {}
        self.folder = Path()
        self._services: list[Program] = []
        self._programs: list[Program] = []

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="deskstretch-desktop-"))
        try:
            self._bring_up()
        except BaseException:
            self._take_down()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._take_down()

    # Programs

    def start(
        self, *command: str | Path, env: Mapping[str, str] | None = None, log: str | None = None
    ) -> Program:
        """Start a program here; what it prints goes to `self.log` of that name or its own."""
        program = self._spawn(*command, env=env, log=log)
        self._programs.append(program)
        return program

    def log(self, name: str) -> Path:
        """Where the output of a program is collected."""
        return self.folder / f"{name}.log"

    def stop(self, program: Program) -> int:
        """End a program together with its children, at first politely; gives its exit code."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(timeout=5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        return program.wait()

    def stop_programs(self) -> None:
        """End all that was started on this desktop; the desktop itself stays."""
        while self._programs:
            self.stop(self._programs.pop())

    # What is to be seen

    def image(self) -> QImage:
        """The screen as it is now, without the mouse pointer."""
        return framebuffer.read_image(self.folder / "screen" / "Xvfb_screen0")

    def screenshot(self, path: Path) -> Path:
        """Write the screen as a PNG file, making its folder if needed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.image().save(str(path)):
            raise OSError(f"{path}: the picture could not be written")
        return path

    def windows(self, title: str | None = None, program_class: str | None = None) -> list[int]:
        """The visible windows whose title or else class matches a regular expression."""
        pattern = ("--name", title) if title is not None else ("--class", program_class or ".")
        command = ("xdotool", "search", "--onlyvisible", *pattern)
        # Exit code 1 says that there is none.
        answer = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return [int(window) for window in answer.stdout.split()]

    def find_window(self, title: str | None = None, program_class: str | None = None) -> int:
        """The first such window, waiting for it to appear."""
        what = f"a window {title or program_class!r}"
        return wait_until(lambda: self.windows(title, program_class), what)[0]

    def area(self, window: int) -> Area:
        """The inside of a window, without the frame that the window manager draws."""
        facts = self._ask("xwininfo", "-id", str(window))
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return Area(*(int(re.findall(rf"{name}: +(-?\d+)", facts)[0]) for name in names))

    def focused_window(self) -> int:
        """The window that gets what is typed."""
        return int(self._ask("xdotool", "getwindowfocus"))

    def tray_icons(self) -> list[Area]:
        """Where the icons in the tray are, from left to right."""
        match self.tray:
            case "xembed":
                return sorted(self._embedded_icons())
            case "status_notifier":
                count = xfce_panel.icon_count(self.env)
                return [Area(*xfce_panel.icon_area(i, self.height)) for i in range(count)]
            case "none":
                return []

    def find_tray_icon(self) -> Area:
        """The first icon in the tray, waiting for it to appear."""
        return wait_until(self.tray_icons, "an icon in the tray")[0]

    # The person

    def move(self, x: int, y: int) -> None:
        self._ask("xdotool", "mousemove", str(x), str(y))

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._ask("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def key(self, *names: str) -> None:
        """Press and release keys by their X names, such as "space", "Escape" or "ctrl+q"."""
        self._ask("xdotool", "key", *names)

    def type_text(self, text: str, pause_ms: int = 12) -> None:
        """Type into whatever has the focus, by real key events; returns once all are sent."""
        self._ask("xdotool", "type", "--delay", str(pause_ms), "--", text)

    # Bringing up and taking down

    def _bring_up(self) -> None:
        for name in ("home", "runtime", "screen"):
            (self.folder / name).mkdir(mode=0o700)
        bus = self.folder / "runtime" / "bus"
        self.env = {"LANG": "C.UTF-8"}
        self.env |= {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.env |= {
            MARK: str(self.folder),
            "HOME": str(self.folder / "home"),
            "DESKSTRETCH_HOME": str(self.folder / "deskstretch"),
            "XDG_RUNTIME_DIR": str(bus.parent),
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
            # What happens to the machine outside (suspend, lock) does not happen in here.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={bus.parent}/no_system_bus",
        }
        address = f"--address=unix:path={bus}"
        self._serve("dbus-daemon", "--session", "--nofork", "--nopidfile", address)
        wait_until(lambda: listens(bus), "the session bus")
        self.env["DISPLAY"] = self._start_screen()
        self._ask("hsetroot", "-solid", WALLPAPER)
        ready = self.folder / "openbox_ready"
        # It announces itself before it listens: windows shown in between would stay unmapped.
        self._serve("openbox", "--sm-disable", "--startup", f"touch {ready}")
        wait_until(ready.exists, "openbox")
        match self.tray:
            case "xembed":
                trayer = "trayer --edge bottom --align right --widthtype request --height 32"
                self._serve(*trayer.split(), "--SetPartialStrut", "true")
                self.find_window(program_class="^trayer$")
            case "status_notifier":
                xfce_panel.write_settings(Path(self.env["HOME"]))
                self._serve("xfce4-panel")
                wait_until(lambda: xfce_panel.is_tray_host(self.env), "the panel's tray")
            case "none":
                pass

    def _start_screen(self) -> str:
        number = self.folder / "display_number"
        screen = f"{self.width}x{self.height}x24"
        options = ("-screen", "0", screen, "-fbdir", self.folder / "screen", "-nolisten", "tcp")
        with number.open("wb") as told:
            # Xvfb picks the first free number, so that several desktops can run side by side.
            self._serve("Xvfb", *options, "-displayfd", str(told.fileno()), keep=told.fileno())
        wait_until(lambda: number.read_text().endswith("\n"), "the screen")
        return f":{number.read_text().strip()}"

    def _serve(self, *command: str | Path, keep: int | None = None) -> None:
        self._services.append(self._spawn(*command, keep=keep))

    def _spawn(
        self,
        *command: str | Path,
        env: Mapping[str, str] | None = None,
        log: str | None = None,
        keep: int | None = None,
    ) -> Program:
        with self.log(log or Path(command[0]).name).open("ab") as output:
            # Programs die with the process that wanted them, even when that one is killed.
            return subprocess.Popen(
                ("setpriv", "--pdeathsig", "TERM", "--", *command),
                env={**self.env, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=() if keep is None else (keep,),
                start_new_session=True,
            )

    def _take_down(self) -> None:
        self.stop_programs()
        while self._services:
            self.stop(self._services.pop())
        wait_until(self._kill_what_is_left, "the virtual desktop's processes to end")
        shutil.rmtree(self.folder)

    def _kill_what_is_left(self) -> bool:
        """Whether nothing was left; services that the bus started are known by their mark."""
        left = processes_of(self.folder)
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return not left

    def _embedded_icons(self) -> list[Area]:
        panel = self.find_window(program_class="^trayer$")
        tree = self._ask("xwininfo", "-tree", "-id", str(panel))
        # Only an icon's own window has a class: trayer's boxes round them have none.
        children = re.findall(r'(0x[0-9a-f]+) .*\(".+"\)', tree.split("children", 1)[-1])
        return [self.area(int(child, 16)) for child in children]

    def _ask(self, *command: str) -> str:
        answer = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {answer.stderr.strip()}")
        return answer.stdout


def processes_of(desktop_folder: Path) -> list[int]:
    """The running processes that were started on the desktop in this folder."""
    mark = f"{MARK}={desktop_folder}\0".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        # A process may end while it is looked at, and those of others are not to be read.
        with contextlib.suppress(OSError):
            if mark in environment.read_bytes():
                found.append(int(environment.parent.name))
    return found

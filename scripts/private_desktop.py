"""A desktop that nobody else sees: a throw-away home, a session bus, and what is started on it.

Programs started on it know nothing of the desktop that the person may be using. Everything goes
away with it, even when the process using it is killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")
Program = subprocess.Popen[bytes]

PATIENCE_SECONDS = 20.0
MARK = "DESKSTRETCH_VIRTUAL_DESKTOP"
"""In the environment of every process of a virtual desktop; its value is the desktop's folder."""

INHERITED = ("PATH", "LANG", "TZ", "PYTHONPATH", "VIRTUAL_ENV")
"""What programs on the virtual desktop are told about the world outside."""


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


class PrivateDesktop:
    """A context manager; inside it `env` is what a program needs to run on this desktop.

    `owner` is the number of the user whose bus and folders they are, if not of who runs this.
    """

    def __init__(self, owner: int | None = None) -> None:
        self._owner = owner
        self.env: dict[str, str] = {}
        self.folder = Path()
        self._services: list[Program] = []
        self._programs: list[Program] = []

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="deskstretch-desktop-"))
        try:
            self._prepare()
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

    def lose_service(self, name: str) -> None:
        """Kill a service of the desktop, as if it had crashed: the bus, the screen, the tray…"""
        (service,) = (each for each in self._services if name in _arguments_of(each))
        service.kill()
        service.wait()
        self._services.remove(service)

    # For each kind of desktop

    def _bring_up(self) -> None:
        """Start its services and complete `env`."""
        raise NotImplementedError

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

    def _ask(self, *command: str) -> str:
        answer = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {answer.stderr.strip()}")
        return answer.stdout

    def _prepare(self) -> None:
        """What every desktop has."""
        for name in ("home", "runtime"):
            (self.folder / name).mkdir(mode=0o700)
            if self._owner is not None:
                os.chown(self.folder / name, self._owner, self._owner)
        if self._owner is not None:
            self.folder.chmod(0o711)
        bus = self.folder / "runtime" / "bus"
        self.env = {"LANG": "C.UTF-8"}
        self.env |= {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.env |= {
            MARK: str(self.folder),
            "HOME": str(self.folder / "home"),
            "DESKSTRETCH_HOME": str(self.folder / "deskstretch"),
            "XDG_RUNTIME_DIR": str(bus.parent),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
            # What happens to the machine outside (suspend, lock) does not happen in here.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={bus.parent}/no_system_bus",
        }
        address = f"--address=unix:path={bus}"
        bus_of_own = ("dbus-daemon", "--session", "--nofork", "--nopidfile", address)
        if self._owner is None:
            self._serve(*bus_of_own)
        else:
            # Who becomes somebody else must say anew with whom to die.
            who = (f"--reuid={self._owner}", f"--regid={self._owner}", "--clear-groups")
            self._serve("setpriv", *who, "--pdeathsig", "TERM", "--", *bus_of_own)
        wait_until(lambda: listens(bus), "the session bus")


def _arguments_of(program: Program) -> tuple[str, ...]:
    assert isinstance(program.args, tuple)
    return tuple(map(str, program.args))


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

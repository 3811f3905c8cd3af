"""The presence program and the services that it listens to, as the tests see them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io import blocking
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

from virtual_desktop import listens, wait_until

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
DCONF = Path("/usr/libexec/dconf-service"), "ca.desrt.dconf"
"""Where the settings of GNOME are kept, and its name on a bus."""


class PresenceProgram:
    """The program of its own, for the one environment that it is to find."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._file = folder / "said"
        self._file.touch()
        self._process = subprocess.Popen(
            (sys.executable, HERE / "presence_program.py", self._file),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **env},
            stdin=subprocess.PIPE,
        )
        self.chosen = self.wait_for("chosen: ")[0].removeprefix("chosen: ")

    def told(self) -> list[str]:
        """All that presence has told; neither the answers nor the choice."""
        answers = ("chosen", "described", "done", "idle")
        return [line for line in self._lines() if not line.startswith(answers)]

    def wait_for(self, beginning: str, count: int = 1) -> list[str]:
        """The lines that begin so, as soon as there are so many."""
        what = f"{count} times {beginning!r} among {self._file}"
        return wait_until(lambda: self._beginning(beginning, count), what)

    def order(self, order: str) -> None:
        """Have it done."""
        done = f"done: {order}"
        count = len(self._beginning(done))
        assert self._process.stdin is not None
        self._process.stdin.write(f"{order}\n".encode())
        self._process.stdin.flush()
        self.wait_for(done, count + 1)

    def idle_seconds(self) -> float | None:
        self.order("ask")
        answer = self._beginning("idle for ")[-1].removeprefix("idle for ")
        return None if answer == "None" else float(answer)

    def wait_until_idle_for(self, seconds: float) -> None:
        wait_until(lambda: (self.idle_seconds() or 0) > seconds, f"{seconds} s without input")

    def wake_ups(self) -> int:
        """How often it has waited and gone on."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])

    def cpu_ticks(self) -> int:
        """The computing time it has used, in hundredths of a second."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            assert self._process.wait(20) == 0
        finally:
            self._process.kill()

    def _lines(self) -> list[str]:
        return self._file.read_text().splitlines()

    def _beginning(self, beginning: str, count: int = 0) -> list[str]:
        found = [line for line in self._lines() if line.startswith(beginning)]
        return found if len(found) >= count else []


BUS_RULES = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Bus:
    """A D-Bus of the test's own, on which nothing is started by being called."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "bus"
        self.address = f"unix:path={socket}"
        rules = folder / "bus.conf"
        rules.write_text(BUS_RULES.format(address=self.address))
        with (folder / "bus.log").open("wb") as log:
            self._daemon = subprocess.Popen(
                ("dbus-daemon", f"--config-file={rules}", "--nofork", "--nopidfile"),
                stderr=log,
                stdin=subprocess.DEVNULL,
            )
        wait_until(lambda: listens(socket), "the bus")

    def end(self) -> None:
        self._daemon.terminate()
        self._daemon.wait(20)

    @contextlib.contextmanager
    def serving(self, daemon: Path, name: str, env: Mapping[str, str]) -> Iterator[None]:
        """A desktop's own service, from when it answers here by its name until it is not wanted."""
        with (
            blocking.open_dbus_connection(self.address) as connection,
            subprocess.Popen((daemon,), env=env) as service,
        ):
            asked = message_bus.NameHasOwner(name)
            try:
                wait_until(lambda: connection.send_and_get_reply(asked).body[0], name)
                yield
            finally:
                service.terminate()


class AnyBus(Protocol):
    """Wherever there is one."""

    @property
    def address(self) -> str:
        """As D-Bus writes it."""


@contextlib.contextmanager
def private_bus() -> Iterator[Bus]:
    """A bus in a folder with a path short enough, for as long as it is needed."""
    with TemporaryDirectory(prefix="deskstretch-bus-") as folder:
        bus = Bus(Path(folder))
        yield bus
        bus.end()


class Service:
    """A program on the bus; what it is asked is answered from a thread."""

    def __init__(self, bus: AnyBus, name: str = "") -> None:
        self.answered: list[str] = []
        self._connection: DBusConnection = open_dbus_connection(bus.address)
        if name:
            self._connection.send(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def send(self, path: str, interface: str, name: str, signature: str, *body: Any) -> None:
        address = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(address, name, signature, body))

    def end(self) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        """Signature and values; None where there is no such method."""
        return None

    def _serve(self) -> None:
        with contextlib.suppress(ReceiveStopped, ConnectionError):
            while True:
                message = self._connection.receive()
                if message.header.message_type == MessageType.method_call:
                    self._connection.send(self._reply_to(message))
                    self.answered.append(message.header.fields[HeaderFields.member])

    def _reply_to(self, message: Message) -> Message:
        answer = self.answer(message.header.fields[HeaderFields.member], message.body)
        if answer is None:
            error = "org.freedesktop.DBus.Error.UnknownMethod"
            return new_error(message, error, "s", ("there is nothing like that",))
        return new_method_return(message, *answer)


class LoginManager(Service):
    """What logind tells of one session, after org.freedesktop.login1(5)."""

    PATH = "/org/freedesktop/login1"
    SESSION_PATH = f"{PATH}/session/_35"

    def __init__(
        self, bus: Bus, *, locked: bool = False, active: bool = True, has_session: bool = True
    ) -> None:
        self._session = {"LockedHint": locked, "Active": active}
        self._has_session = has_session
        super().__init__(bus, "org.freedesktop.login1")

    def prepare_for_sleep(self, begins: bool) -> None:
        self.send(self.PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", "b", begins)

    def set_locked_hint(self, locked: bool) -> None:
        self._set("LockedHint", locked)

    def set_active(self, active: bool) -> None:
        """Whether the session is in front, and not another user's."""
        self._set("Active", active)

    def ask_to_lock(self) -> None:
        self.send(self.SESSION_PATH, "org.freedesktop.login1.Session", "Lock", "")

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match member, body:
            case "GetSession", ("auto",) if self._has_session:
                return "o", (self.SESSION_PATH,)
            case "Get", ("org.freedesktop.login1.Session", name):
                return "v", (("b", self._session[name]),)
        return None

    def _set(self, name: str, value: bool) -> None:
        self._session[name] = value
        changed = {name: ("b", value)}
        self.send(
            self.SESSION_PATH,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            "sa{sv}as",
            "org.freedesktop.login1.Session",
            changed,
            [],
        )


@contextlib.contextmanager
def running(folder: Path, env: Mapping[str, str]) -> Iterator[PresenceProgram]:
    """The program in a folder of its own, ended when the test is over."""
    folder.mkdir(exist_ok=True)
    program = PresenceProgram(folder, env)
    try:
        yield program
    finally:
        program.end()

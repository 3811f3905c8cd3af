"""Starting with the desktop from inside a sandbox: a real bus, a portal of the tests' own."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, Message

from deskstretch.desktop.autostart.background_portal import BackgroundPortalAutostart
from deskstretch.desktop.autostart.choose import choose_autostart
from deskstretch.desktop.autostart.xdg import XdgAutostart
from tests.desktop.presence.running import AnyBus, Bus, Service, private_bus

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
COMMAND = ("/app/bin/deskstretch", "a word")
UNKNOWN = "Your desktop has not said how it stands."
LAST_ANSWER = "Your desktop's last answer; changes in its own settings are not seen here."

Respond = Callable[[], None]


class Portal(Service):
    """Does as it is asked, or refuses; responds at once, later, or when a test says so."""

    def __init__(
        self,
        bus: AnyBus,
        *,
        code: int = 0,
        starts: bool | None = None,
        later: Callable[[Respond], None] = lambda respond: respond(),
    ) -> None:
        self.asked: list[dict[str, Any]] = []
        self._code = code
        self._starts = starts
        self._later = later
        super().__init__(bus, NAME)

    def _reply_to(self, message: Message) -> Message:
        if message.header.fields[HeaderFields.member] == "RequestBackground":
            self._sender = message.header.fields[HeaderFields.sender]
        return super()._reply_to(message)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        if member != "RequestBackground":
            return None
        _window, options = body
        self.asked.append({key: value for key, (_signature, value) in options.items()})
        owner = self._sender.removeprefix(":").replace(".", "_")
        handle = f"{PATH}/request/{owner}/{options['handle_token'][1]}"
        starts = options["autostart"][1] if self._starts is None else self._starts
        results = {"background": ("b", True), "autostart": ("b", starts)}
        response = (self._code, {} if self._code else results)
        request = "org.freedesktop.portal.Request"
        self._later(lambda: self.send(handle, request, "Response", "ua{sv}", *response))
        return "o", (handle,)


Serve = Callable[..., Portal]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """It stands in for the session's."""
    with private_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture
def serve(bus: Bus) -> Iterator[Serve]:
    """A portal on the bus, until the test is over."""
    portals: list[Portal] = []

    def serve(**what: Any) -> Portal:
        portals.append(Portal(bus, **what))
        return portals[-1]

    yield serve
    for portal in portals:
        portal.end()


def autostart_of(tmp_path: Path, wait_seconds: float = 20.0) -> BackgroundPortalAutostart:
    return BackgroundPortalAutostart({"XDG_DATA_HOME": str(tmp_path)}, COMMAND, wait_seconds)


def test_only_a_sandbox_has_the_portal_asked(tmp_path: Path) -> None:
    sandbox = tmp_path / ".flatpak-info"
    outside = choose_autostart({}, "linux", sandbox)
    sandbox.touch()
    inside = choose_autostart({}, "linux", sandbox)
    assert isinstance(outside, XdgAutostart)
    assert isinstance(inside, BackgroundPortalAutostart)


def test_what_the_portal_grants_is_on_until_it_is_taken_back(serve: Serve, tmp_path: Path) -> None:
    portal = serve()
    autostart = autostart_of(tmp_path)
    assert (autostart.state().on, autostart.state().note) == (False, UNKNOWN)
    autostart.turn_on()
    assert portal.asked[0]["autostart"] is True
    assert portal.asked[0]["commandline"] == list(COMMAND)
    assert portal.asked[0]["reason"]
    # Told by another process too: each command is one.
    state = autostart_of(tmp_path).state()
    assert (state.on, state.note) == (True, LAST_ANSWER)
    autostart.turn_off()
    assert portal.asked[1]["autostart"] is False
    assert (autostart.state().on, autostart.state().note) == (False, LAST_ANSWER)


def test_a_response_later_than_the_reply_is_waited_for(serve: Serve, tmp_path: Path) -> None:
    serve(later=lambda respond: threading.Timer(0.3, respond).start())
    autostart = autostart_of(tmp_path)
    autostart.turn_on()
    assert autostart.state().on


def test_a_refusal_is_told_and_nothing_is_claimed(serve: Serve, tmp_path: Path) -> None:
    serve(code=1)
    autostart = autostart_of(tmp_path)
    with pytest.raises(OSError, match=r"^your desktop does not allow it$"):
        autostart.turn_on()
    assert (autostart.state().on, autostart.state().note) == (False, UNKNOWN)


def test_running_may_be_allowed_and_starting_not(serve: Serve, tmp_path: Path) -> None:
    serve(starts=False)
    autostart = autostart_of(tmp_path)
    with pytest.raises(OSError, match=r"^your desktop does not allow it$"):
        autostart.turn_on()
    assert (autostart.state().on, autostart.state().note) == (False, LAST_ANSWER)


def test_without_a_response_the_earlier_one_no_longer_counts(serve: Serve, tmp_path: Path) -> None:
    waiting: list[Respond] = []
    portal = serve()
    autostart_of(tmp_path).turn_on()
    portal._later = waiting.append
    autostart = autostart_of(tmp_path, wait_seconds=1.0)
    with pytest.raises(OSError, match=r"^your desktop has not answered$"):
        autostart.turn_off()
    assert len(waiting) == 1
    assert (autostart.state().on, autostart.state().note) == (False, UNKNOWN)


@pytest.mark.usefixtures("bus")
def test_without_a_portal_the_bus_says_what_is_missing(tmp_path: Path) -> None:
    autostart = autostart_of(tmp_path)
    with pytest.raises(OSError, match=f"^your desktop's portal cannot be asked: .*{NAME}"):
        autostart.turn_on()
    assert autostart.state().note == UNKNOWN


def test_without_a_bus_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    with pytest.raises(OSError, match=r"^no session bus: "):
        autostart_of(tmp_path).turn_on()


def test_it_is_asked_without_qt() -> None:
    program = (
        "import sys, deskstretch.desktop.autostart.background_portal;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run((sys.executable, "-c", program), check=False).returncode == 0

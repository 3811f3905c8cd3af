"""Shortcuts by a portal, on a real bus with portals of the tests' own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.combination import Combination
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.portal import PortalShortcuts
from deskstretch.desktop.shortcuts.source import Binding
from tests.desktop.presence.running import Bus
from tests.desktop.shortcuts.portal import INTERFACE, SESSION, Portal

WANTED = {
    "start": Combination(("Ctrl", "Alt"), "B"),
    "snooze": Combination(("Shift", "Super"), "PageUp"),
}
NOT_ALLOWED = "they were not allowed in the dialog of your desktop"

Serve = Callable[..., Portal]


class Client:
    """The adapter, and what it told."""

    def __init__(self, wanted: dict[str, Combination]) -> None:
        self.shortcuts = PortalShortcuts(wanted)
        self.pressed: list[str] = []
        self.lost: list[str] = []
        self.shortcuts.pressed.connect(self.pressed.append)
        self.shortcuts.lost.connect(self.lost.append)


@pytest.fixture
def serve(bus: Bus) -> Iterator[Serve]:
    """A portal on the bus, until the test is over."""
    portals: list[Portal] = []

    def serve(keys: dict[str, str] | None = None, *, code: int = 0, refuses: str = "") -> Portal:
        portals.append(Portal(bus, keys, code=code, refuses=refuses))
        return portals[-1]

    yield serve
    for portal in portals:
        portal.end()


@pytest.fixture
def ask(bus: Bus) -> Iterator[Callable[[], Client]]:
    """A client that wants two shortcuts."""
    clients: list[Client] = []

    def ask() -> Client:
        clients.append(Client(WANTED))
        return clients[-1]

    yield ask
    for client in clients:
        client.shortcuts.close()


def wait_until_bound(qtbot: QtBot, client: Client) -> None:
    qtbot.waitUntil(lambda: [each.why_not for each in client.shortcuts.bindings()] == [None, None])


def test_what_is_wanted_is_bound_in_the_portals_words(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client]
) -> None:
    portal = serve()
    client = ask()
    wait_until_bound(qtbot, client)
    asked = dict(portal.asked)
    assert asked["Register"] == ("deskstretch", {})
    assert asked["Get"] == (INTERFACE, "version")
    session, shortcuts, window, _options = asked["BindShortcuts"]
    assert (session, window) == (SESSION, "")
    assert [(id_, facts["preferred_trigger"][1]) for id_, facts in shortcuts] == [
        ("start", "CTRL+ALT+b"),
        ("snooze", "SHIFT+LOGO+Page_Up"),
    ]
    assert all(facts["description"][1] for _id, facts in shortcuts)


def test_who_asks_is_said_before_anything_else(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client]
) -> None:
    portal = serve()
    wait_until_bound(qtbot, ask())
    assert [member for member, _body in portal.asked] == [
        "Register",
        "Get",
        "CreateSession",
        "BindShortcuts",
    ]


def test_keys_of_this_session_are_told_and_those_of_others_are_not(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client]
) -> None:
    portal, client = serve(), ask()
    wait_until_bound(qtbot, client)
    portal.press("start", session=f"{SESSION}_of_another")
    portal.press("elsewhere")
    portal.press("snooze")
    portal.press("start")
    qtbot.waitUntil(lambda: client.pressed == ["snooze", "start"])


def test_the_desktops_dialog_has_the_last_word(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client]
) -> None:
    portal = serve({"start": "Meta+F1"})
    client = ask()
    qtbot.waitUntil(
        lambda: (
            client.shortcuts.bindings()
            == (Binding("start", "Meta+F1"), Binding("snooze", "", NOT_ALLOWED))
        )
    )
    portal.change({"start": "", "snooze": "Meta+F2"})
    qtbot.waitUntil(lambda: client.shortcuts.bindings()[1] == Binding("snooze", "Meta+F2"))
    assert client.shortcuts.bindings()[0] == Binding(
        "start", "", "no keys are set for it in your desktop's settings"
    )


@pytest.mark.parametrize(("code", "why_not"), [(1, NOT_ALLOWED), (2, "your desktop refused them")])
def test_a_no_in_the_dialog_is_taken_for_one(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client], code: int, why_not: str
) -> None:
    serve(code=code)
    client = ask()
    qtbot.waitUntil(
        lambda: [each.why_not for each in client.shortcuts.bindings()] == [why_not, why_not]
    )
    assert client.lost == []


def test_for_no_keys_it_is_only_asked_whether_there_are_shortcuts(
    qtbot: QtBot, serve: Serve
) -> None:
    portal, client = serve(), Client({})
    qtbot.waitUntil(lambda: client.shortcuts.why_not is None)
    qtbot.wait(50)
    client.shortcuts.close()
    assert [member for member, _body in portal.asked] == ["Register", "Get"]


@pytest.mark.parametrize("refuses", ["Get", "CreateSession", "BindShortcuts"])
def test_a_portal_without_shortcuts_is_given_up(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client], refuses: str
) -> None:
    serve(refuses=refuses)
    client = ask()
    qtbot.waitUntil(lambda: client.lost == ["there is nothing like that"])


def test_without_a_portal_that_is_told(qtbot: QtBot, ask: Callable[[], Client]) -> None:
    client = ask()
    qtbot.waitUntil(lambda: client.lost != [])
    assert "org.freedesktop.portal.Desktop" in client.lost[0]


def test_a_session_that_the_desktop_ends_answers_no_more(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client]
) -> None:
    portal, client = serve(), ask()
    wait_until_bound(qtbot, client)
    portal.close_session()
    qtbot.waitUntil(
        lambda: (
            {each.why_not for each in client.shortcuts.bindings()} == {"your desktop has ended it"}
        )
    )


def test_a_portal_that_comes_back_is_asked_anew(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client], bus: Bus
) -> None:
    first = Portal(bus)
    client = ask()
    wait_until_bound(qtbot, client)
    first.end()
    qtbot.waitUntil(lambda: client.shortcuts.why_not == "it has ended")
    second = serve()
    wait_until_bound(qtbot, client)
    second.press("start")
    qtbot.waitUntil(lambda: client.pressed == ["start"])


def test_the_end_of_the_bus_is_told(
    qtbot: QtBot, serve: Serve, ask: Callable[[], Client], bus: Bus
) -> None:
    portal = Portal(bus)
    client = ask()
    wait_until_bound(qtbot, client)
    portal.end()
    bus.end()
    qtbot.waitUntil(lambda: client.lost == ["the session bus is gone"])


def test_without_a_bus_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(NotOfferedError, match="no session bus"):
        PortalShortcuts(WANTED)

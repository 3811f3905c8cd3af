"""What a screen reader is told: the accessibility tree and its events, over a real bus.

It asks as Orca does, through AT-SPI; the service is started by the desktop's own bus.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from virtual_desktop import VirtualDesktop, wait_until

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_VALUE = "org.a11y.atspi.Value"
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"

_STATES = {
    4: "checked",
    7: "enabled",
    11: "focusable",
    12: "focused",
    24: "sensitive",
    25: "showing",
    30: "visible",
    41: "checkable",
}
"""Those of interest, by their numbers in AT-SPI's `AtspiStateType`."""


class Thing:
    """One accessible object of a program."""

    def __init__(self, reader: ScreenReader, bus_name: str, path: str) -> None:
        self._reader = reader
        self._bus_name, self._path = bus_name, path

    @property
    def role(self) -> str:
        role: str = self._call("GetRoleName")[0]
        return role

    @property
    def name(self) -> str:
        name: str = self._get(_ACCESSIBLE, "Name")
        return name

    @property
    def description(self) -> str:
        description: str = self._get(_ACCESSIBLE, "Description")
        return description

    @property
    def states(self) -> set[str]:
        low, high = self._call("GetState")[0]
        bits = low | high << 32
        return {name for number, name in _STATES.items() if bits >> number & 1}

    @property
    def value(self) -> tuple[float, float, float]:
        """Least, current and most."""
        names = ("MinimumValue", "CurrentValue", "MaximumValue")
        least, now, most = (self._get(_VALUE, name) for name in names)
        return least, now, most

    @property
    def children(self) -> list[Thing]:
        return [Thing(self._reader, *each) for each in self._call("GetChildren")[0]]

    def press(self, action: int = 0) -> None:
        """Do what can be done with it: the first thing, or the one of that number."""
        address = DBusAddress(self._path, self._bus_name, "org.a11y.atspi.Action")
        self._reader.ask(new_method_call(address, "DoAction", "i", (action,)))

    def all(self) -> Iterator[Thing]:
        """It and everything in it, in the order in which it is read."""
        yield self
        for child in self.children:
            yield from child.all()

    def _call(self, method: str) -> Any:
        return self._reader.call(self._bus_name, self._path, _ACCESSIBLE, method)

    def _get(self, interface: str, name: str) -> Any:
        return self._reader.get(self._bus_name, self._path, interface, name)


class ScreenReader:
    """A context manager; inside it programs are told that somebody reads them."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self._session = open_dbus_connection(desktop.env["DBUS_SESSION_BUS_ADDRESS"])
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._ask(self._session, Properties(status).set(name, "b", True))
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        [address] = self._ask(self._session, new_method_call(bus, "GetAddress"))
        self._bus = open_dbus_connection(address)
        self._said: list[str] = []
        self._listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._ask(self._session, Properties(status).set(name, "b", False))
        self._session.close()

    def find_window(self, title: str) -> Thing:
        """The window of that title, waiting for it to be told."""
        titles = (title, f"{title} \N{EM DASH} DeskStretch")

        def found() -> Thing | None:
            windows = [window for program in self._programs() for window in program.children]
            return next((each for each in windows if each.name in titles), None)

        return wait_until(found, f"the accessible window {title!r}")

    def announced(self) -> list[str]:
        """All that programs asked to have said so far."""
        self._collect()
        return self._said

    def call(self, bus_name: str, path: str, interface: str, method: str) -> Any:
        address = DBusAddress(path, bus_name, interface)
        return self._ask(self._bus, new_method_call(address, method))

    def get(self, bus_name: str, path: str, interface: str, name: str) -> Any:
        address = DBusAddress(path, bus_name, interface)
        [(_signature, value)] = self._ask(self._bus, Properties(address).get(name))
        return value

    def ask(self, message: Any) -> Any:
        """The answer of a program; LookupError if it has none."""
        return self._ask(self._bus, message)

    def _programs(self) -> list[Thing]:
        return Thing(self, _REGISTRY, _ROOT).children

    def _listen(self) -> None:
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        name = "object:announcement"
        self._ask(self._bus, new_method_call(registry, "RegisterEvent", "sass", (name, [], "")))
        rule = MatchRule(
            type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement"
        )
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        self._ask(self._bus, new_method_call(bus, "AddMatch", "s", (rule.serialise(),)))
        self._queue = deque[Message]()
        self._filter = self._bus.filter(rule, queue=self._queue)

    def _collect(self) -> None:
        while True:
            try:
                signal = self._bus.recv_until_filtered(self._queue, timeout=0.05)
            except TimeoutError:
                return
            self._said.append(signal.body[3][1])

    def _ask(self, connection: DBusConnection, message: Any) -> Any:
        answer = connection.send_and_get_reply(message, timeout=10)
        if answer.header.message_type is MessageType.error:
            raise LookupError(str(answer.body))
        return answer.body

"""Idle time and session of macOS, on fakes of the calls that its documentation describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from deskstretch.desktop.presence.mac_idle import LastInput
from deskstretch.desktop.presence.mac_session import Frameworks, MacSession
from deskstretch.desktop.presence.source import NotOfferedError

CAN_SLEEP, WILL_SLEEP, HAS_POWERED_ON, WILL_NOT_SLEEP = (
    0xE0000270, 0xE0000280, 0xE0000300, 0xE0000290,
)  # fmt: skip
CENTRE, LOOP, PORT, SOURCE, NOTIFIER, MODES = 11, 12, 13, 14, 15, 16


class Mac:
    """Both frameworks in one."""

    def __init__(self, *, root: int = 9) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self._root = root
        self._strings: list[bytes] = []
        self._observers: dict[bytes, Callable[..., None]] = {}
        self._power: Callable[..., None] | None = None

    def post(self, name: bytes) -> None:
        if name in self._observers:
            self._observers[name](CENTRE, 1, 0, 0, 0)

    def tell_power(self, message: int, argument: int = 0) -> None:
        assert self._power is not None
        self._power(0, 0, message, argument)

    def CGEventSourceSecondsSinceLastEventType(self, state: int, kind: int) -> float:
        assert (state, kind) == (0, 0xFFFFFFFF)
        return 12.5

    def IORegisterForSystemPower(self, _: None, port: Any, told: Any, notifier: Any) -> int:
        port._obj.value, notifier._obj.value, self._power = PORT, NOTIFIER, told
        return self._root

    def IONotificationPortGetRunLoopSource(self, port: Any) -> int:
        assert port.value == PORT
        return SOURCE

    def CFRunLoopGetMain(self) -> int:
        return LOOP

    def CFRunLoopAddSource(self, *what: int) -> None:
        self.calls.append(("listen", *what))

    def CFNotificationCenterGetDistributedCenter(self) -> int:
        return CENTRE

    def CFStringCreateWithCString(self, _: None, text: bytes, encoding: int) -> int:
        assert encoding == 0x08000100
        self._strings.append(text)
        return len(self._strings)

    def CFNotificationCenterAddObserver(
        self, centre: int, observer: int, told: Any, name: int, about: None, behaviour: int
    ) -> None:
        assert (centre, behaviour) == (CENTRE, 4)
        self._observers[self._strings[name - 1]] = told

    def CFRelease(self, name: int) -> None:
        self.calls.append(("release", name))

    def CFNotificationCenterRemoveEveryObserver(self, centre: int, observer: int) -> None:
        self._observers.clear()

    def IODeregisterForSystemPower(self, notifier: Any) -> int:
        self.calls.append(("deregister", notifier._obj.value))
        return 0

    def IONotificationPortDestroy(self, port: Any) -> None:
        self.calls.append(("destroy", port.value))

    def IOAllowPowerChange(self, root: int, argument: int) -> int:
        self.calls.append(("allow", root, argument))
        return 0


class Listener:
    """A session watch on such a Mac, and what it tells."""

    def __init__(self, mac: Mac) -> None:
        self.watch = MacSession(frameworks=Frameworks(mac, mac, MODES))
        self.heard: list[object] = []
        self.watch.lock_changed.connect(self.heard.append)
        self.watch.suspended.connect(lambda: self.heard.append("suspended"))
        self.watch.resumed.connect(lambda: self.heard.append("resumed"))


@pytest.fixture
def mac() -> Mac:
    return Mac()


@pytest.fixture
def listener(mac: Mac) -> Listener:
    return Listener(mac)


def test_the_last_input_of_any_kind_is_asked_for(mac: Mac) -> None:
    assert LastInput(mac).seconds_ago() == 12.5


def test_lock_and_unlock_are_told(mac: Mac, listener: Listener) -> None:
    for name in (b"com.apple.screenIsLocked", b"com.apple.screenIsUnlocked", b"com.apple.other"):
        mac.post(name)
    assert listener.heard == [True, False]


def test_sleep_and_waking_up_are_told(mac: Mac, listener: Listener) -> None:
    for message in (CAN_SLEEP, WILL_NOT_SLEEP, CAN_SLEEP, WILL_SLEEP, HAS_POWERED_ON):
        mac.tell_power(message)
    assert listener.heard == ["suspended", "resumed"]


def test_the_mac_is_not_kept_from_sleep(mac: Mac, listener: Listener) -> None:
    mac.tell_power(CAN_SLEEP, 0x7000_0000_0001)
    mac.tell_power(WILL_SLEEP, 0x7000_0000_0002)
    mac.tell_power(HAS_POWERED_ON, 0x7000_0000_0003)
    allowed = [call for call in mac.calls if call[0] == "allow"]
    assert allowed == [("allow", 9, 0x7000_0000_0001), ("allow", 9, 0x7000_0000_0002)]


def test_the_main_loop_serves_it(mac: Mac, listener: Listener) -> None:
    assert ("listen", LOOP, SOURCE, MODES) in mac.calls


def test_all_that_was_asked_for_is_given_back(mac: Mac, listener: Listener) -> None:
    listener.watch.close()
    mac.post(b"com.apple.screenIsLocked")
    assert listener.heard == []
    assert mac.calls[-2:] == [("deregister", NOTIFIER), ("destroy", PORT)]
    assert {("release", 1), ("release", 2)} <= set(mac.calls)


def test_where_sleep_is_not_told_there_is_no_watch() -> None:
    with pytest.raises(NotOfferedError):
        Listener(Mac(root=0))

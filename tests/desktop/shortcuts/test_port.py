"""Which way serves, and what becomes of shortcuts where none does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskstretch.core.combination import KEYS, Combination
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.choose import choose_shortcuts, sources_of
from deskstretch.desktop.shortcuts.keys import names_of
from deskstretch.desktop.shortcuts.port import Adapter, Shortcuts
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted
from tests.desktop.presence.running import Bus
from tests.desktop.shortcuts.portal import Portal
from virtual_desktop import VirtualDesktop

ROOT = Path(__file__).parents[3]
B, F9 = Combination(("Ctrl", "Alt"), "B"), Combination(("Super",), "F9")


class Source(ShortcutSource):
    """Takes whatever it is made for."""

    def __init__(self, wanted: Wanted, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self.is_closed = False

    def bindings(self) -> tuple[Binding, ...]:
        return tuple(Binding(order, str(keys)) for order, keys in self.wanted.items())

    def close(self) -> None:
        self.is_closed = True


class Ways:
    """Two ways, and the sources that were made."""

    def __init__(self, missing: str = "") -> None:
        self.made: list[Source] = []
        self._missing = missing
        self.shortcuts = Shortcuts({"first": self._first, "second": self._make})

    def _first(self, wanted: Wanted, parent: QObject) -> ShortcutSource:
        if self._missing:
            raise NotOfferedError(self._missing)
        return self._make(wanted, parent)

    def _make(self, wanted: Wanted, parent: QObject) -> ShortcutSource:
        self.made.append(Source(wanted, parent))
        return self.made[-1]


def test_the_first_way_that_there_is_serves_alone() -> None:
    ways = Ways()
    ways.shortcuts.serve({"start": B})
    assert ways.shortcuts.adapters == (Adapter("first"), Adapter("second", "another one serves"))
    assert [source.wanted for source in ways.made] == [{"start": B}]


def test_the_second_serves_where_the_first_is_missing() -> None:
    ways = Ways(missing="not here")
    ways.shortcuts.serve({"start": B})
    assert ways.shortcuts.adapters == (Adapter("first", "not here"), Adapter("second"))
    assert ways.shortcuts.bindings() == (Binding("start", "Ctrl+Alt+B"),)


def test_the_second_serves_once_the_first_is_lost() -> None:
    ways = Ways()
    ways.shortcuts.serve({"start": B})
    ways.made[0].lost.emit("gone")
    assert ways.made[0].is_closed
    assert ways.shortcuts.adapters == (Adapter("first", "gone"), Adapter("second"))
    told: list[str] = []
    ways.shortcuts.pressed.connect(told.append)
    ways.made[1].pressed.emit("start")
    assert told == ["start"]


def test_where_nothing_serves_each_wish_is_told_so() -> None:
    shortcuts = Shortcuts({})
    shortcuts.serve({"start": B})
    (binding,) = shortcuts.bindings()
    assert binding.keys == "Ctrl+Alt+B"
    assert "run a command" in (binding.why_not or "")


def test_other_wishes_take_the_place_of_the_first_ones() -> None:
    ways = Ways()
    ways.shortcuts.serve({"start": B})
    ways.shortcuts.serve({"skip": F9})
    assert [source.is_closed for source in ways.made] == [True, False]
    assert ways.shortcuts.bindings() == (Binding("skip", "Super+F9"),)


def test_keys_that_are_chosen_twice_count_for_the_first() -> None:
    ways = Ways()
    ways.shortcuts.serve({"start": B, "snooze": F9, "skip": B})
    assert ways.made[0].wanted == {"start": B, "snooze": F9}
    assert ways.shortcuts.bindings()[2] == Binding(
        "skip", "Ctrl+Alt+B", "they are those of another shortcut already"
    )


def test_one_that_fails_in_an_unforeseen_way_is_passed_over() -> None:
    def fail(wanted: Wanted, parent: QObject) -> ShortcutSource:
        raise ZeroDivisionError("oh")

    shortcuts = Shortcuts({"first": fail, "second": Source})
    shortcuts.serve({"start": B})
    assert shortcuts.adapters[0] == Adapter("first", "it failed: ZeroDivisionError: oh")
    assert shortcuts.bindings() == (Binding("start", "Ctrl+Alt+B"),)


@pytest.fixture
def x11(virtual_desktop: VirtualDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    monkeypatch.setenv("DISPLAY", virtual_desktop.env["DISPLAY"])


@pytest.fixture
def shortcuts() -> Iterator[Shortcuts]:
    shortcuts = choose_shortcuts()
    yield shortcuts
    shortcuts.close()


@pytest.mark.usefixtures("x11")
def test_on_x11_a_portal_comes_first(qtbot: QtBot, bus: Bus, shortcuts: Shortcuts) -> None:
    portal = Portal(bus)
    shortcuts.serve({"start": B})
    qtbot.waitUntil(lambda: shortcuts.bindings() == (Binding("start", "CTRL+ALT+b"),))
    portal.end()
    assert shortcuts.adapters == (
        Adapter("desktop portal"),
        Adapter("X11 key grabs", "another one serves"),
    )


@pytest.mark.usefixtures("bus", "x11")
def test_on_x11_without_a_portal_keys_are_grabbed(
    qtbot: QtBot, virtual_desktop: VirtualDesktop, shortcuts: Shortcuts
) -> None:
    told: list[str] = []
    shortcuts.pressed.connect(told.append)
    shortcuts.serve({"start": B})
    qtbot.waitUntil(lambda: shortcuts.adapters[1] == Adapter("X11 key grabs"))
    assert shortcuts.bindings() == (Binding("start", "Ctrl+Alt+B"),)
    virtual_desktop.key("ctrl+alt+b")
    qtbot.waitUntil(lambda: told == ["start"])


@pytest.mark.usefixtures("bus")
def test_on_wayland_without_a_portal_nothing_is_grabbed(
    qtbot: QtBot, shortcuts: Shortcuts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    shortcuts.serve({"start": B})
    qtbot.waitUntil(lambda: shortcuts.adapters[0].why_not != "it has not answered yet")
    assert "Wayland" in (shortcuts.adapters[1].why_not or "")
    assert shortcuts.bindings()[0].why_not is not None


def test_each_system_has_its_own_ways() -> None:
    assert list(sources_of("linux")) == ["desktop portal", "X11 key grabs"]
    assert list(sources_of("win32")) == ["Windows hot keys"]
    assert list(sources_of("darwin")) == []


def test_every_key_has_its_names_and_no_two_have_the_same() -> None:
    names = [names_of(key) for key in KEYS]
    for same in zip(*names, strict=True):
        assert len(set(same)) == len(KEYS)


def test_nothing_is_imported_before_it_serves() -> None:
    code = (
        "import sys\n"
        "from deskstretch.desktop.shortcuts.choose import choose_shortcuts\n"
        "choose_shortcuts()\n"
        "print(sorted({'jeepney', 'ctypes'} & set(sys.modules)))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.strip() == "[]"

"""One answer of several sources, which are made up here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import SignalInstance

from deskstretch.desktop.presence.port import Adapter, Presence
from deskstretch.desktop.presence.source import IdleSource, SessionWatch


class MadeUpIdle(IdleSource):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, float | None]] = []

    def watch_idle(self, seconds: float) -> None:
        self.asked.append(("idle", seconds))

    def watch_lull(self, seconds: float | None) -> None:
        self.asked.append(("lull", seconds))

    def idle_seconds(self) -> float | None:
        return 7.0

    def close(self) -> None:
        self.asked.append(("close", None))


class Listener:
    """Notes what a presence tells."""

    def __init__(self, presence: Presence) -> None:
        self.heard: list[str] = []
        for name in (
            "input_stopped", "input_resumed", "lull_reached", "locked", "unlocked", "suspended",
            "resumed", "changed",
        ):  # fmt: skip
            self._note(name, getattr(presence, name))

    def _note(self, name: str, signal: SignalInstance) -> None:
        signal.connect(lambda *_: self.heard.append(name))


@pytest.fixture
def presence() -> Presence:
    return Presence()


@pytest.fixture
def listener(presence: Presence) -> Listener:
    return Listener(presence)


def test_without_a_source_nothing_is_watched(presence: Presence, listener: Listener) -> None:
    presence.watch_idle(60)
    presence.watch_lull(5)
    assert presence.idle_seconds() is None
    assert (presence.name, presence.tells_idle) == ("none", False)
    presence.close()
    assert listener.heard == []


def test_the_idle_source_is_asked_only_for_what_is_new(presence: Presence) -> None:
    source = MadeUpIdle()
    presence.take_idle("made up", source)
    for seconds in (60, 60, 30):
        presence.watch_idle(seconds)
    for lull in (None, 5, 5, None, 5):
        presence.watch_lull(lull)
    assert source.asked == [
        ("idle", 60), ("idle", 30), ("lull", 5), ("lull", None), ("lull", 5),
    ]  # fmt: skip
    assert presence.idle_seconds() == 7.0


def test_what_the_sources_tell_is_passed_on(presence: Presence, listener: Listener) -> None:
    source, session = MadeUpIdle(), SessionWatch()
    presence.take_idle("made up", source)
    presence.add_session("session", session)
    source.input_stopped.emit(60.0)
    source.input_resumed.emit()
    source.lull_reached.emit()
    session.suspended.emit()
    session.resumed.emit()
    assert listener.heard == [
        "input_stopped", "input_resumed", "lull_reached", "suspended", "resumed",
    ]  # fmt: skip


def test_a_source_lost_while_the_person_works_says_nothing_of_input(
    presence: Presence, listener: Listener
) -> None:
    source = MadeUpIdle()
    presence.take_idle("made up", source)
    source.input_stopped.emit(60.0)
    source.input_resumed.emit()
    source.lost.emit("gone")
    assert listener.heard == ["input_stopped", "input_resumed", "changed"]
    assert presence.adapters == (Adapter("idle", "made up", why_not="gone"),)
    assert not presence.tells_idle


def test_a_source_lost_in_a_silence_ends_the_silence(
    presence: Presence, listener: Listener
) -> None:
    source = MadeUpIdle()
    presence.take_idle("made up", source)
    source.input_stopped.emit(60.0)
    source.lost.emit("gone")
    assert listener.heard == ["input_stopped", "changed", "input_resumed"]


def test_the_screen_is_locked_as_long_as_anyone_says_so(
    presence: Presence, listener: Listener
) -> None:
    first, second = SessionWatch(), SessionWatch()
    presence.add_session("first", first)
    presence.add_session("second", second)
    for watch, locked in ((first, True), (second, True), (first, False), (second, False)):
        watch.lock_changed.emit(locked)
    assert listener.heard == ["locked", "unlocked"]


def test_a_watch_that_is_lost_locks_nothing(presence: Presence, listener: Listener) -> None:
    watch = SessionWatch()
    presence.add_session("first", watch)
    watch.lock_changed.emit(True)
    watch.lost.emit("gone")
    assert listener.heard == ["locked", "unlocked", "changed"]
    assert presence.adapters == (Adapter("session", "first", why_not="gone"),)


def test_a_watch_that_tells_again_is_used_again(presence: Presence, listener: Listener) -> None:
    watch = SessionWatch()
    presence.add_session("first", watch)
    watch.lost.emit("gone")
    watch.lock_changed.emit(True)
    assert listener.heard == ["changed", "changed", "locked"]
    assert presence.adapters == (Adapter("session", "first"),)

"""What becomes of adapters that serve, do not serve, or fail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from deskstretch.desktop.presence.choose import (
    choose_idle,
    choose_sessions,
    idle_sources_of,
    session_watches_of,
)
from deskstretch.desktop.presence.port import Adapter, Presence
from deskstretch.desktop.presence.source import IdleSource, NotOfferedError, SessionWatch


def serving_idle(parent: QObject) -> IdleSource:
    return IdleSource(parent)


def serving_session(parent: QObject) -> SessionWatch:
    return SessionWatch(parent)


def missing(_: QObject) -> IdleSource:
    raise NotOfferedError("there is none")


def failing(_: QObject) -> IdleSource:
    raise ZeroDivisionError("by nought")


def never(_: QObject) -> IdleSource:
    raise AssertionError("this one need not be tried")


def test_the_first_idle_source_that_serves_is_taken() -> None:
    presence = Presence()
    choose_idle(presence, {"a": missing, "b": serving_idle, "c": never})
    assert presence.name == "b"
    assert presence.adapters == (
        Adapter("idle", "a", "there is none"),
        Adapter("idle", "b"),
        Adapter("idle", "c", "another one serves"),
    )


def test_an_adapter_that_fails_is_logged_and_left_out(caplog: pytest.LogCaptureFixture) -> None:
    presence = Presence()
    choose_idle(presence, {"broken": failing, "sound": serving_idle})
    why_not = "it failed: ZeroDivisionError: by nought"
    assert presence.adapters[0] == Adapter("idle", "broken", why_not)
    assert presence.name == "sound"
    assert "ZeroDivisionError" in caplog.text


def test_a_failing_session_watch_does_not_keep_the_others_out() -> None:
    def broken(_: QObject) -> SessionWatch:
        raise TypeError("not so")

    presence = Presence()
    choose_sessions(presence, {"broken": broken, "sound": serving_session})
    assert presence.adapters == (
        Adapter("session", "broken", "it failed: TypeError: not so"),
        Adapter("session", "sound"),
    )


def test_without_any_idle_source_that_is_said() -> None:
    presence = Presence()
    choose_idle(presence, {"a": missing, "b": failing})
    assert (presence.name, presence.tells_idle) == ("none", False)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin", "freebsd14"])
def test_every_system_has_something_to_try(platform: str) -> None:
    assert idle_sources_of(platform)
    assert session_watches_of(platform)

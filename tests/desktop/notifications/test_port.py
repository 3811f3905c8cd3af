"""What shows a notice, and what becomes of it where nothing can."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.desktop.notifications.port import Adapter, Notifications
from deskstretch.desktop.notifications.service import Button, Notice
from tests.desktop.notifications.services import USUAL, NotificationService
from tests.desktop.presence.running import Bus

ASKING = Notice("Time to stretch", "Now.", (Button("start", "Start"),), opens="Show")
TELLING = Notice("It's coming up", "In about 30 s.", seconds=30)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def notifications() -> Iterator[Notifications]:
    notifications = Notifications()
    yield notifications
    notifications.close()


@pytest.fixture
def no_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a `notify-send` was called with, a line for each word; there is no other program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    file = tmp_path / "sent"
    program = folder / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {file}.part\nmv {file}.part {file}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return file


def failures(notifications: Notifications) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    notifications.failed.connect(lambda *failure: told.append(failure))
    return told


def test_before_it_begins_nothing_is_connected(notifications: Notifications) -> None:
    assert not notifications.can_ask
    assert {adapter.why_not for adapter in notifications.adapters} == {"not needed so far"}


def test_the_desktops_own_service_serves_where_there_is_one(
    qtbot: QtBot, bus: Bus, notifications: Notifications
) -> None:
    service = NotificationService(bus, *USUAL)
    notifications.begin()
    qtbot.waitUntil(lambda: notifications.can_ask)
    service.end()
    assert notifications.offers_buttons
    assert notifications.adapters == (
        Adapter("desktop notification service"),
        Adapter("plyer", "another one serves"),
    )


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus_an_announcement_is_left_to_plyer(
    qtbot: QtBot, notifications: Notifications, sent: Path
) -> None:
    told = failures(notifications)
    notifications.show("heads-up", TELLING)
    qtbot.waitUntil(sent.exists)
    words = sent.read_text().splitlines()
    # Plain text, and no apostrophe that a shell or a bus could stumble over.
    assert words[:2] == ["It’s coming up", "In about 30 s."]  # noqa: RUF001
    assert told == []
    assert notifications.adapters[1] == Adapter("plyer")


@pytest.mark.usefixtures("no_bus")
def test_a_prompt_is_not_left_to_what_cannot_tell_whether_it_was_seen(
    qtbot: QtBot, notifications: Notifications, sent: Path
) -> None:
    told = failures(notifications)
    notifications.show("prompt", ASKING)
    assert [name for name, _why in told] == ["prompt"]
    assert told[0][1].startswith("no session bus: ")
    assert not notifications.can_ask
    assert not sent.exists()


@pytest.mark.usefixtures("no_bus")
def test_where_not_even_plyer_can_that_is_told(
    qtbot: QtBot,
    notifications: Notifications,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    recwarn: pytest.WarningsRecorder,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    from plyer.facades import Notification
    from plyer.utils import Proxy

    # plyer keeps what it found first: let it look anew.
    monkeypatch.setattr("plyer.notification", Proxy("notification", Notification))
    told = failures(notifications)
    notifications.show("heads-up", TELLING)
    qtbot.waitUntil(lambda: told != [])
    assert told[0][0] == "heads-up"
    assert told[0][1].startswith("plyer: ")
    assert [str(one.message) for one in recwarn if "dbus" in str(one.message)] == []


def test_nothing_of_it_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys\n"
        "from deskstretch.desktop.notifications.port import Notifications\n"
        "notifications = Notifications()\n"
        "print(sorted({'plyer', 'jeepney'} & set(sys.modules)))\n"
        "notifications.begin()\n"
        "print('plyer' in sys.modules)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.split("\n")[:2] == ["[]", "False"]

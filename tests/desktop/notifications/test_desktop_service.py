"""The desktop's own notifications, on a real bus with services of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.desktop.notifications import desktop_service
from deskstretch.desktop.notifications.desktop_service import DesktopService
from deskstretch.desktop.notifications.service import Button, Notice, Picture
from tests.desktop.notifications.services import USUAL, NotificationService
from tests.desktop.presence.running import Bus

ASKING = Notice(
    "Time to stretch",
    "Cat & cow <seated>.\nSitting for 45 min.",
    (Button("start", "Start"), Button("skip", "Skip")),
    opens="Show",
    without_buttons="Answer from the icon in the tray.",
)


class Heard:
    """All that the adapter told."""

    def __init__(self, notifications: DesktopService) -> None:
        self.pressed: list[tuple[str, str, str]] = []
        self.failed: list[tuple[str, str]] = []
        notifications.button_pressed.connect(lambda *told: self.pressed.append(told))
        notifications.failed.connect(lambda *told: self.failed.append(told))


@pytest.fixture
def notifications(bus: Bus) -> Iterator[DesktopService]:
    notifications = DesktopService()
    yield notifications
    notifications.close()


def learn(qtbot: QtBot, notifications: DesktopService) -> None:
    qtbot.waitUntil(lambda: notifications.why_not is None)


def serve(bus: Bus, *capabilities: str) -> NotificationService:
    return NotificationService(bus, *capabilities)


def test_a_prompt_has_its_buttons_and_stays(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service = serve(bus, *USUAL)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    service.end()
    (shown,) = service.shown
    assert shown.title == "Time to stretch"
    assert shown.actions == ["start", "Start", "skip", "Skip", "default", "Show"]
    assert shown.expires_ms == 0
    assert shown.hints["urgency"] == ("y", 1)
    assert shown.hints["desktop-entry"] == ("s", "deskstretch")
    assert "transient" not in shown.hints


def test_a_picture_is_handed_over_as_pixels(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service = serve(bus, *USUAL)
    learn(qtbot, notifications)
    pixels = bytes(range(24))
    notifications.show("prompt", Notice("Time to stretch", "", picture=Picture(3, 2, pixels)))
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    service.end()
    signature, picture = service.shown[0].hints["image-data"]
    assert signature == "(iiibiiay)"
    assert picture == (3, 2, 12, True, 8, 4, pixels)


def test_an_announcement_is_quiet_and_goes_by_itself(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service = serve(bus, *USUAL)
    learn(qtbot, notifications)
    notifications.show("heads-up", Notice("Soon", "In about 30 s.", quiet=True, seconds=30))
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    service.end()
    (shown,) = service.shown
    assert (shown.expires_ms, shown.actions) == (30_000, [])
    assert shown.hints["urgency"] == ("y", 0)
    assert shown.hints["transient"] == ("b", True)


@pytest.mark.parametrize(
    ("capabilities", "title", "body"),
    [
        (USUAL, ASKING.title, "Cat &amp; cow &lt;seated&gt;.\nSitting for 45 min."),
        (("actions", "body"), ASKING.title, ASKING.body),
        (("body",), ASKING.title, f"{ASKING.body}\nAnswer from the icon in the tray."),
        (("actions",), "Time to stretch: Cat & cow <seated>.", ""),
    ],
)
def test_text_is_plain_whatever_the_service_makes_of_it(
    qtbot: QtBot,
    bus: Bus,
    notifications: DesktopService,
    capabilities: tuple[str, ...],
    title: str,
    body: str,
) -> None:
    service = serve(bus, *capabilities)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: len(service.shown) == 1)
    service.end()
    assert (service.shown[0].title, service.shown[0].body) == (title, body)
    assert bool(service.shown[0].actions) == ("actions" in capabilities)
    assert notifications.offers_buttons == ("actions" in capabilities)


@pytest.mark.parametrize("closed_first", [False, True])
def test_a_button_is_told_in_whichever_order_the_service_closes(
    qtbot: QtBot, bus: Bus, notifications: DesktopService, closed_first: bool
) -> None:
    service, heard = serve(bus, *USUAL), Heard(notifications)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: "Notify" in service.answered)
    if closed_first:
        service.close(1, 2)
    service.press(1, "start", token="to-the-front")
    qtbot.waitUntil(lambda: heard.pressed == [("prompt", "start", "to-the-front")])
    service.press(7, "start")  # somebody else's
    service.press(1, "skip")
    qtbot.waitUntil(lambda: len(heard.pressed) == 2)
    service.end()
    assert [key for _name, key, _token in heard.pressed] == ["start", "skip"]


def test_what_was_withdrawn_is_closed_and_cannot_be_answered(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service, heard = serve(bus, *USUAL), Heard(notifications)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    notifications.withdraw("prompt")  # before the service has told which one it is
    qtbot.waitUntil(lambda: service.closed == [1])
    service.press(1, "start")
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: service.answered.count("Notify") == 2)
    service.press(2, "skip")
    qtbot.waitUntil(lambda: heard.pressed != [])
    service.end()
    assert heard.pressed == [("prompt", "skip", "")]


def test_a_second_notice_of_a_name_takes_the_place_of_the_first(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service = serve(bus, *USUAL)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: "Notify" in service.answered)
    qtbot.wait(50)  # the answer is on its way
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: len(service.shown) == 2)
    service.end()
    assert [shown.replaces for shown in service.shown] == [0, 1]


def test_without_a_service_it_fails_at_once_and_says_why(
    qtbot: QtBot, notifications: DesktopService
) -> None:
    heard = Heard(notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: heard.failed != [])
    assert heard.failed[0][0] == "prompt"
    assert "org.freedesktop.Notifications" in heard.failed[0][1]
    assert notifications.why_not == heard.failed[0][1]


def test_a_service_that_hangs_is_not_waited_for_and_its_late_notice_is_closed(
    qtbot: QtBot, bus: Bus, notifications: DesktopService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_service, "_PATIENCE_MS", 50)
    service = NotificationService(bus, *USUAL, slow_seconds=0.5)
    heard = Heard(notifications)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: heard.failed == [("prompt", "it does not answer")])
    qtbot.waitUntil(lambda: service.closed == [1])
    service.end()


def test_a_notice_that_vanishes_with_its_service_has_failed_and_the_next_one_serves(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service, heard = serve(bus, *USUAL), Heard(notifications)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: "Notify" in service.answered)
    service.end()
    qtbot.waitUntil(lambda: heard.failed == [("prompt", "the service has ended")])
    successor = serve(bus, "body")
    qtbot.waitUntil(lambda: not notifications.offers_buttons)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: len(successor.shown) == 1)
    successor.end()


def test_the_end_of_the_bus_is_told_and_survived(
    qtbot: QtBot, bus: Bus, notifications: DesktopService
) -> None:
    service, heard = serve(bus, *USUAL), Heard(notifications)
    learn(qtbot, notifications)
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: "Notify" in service.answered)
    service.end()
    bus.end()
    qtbot.waitUntil(lambda: notifications.why_not == "the session bus is gone")
    notifications.show("prompt", ASKING)
    qtbot.waitUntil(lambda: len(heard.failed) == 2)

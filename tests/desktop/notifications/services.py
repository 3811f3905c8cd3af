"""Notification services of the tests' own, with capabilities that real ones seldom have."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

from tests.desktop.presence.running import AnyBus, Service

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
USUAL = ("actions", "body", "body-markup")


class Shown(NamedTuple):
    """What Notify was called with, in the order of the specification."""

    app: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list[str]
    hints: dict[str, tuple[str, Any]]
    expires_ms: int


class NotificationService(Service):
    def __init__(self, bus: AnyBus, *capabilities: str, slow_seconds: float = 0) -> None:
        self.shown: list[Shown] = []
        self.closed: list[int] = []
        self._capabilities = capabilities
        self._slow_seconds = slow_seconds
        super().__init__(bus, NAME)

    def press(self, number: int, key: str, token: str | None = None) -> None:
        if token is not None:
            self.send(PATH, NAME, "ActivationToken", "us", number, token)
        self.send(PATH, NAME, "ActionInvoked", "us", number, key)

    def close(self, number: int, reason: int) -> None:
        self.send(PATH, NAME, "NotificationClosed", "uu", number, reason)

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        match member:
            case "GetCapabilities":
                return "as", ([*self._capabilities],)
            case "Notify":
                time.sleep(self._slow_seconds)
                shown = Shown(*body)
                self.shown.append(shown)
                return "u", (shown.replaces or len(self.shown),)
            case "CloseNotification":
                self.closed.append(body[0])
                return "", ()
        return None

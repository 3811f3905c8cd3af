"""A session bus that nobody else is on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.presence.running import Bus, private_bus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """It stands in for the session's."""
    with private_bus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus

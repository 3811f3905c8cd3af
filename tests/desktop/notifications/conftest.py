"""A session bus that nobody else is on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop.presence.running import Bus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """It stands in for the session's; its path is short enough."""
    with TemporaryDirectory(prefix="deskstretch-bus-") as folder:
        bus = Bus(Path(folder))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus
        bus.end()

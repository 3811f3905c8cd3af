"""Buses that nobody else is on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop.presence.running import Bus


@pytest.fixture
def bus() -> Iterator[Bus]:
    """One that stands in for the system's or the session's; its path is short enough."""
    with TemporaryDirectory(prefix="deskstretch-bus-") as folder:
        bus = Bus(Path(folder))
        yield bus
        bus.end()

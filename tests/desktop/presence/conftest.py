"""Buses that nobody else is on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.presence.running import Bus, private_bus


@pytest.fixture
def bus() -> Iterator[Bus]:
    """One that stands in for the system's or the session's."""
    with private_bus() as bus:
        yield bus

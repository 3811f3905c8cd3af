"""Buses that nobody else is on."""

from __future__ import annotations

from tests.desktop.presence.conftest import bus

__all__ = ["bus"]

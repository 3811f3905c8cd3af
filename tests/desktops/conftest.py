"""Real Wayland desktops without a screen: sway, and with `./dev desktops` heavier ones too."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from gnome_desktop import GnomeDesktop
from kde_desktop import KdeDesktop
from private_desktop import Program
from sway_desktop import SwayDesktop

WANTED = os.environ.get("DESKSTRETCH_TEST_DESKTOPS", "sway").split()


class Desktop(Protocol):
    """What the tests want of a desktop."""

    env: dict[str, str]
    folder: Path

    def start(self, *command: str | Path, log: str | None = None) -> Program:
        """Start a program there."""

    def stop(self, program: Program) -> int:
        """End it together with its children."""

    def key(self, *names: str) -> None:
        """Press and release keys, by their X names."""

    def focused_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""


KINDS: dict[str, Callable[[], AbstractContextManager[Desktop]]] = {
    "sway": SwayDesktop,
    "gnome": GnomeDesktop,
    "kde": KdeDesktop,
}


@pytest.fixture(scope="session", params=WANTED)
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """Each of those wanted, brought up once for all tests."""
    with KINDS[request.param]() as desktop:
        yield desktop

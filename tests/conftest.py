"""What every test may rely on: widgets are drawn without a screen, and no real data is touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from virtual_desktop import VirtualDesktop

# Before Qt is imported by anyone: widget tests neither need nor disturb a real desktop. Tests of
# the whole program run it as a process of its own on the `virtual_desktop` fixture's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# As the app itself paints: `make_application` says why.
os.environ["QT_NO_GUI_THREADPOOL"] = "1"

# The same cases each time, so that a change is judged by what it changes; looking for new ones is
# a search of its own: `pytest --hypothesis-profile=long`.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2_000, stateful_step_count=100)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def throw_away_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, history and logs of this test alone, and no office that sets anything."""
    home = tmp_path / "home"  # short: a socket in it must fit 107 bytes
    monkeypatch.setenv("DESKSTRETCH_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "no-office"))
    return home


@pytest.fixture(scope="session")
def shared_virtual_desktop() -> Iterator[VirtualDesktop]:
    """Brought up by the first test that needs one, used by all."""
    from virtual_desktop import VirtualDesktop

    with VirtualDesktop() as desktop:
        yield desktop


@pytest.fixture
def virtual_desktop(
    shared_virtual_desktop: VirtualDesktop, throw_away_home: Path
) -> Iterator[VirtualDesktop]:
    """A screen, a window manager, a tray and a bus; programs started there end with the test."""
    shared_virtual_desktop.env["DESKSTRETCH_HOME"] = str(throw_away_home)
    yield shared_virtual_desktop
    shared_virtual_desktop.stop_programs()

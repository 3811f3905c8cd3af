"""What every test may rely on: widgets are drawn without a screen, and no real data is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Before Qt is imported by anyone: widget tests neither need nor disturb a real desktop. Tests of
# the whole program run it as a process of its own on the `virtual_desktop` fixture's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(autouse=True)
def throw_away_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, history and logs of this test alone."""
    home = tmp_path / "deskstretch_home"
    monkeypatch.setenv("DESKSTRETCH_HOME", str(home))
    return home

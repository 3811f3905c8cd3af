"""The files that come with the program are found wherever it runs from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deskstretch.resources import resource_path


def test_a_checkout_has_its_resources_beside_the_source() -> None:
    assert resource_path("icons") == Path(__file__).parents[1] / "resources" / "icons"


def test_a_frozen_app_has_its_resources_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("exercises.json") == tmp_path / "resources" / "exercises.json"

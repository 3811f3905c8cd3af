"""The wall clock set to another century in the midst of a break, in the whole app."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.faults.headless_app import PROGRAM, headless_app


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_clock_set_to_another_century_neither_stops_nor_falsifies_a_break(
    throw_away_home: Path, year: int
) -> None:
    with headless_app(throw_away_home, sys.executable, PROGRAM, "clock_set", str(year)) as app:
        first = app.take_break()
        assert first["outcome"] == "taken"
        second = app.take_break()
        assert second["outcome"] == "taken"
        assert second["held"] == pytest.approx(first["held"])
        assert int(second["day"][:4]) == year
        status = app.status()
        assert status["state"] == "working"
        assert status["sitting_seconds"] < 60
        assert status["trouble"] == []
        week = json.loads(app.command("report", "--week", f"{year}-W02", "--format", "json"))
        assert week["counts"]["taken"] in {0, 1}
        assert app.quit() == 0
        assert "Traceback" not in app.log()

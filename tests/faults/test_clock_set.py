"""The wall clock set to another century in the midst of a break, in the whole app."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.headless_app import PROGRAM, headless_app


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_clock_set_to_another_century_neither_stops_nor_falsifies_a_break(
    throw_away_home: Path, year: int
) -> None:
    with headless_app(throw_away_home, sys.executable, PROGRAM, "clock_set", str(year)) as app:
        assert app.take_break()["outcome"] == "taken"
        assert app.status()["state"] == "working"
        assert app.status()["sitting_seconds"] < 60
        assert app.status()["trouble"] == []
        app.command("break")
        assert app.quit() == 0
        first, second = app.breaks()
        assert first["held"] == pytest.approx(1.0)
        assert datetime.fromtimestamp(first["closed_at"] / 1000, UTC).year in {year, year - 1}
        assert (second["day"], second["outcome"]) == (f"{year}-01-01", "skipped")
        assert "Traceback" not in app.log()
        report = app.command("report", "--year", str(year), "--format", "json")
        assert json.loads(report)["counts"]["skipped"] == 1

"""The wall clock set to another century in the midst of a break, in the whole app."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.headless_app import PROGRAM, headless_app


def test_a_clock_set_to_another_century_neither_stops_nor_falsifies_a_break(
    throw_away_home: Path,
) -> None:
    with headless_app(throw_away_home, sys.executable, PROGRAM, "clock_set", "1970", "2100") as app:
        assert app.take_break()["outcome"] == "taken"
        assert app.status()["state"] == "working"
        assert app.status()["sitting_seconds"] < 60
        assert app.status()["trouble"] == []
        app.command("break")
        assert app.status()["state"] == "guided"
        assert app.quit() == 0
        first, second = app.breaks()
        assert first["held"] == pytest.approx(1.0)
        assert year_of(first["closed_at"]) in {1969, 1970}  # in whatever time zone
        assert (second["day"], second["outcome"]) == ("1970-01-01", "skipped")
        assert year_of(second["closed_at"]) in {2099, 2100}
        assert "Traceback" not in app.log()
        report = app.command("report", "--year", "1970", "--format", "json")
        assert json.loads(report)["counts"]["skipped"] == 1


def year_of(milliseconds: int) -> int:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).year

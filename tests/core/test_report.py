"""The report says the same as text and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord, SnoozeRecord, StepRecord
from deskstretch.core.report import report_json, report_text
from deskstretch.core.review import review_of
from deskstretch.core.week import IsoWeek

WEEK = IsoWeek(2026, 47)
MONDAY = date(2026, 11, 16)


def a_break(outcome: Outcome, days: int = 0, *held: tuple[Side, float]) -> BreakRecord:
    day = MONDAY + timedelta(days=days)
    due_at = datetime.combine(day, time(10), UTC)
    steps = tuple(
        StepRecord("chair-hamstring", side, 1, None, 30.0, held_seconds=seconds)
        for side, seconds in held
    )
    snoozes = (SnoozeRecord(due_at, 300.0),) if steps else ()
    return BreakRecord("id", day, due_at, 2700.0, outcome=outcome, steps=steps, snoozes=snoozes)


TAKEN = a_break(Outcome.TAKEN, 0, (Side.LEFT, 30.0), (Side.RIGHT, 24.0))
BREAKS = [
    *[TAKEN, a_break(Outcome.SKIPPED), a_break(Outcome.AWAY, 1), a_break(Outcome.HELD_BACK, 2)],
    *[a_break(Outcome.TAKEN, -7), a_break(Outcome.SKIPPED, -7), a_break(Outcome.MISSED, -7)],
]


def test_the_json_has_every_figure_with_its_counts() -> None:
    report = json.loads(report_json(review_of(WEEK, BREAKS)))
    assert report["period"] == "2026-W47"
    assert (report["first_day"], report["last_day"]) == ("2026-11-16", "2026-11-22")
    counts = {"taken": 1, "partly": 0, "skipped": 1, "missed": 0, "away": 1, "held_back": 1}
    assert report["counts"] == counts
    assert report["compliance"] == {"part": 1, "whole": 2, "percent": 50}
    assert report["compliance_change"] == 50 - 33
    assert report["any_stretch"] == {"part": 1, "whole": 2, "percent": 50}
    assert report["coverage"] == {"part": 2, "whole": 3, "percent": 67}
    assert report["hold_completion"] == {"part": 54.0, "whole": 60.0, "percent": 90}
    assert report["days_with_break_taken"] == {"part": 1, "whole": 3, "percent": 33}
    assert report["held_seconds"] == {"left": 30.0, "right": 24.0, "both": 0}
    assert report["planned_seconds"] == 60.0
    assert report["snooze_count"] == 1


def test_the_json_has_a_row_for_each_day() -> None:
    days = json.loads(report_json(review_of(WEEK, BREAKS)))["days"]
    assert [day["day"] for day in days] == [f"2026-11-{number}" for number in range(16, 23)]
    assert days[0]["compliance"] == {"part": 1, "whole": 2, "percent": 50}
    assert days[1]["counts"]["away"] == 1
    assert days[1]["compliance"] == {"part": 0, "whole": 0, "percent": None}


def test_the_json_of_an_empty_week_has_nulls_for_percentages() -> None:
    report = json.loads(report_json(review_of(WEEK, [])))
    for figure in ("compliance", "any_stretch", "coverage", "hold_completion"):
        assert report[figure] == {"part": 0, "whole": 0, "percent": None}
    assert report["compliance_change"] is None
    assert len(report["days"]) == 7


def test_the_text_stands_in_columns() -> None:
    assert report_text(review_of(WEEK, BREAKS)).splitlines() == [
        "Your week, 16 \N{EN DASH} 22 November 2026 (2026-W47)",
        "",
        "Breaks taken                    1 of 2  50 %  +17 vs week before",
        "Taken or partly                 1 of 2  50 %",
        "Taken, partly or away           2 of 3  67 %",
        "Days with a break taken         1 of 3",
        "Held in stretches        54 s of 1 min  90 %  left 30 s, right 24 s",
        "Snoozes                              1",
        "Held back for                      0 s",
        "",
        "        Taken  Partly  Away  Skipped  Missed  Held back  Breaks taken",
        "Mon 16      1       0     0        1       0          0        1 of 2  50 %  "
        + 5 * "\N{FULL BLOCK}"
        + 5 * "\N{LIGHT SHADE}",
        "Tue 17      0       0     1        0       0          0             \N{EN DASH}",
        "Wed 18      0       0     0        0       0          1             \N{EN DASH}",
        "Thu 19      0       0     0        0       0          0             \N{EN DASH}",
        "Fri 20      0       0     0        0       0          0             \N{EN DASH}",
        "Sat 21      0       0     0        0       0          0             \N{EN DASH}",
        "Sun 22      0       0     0        0       0          0             \N{EN DASH}",
    ]


def test_the_text_of_a_week_without_a_hold_has_a_dash_for_it() -> None:
    lines = report_text(review_of(WEEK, [a_break(Outcome.MISSED)])).splitlines()
    held = next(line for line in lines if line.startswith("Held in stretches"))
    assert held.split()[3:] == ["\N{EN DASH}", "\N{EN DASH}"]


def test_the_text_of_an_empty_week_is_one_calm_line() -> None:
    assert report_text(review_of(WEEK, [])).splitlines() == [
        "Your week, 16 \N{EN DASH} 22 November 2026 (2026-W47)",
        "",
        "No breaks were due this week.",
    ]

"""A period's figures agree with plain SQL over the same rows, and hold their promises."""

from __future__ import annotations

import json
import sqlite3
import uuid
from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.held import AreaHeld, HeldSeconds, StretchTally, stretch_tallies
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Kind, Month, Period, Year, kind_of, month_of, period_of
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import (
    BreakRecord,
    HoldBackRecord,
    PromptKind,
    PromptRecord,
    SnoozeRecord,
    StepRecord,
)
from deskstretch.core.review import (
    OutcomeCounts,
    Ratio,
    SkipCell,
    count_outcomes,
    days_needed,
    figures_of,
    goal_reached,
    review_of,
    skip_cells,
)
from deskstretch.core.week import IsoWeek
from deskstretch.store.instant import instant_of, instant_or_none
from deskstretch.store.reading import read_days
from deskstretch.store.schema import migrate

ZURICH = ZoneInfo("Europe/Zurich")
SUMMER_BEGINS, SUMMER_ENDS = IsoWeek(2026, 13), IsoWeek(2026, 43)
LAST_OF_YEAR, FIRST_OF_YEAR = IsoWeek(2026, 53), IsoWeek(2027, 1)
MONDAY = date(2026, 11, 16)
WEEK = IsoWeek(2026, 47)

weeks = st.sampled_from([WEEK, SUMMER_BEGINS, SUMMER_ENDS, LAST_OF_YEAR, FIRST_OF_YEAR])
kinds = st.sampled_from(Kind)
areas = st.lists(st.sampled_from(["hamstrings", "lower back", "glutes"]), max_size=2, unique=True)
outcome_counts = st.builds(OutcomeCounts, *[st.integers(0, 500)] * 6)


@st.composite
def break_records(draw: st.DrawFn, around: IsoWeek) -> BreakRecord:
    """Some break from six weeks before the week to one after it, at home or on a journey."""
    zone = draw(st.sampled_from([ZURICH, timezone(timedelta(hours=-8)), UTC]))
    day = around.first_day + timedelta(days=draw(st.integers(-42, 13)))
    of_day = time(draw(st.integers(0, 23)), draw(st.integers(0, 59)))
    # Through UTC and back, so that an hour which a change of clocks leaves out is not one of them.
    due_at = datetime.combine(day, of_day, zone).astimezone(UTC).astimezone(zone)
    delays = draw(st.lists(st.integers(0, 90), max_size=3))
    steps = draw(
        st.lists(
            st.builds(
                StepRecord,
                exercise_id=st.sampled_from(["chair-hamstring", "seated-figure-four"]),
                areas=areas.map(tuple),
                side=st.sampled_from(Side),
                repetition=st.just(1),
                phase=st.none(),
                planned_seconds=st.sampled_from([15.0, 30.0]),
                held_seconds=st.just(0.0) | st.floats(0, 15) | st.just(30.0),
            ),
            max_size=4,
        )
    )
    return BreakRecord(
        id=str(uuid.UUID(int=draw(st.integers(0, 2**64)))),
        day=due_at.date(),
        due_at=due_at,
        sitting_seconds=2700.0,
        origin=draw(st.sampled_from(Origin)),
        outcome=draw(st.sampled_from([*Outcome, None])),
        prompts=tuple(
            PromptRecord(due_at + timedelta(minutes=delay), PromptKind.PROMPT)
            for delay in sorted(delays)
        ),
        snoozes=tuple(SnoozeRecord(due_at, 300.0) for _ in delays[1:]),
        hold_backs=tuple(
            HoldBackRecord(due_at, ended_at, ("camera",))
            for ended_at in draw(
                st.lists(
                    st.none() | st.timedeltas(timedelta(0), timedelta(hours=2)).map(due_at.__add__),
                    max_size=2,
                )
            )
        ),
        steps=tuple(steps),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[Period, list[BreakRecord]]:
    week = draw(weeks)
    breaks = draw(st.lists(break_records(week), max_size=25, unique_by=lambda each: each.id))
    return period_of(draw(kinds), week.first_day), breaks


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    file = tmp_path_factory.mktemp("history") / "history.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def file_of(connection: sqlite3.Connection) -> Path:
    ((_, _, name),) = connection.execute("PRAGMA database_list").fetchall()
    return Path(name)


def write(connection: sqlite3.Connection, breaks: list[BreakRecord]) -> None:
    """These breaks and no others."""
    connection.execute("DELETE FROM break")
    for each in breaks:
        outcome = each.outcome.value if each.outcome else None
        connection.execute(
            "INSERT INTO break VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)",
            (
                *(each.id, each.day.isoformat(), *instant_of(each.due_at)),
                *(each.sitting_seconds, each.origin.value, outcome),
                *instant_or_none(each.due_at if each.outcome else None),
            ),
        )
        connection.executemany(
            "INSERT INTO prompt VALUES (?, ?, ?, ?, 'prompt')",
            [(each.id, n, *instant_of(one.at)) for n, one in enumerate(each.prompts)],
        )
        connection.executemany(
            "INSERT INTO snooze VALUES (?, ?, ?, ?, 300)",
            [(each.id, n, *instant_of(one.at)) for n, one in enumerate(each.snoozes)],
        )
        connection.executemany(
            "INSERT INTO hold_back VALUES (?, ?, ?, ?, ?, ?, '[]')",
            [
                (each.id, n, *instant_of(one.started_at), *instant_or_none(one.ended_at))
                for n, one in enumerate(each.hold_backs)
            ],
        )
        connection.executemany(
            "INSERT INTO step VALUES (?, ?, ?, ?, 1, NULL, ?, ?, ?, 0)",
            [
                (
                    *(each.id, n, step.exercise_id, step.side.value, json.dumps(step.areas)),
                    *(step.planned_seconds, step.held_seconds),
                )
                for n, step in enumerate(each.steps)
            ],
        )
    connection.commit()


def rows(connection: sqlite3.Connection, query: str, first: date, days: int) -> list[Any]:
    """The rows of `query` over the table `closed`: closed breaks of so many days from `first`."""
    last = first + timedelta(days=days - 1)
    closed = (
        "WITH closed AS (SELECT * FROM break"
        f" WHERE outcome IS NOT NULL AND day BETWEEN '{first}' AND '{last}') "
    )
    return connection.execute(closed + query).fetchall()


def counts_by_sql(
    connection: sqlite3.Connection, first: date, days: int, where: str = "1"
) -> Mapping[str, int]:
    query = f"SELECT outcome, count(*) FROM closed WHERE {where} GROUP BY outcome"
    return dict(rows(connection, query, first, days))


def as_counts(found: Mapping[str, int]) -> OutcomeCounts:
    return OutcomeCounts(**found)


@settings(max_examples=60, deadline=None)
@given(history=histories())
@example(history=(WEEK, []))
def test_every_figure_agrees_with_sql_over_the_rows(
    connection: sqlite3.Connection, history: tuple[Period, list[BreakRecord]]
) -> None:
    period, breaks = history
    write(connection, breaks)
    review = review_of(period, read_days(file_of(connection), *days_needed(period)).breaks)
    first, count = first_day_and_count(period)
    before = first_day_and_count(period_of(kind_of(period), first - timedelta(days=1)))
    found = counts_by_sql(connection, first, count)
    figures = review.figures

    assert figures.counts == as_counts(found)
    assert figures.prompted == as_counts(counts_by_sql(connection, first, count, "origin = 'due'"))
    assert review.before.counts == as_counts(counts_by_sql(connection, *before))
    bars = [(each.place, each.counts) for each in review.bars]
    if isinstance(period, Year):
        assert bars == [
            (month, as_counts(counts_by_sql(connection, *first_day_and_count(month))))
            for month in (Month(period.number, number) for number in range(1, 13))
        ]
    else:
        assert bars == [
            (day, as_counts(counts_by_sql(connection, day, 1)))
            for day in (first + timedelta(days=number) for number in range(count))
        ]

    def some(*outcomes: str) -> int:
        return sum(found.get(outcome, 0) for outcome in outcomes)

    answerable = some("taken", "partly", "skipped", "missed")
    assert figures.counts.compliance == Ratio(some("taken"), answerable)
    assert figures.counts.any_stretch == Ratio(some("taken", "partly"), answerable)
    assert figures.counts.coverage == Ratio(
        some("taken", "partly", "away"), answerable + some("away")
    )

    ((with_taken, with_any),) = rows(
        connection,
        "SELECT count(DISTINCT CASE outcome WHEN 'taken' THEN day END), count(DISTINCT day)"
        " FROM closed",
        first,
        count,
    )
    assert figures.days == Ratio(with_taken, with_any)
    held = dict(
        rows(
            connection,
            "SELECT side, sum(held_seconds) FROM step JOIN closed ON id = break_id GROUP BY side",
            first,
            count,
        )
    )
    for side in ("left", "right", "both"):
        assert getattr(figures.held, side) == pytest.approx(held.get(side, 0))
    ((planned,),) = rows(
        connection,
        "SELECT total(planned_seconds) FROM step JOIN closed ON id = break_id",
        first,
        count,
    )
    assert figures.hold_completion.whole == figures.planned_seconds == planned
    assert figures.hold_completion.part == pytest.approx(sum(held.values()))
    ((snoozes,),) = rows(
        connection, "SELECT count(*) FROM snooze JOIN closed ON id = break_id", first, count
    )
    assert figures.snooze_count == snoozes

    ((held_back,),) = rows(
        connection,
        "SELECT total(ended_at - started_at) / 1000 FROM hold_back JOIN closed ON id = break_id",
        first,
        count,
    )
    assert figures.held_back_seconds == pytest.approx(held_back)
    by_area = rows(
        connection,
        "SELECT value, total(held_seconds), total(iif(side = 'left', held_seconds, 0))"
        " FROM step JOIN closed ON closed.id = break_id, json_each(areas)"
        " WHERE held_seconds > 0 GROUP BY value",
        first,
        count,
    )
    for each, (area, total, left) in zip(sorted_by_name(review.areas), by_area, strict=True):
        assert each.area == area
        assert (each.held.total, each.held.left) == pytest.approx((total, left))

    assert [msgspec.structs.astuple(each) for each in review.stretches] == rows(
        connection,
        "SELECT exercise_id, count(*), sum(finished), sum(skipped) FROM ("
        " SELECT exercise_id, min(position) AS first, min(held_seconds + 0.001 >= planned_seconds)"
        " AS finished, max(held_seconds) = 0 AS skipped, (SELECT max(position) FROM step AS other"
        " WHERE other.break_id = step.break_id AND held_seconds > 0) AS last"
        " FROM step JOIN closed ON id = break_id GROUP BY break_id, exercise_id"
        ") WHERE first <= last GROUP BY exercise_id ORDER BY exercise_id",
        first,
        count,
    )

    assert [msgspec.structs.astuple(each) for each in review.stretches] == rows(
        connection,
        "SELECT exercise_id, count(*), sum(finished), sum(skipped) FROM (SELECT exercise_id,"
        " min(position) AS first, min(held_seconds + 0.001 >= planned_seconds) AS finished,"
        " max(held_seconds) = 0 AS skipped, (SELECT max(position) FROM step AS other"
        " WHERE other.break_id = step.break_id AND held_seconds > 0) AS last"
        " FROM step JOIN closed ON id = break_id GROUP BY break_id, exercise_id"
        ") WHERE first <= last GROUP BY exercise_id ORDER BY exercise_id",
        first,
        count,
    )

    looked_from, looked_days = first, count
    if isinstance(period, IsoWeek):
        looked_from, looked_days = first - timedelta(days=21), 28
    cells = rows(
        connection,
        "SELECT strftime('%w', local) AS weekday, CAST(strftime('%H', local) AS INTEGER) AS hour,"
        " count(*), sum(outcome = 'skipped') FROM (SELECT outcome, datetime(ifnull("
        "(SELECT at / 1000 + at_offset FROM prompt WHERE break_id = id ORDER BY at DESC LIMIT 1),"
        " due_at / 1000 + due_offset), 'unixepoch') AS local FROM closed WHERE origin = 'due'"
        " AND outcome NOT IN ('away', 'held_back')) GROUP BY weekday, hour",
        looked_from,
        looked_days,
    )
    sunday_last = [((int(day) - 1) % 7, *numbers) for day, *numbers in cells]
    assert list(review.skips) == [SkipCell(*cell) for cell in sorted(sunday_last)]


def first_day_and_count(period: Period) -> tuple[date, int]:
    """A second reckoning, by the calendar's own rules."""
    match period:
        case IsoWeek():
            return date.fromisocalendar(period.year, period.number, 1), 7
        case Month():
            return date(period.year, period.number, 1), monthrange(period.year, period.number)[1]
        case Year():
            return date(period.number, 1, 1), 365 + isleap(period.number)


def sorted_by_name(areas: Sequence[AreaHeld]) -> list[AreaHeld]:
    return sorted(areas, key=lambda each: each.area)


def a_break(
    outcome: Outcome | None, day: date = MONDAY, hour: int = 10, **fields: Any
) -> BreakRecord:
    due_at = datetime.combine(day, time(hour), ZURICH)
    return BreakRecord(str(uuid.uuid4()), day, due_at, 2700.0, outcome=outcome, **fields)


def test_a_week_of_every_outcome_comes_to_the_shares_that_were_worked_out_by_hand() -> None:
    counts = OutcomeCounts(taken=5, partly=1, skipped=1, missed=1, away=3, held_back=2)
    assert counts.total == 13
    assert counts.compliance == Ratio(5, 8)
    assert counts.any_stretch == Ratio(6, 8)
    assert counts.coverage == Ratio(9, 11)


@given(outcome_counts, st.integers(1, 50))
def test_absence_and_hold_backs_never_change_compliance(counts: OutcomeCounts, more: int) -> None:
    absent = OutcomeCounts(
        counts.taken, counts.partly, counts.skipped, counts.missed, more, more + 1
    )
    assert absent.compliance == counts.compliance
    assert absent.any_stretch == counts.any_stretch


@given(outcome_counts, st.integers(1, 50))
def test_absence_never_lowers_coverage(counts: OutcomeCounts, more: int) -> None:
    later = OutcomeCounts(
        counts.taken, counts.partly, counts.skipped, counts.missed, counts.away + more
    )
    assert later.coverage.percent is not None
    assert later.coverage.percent >= (counts.coverage.percent or 0)


@given(outcome_counts)
def test_the_shares_stand_in_their_order(counts: OutcomeCounts) -> None:
    if counts.answerable:
        compliance, any_stretch = counts.compliance.percent, counts.any_stretch.percent
        coverage = counts.coverage.percent
        assert compliance is not None
        assert any_stretch is not None
        assert coverage is not None
        assert 0 <= compliance <= any_stretch <= coverage <= 100


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_percentage_is_within_half_a_point_and_keeps_none_and_all_apart(
    part: int, rest: int
) -> None:
    whole = part + rest
    percent = Ratio(part, whole).percent
    assert percent is not None
    assert (percent == 0) == (part == 0)
    assert percent < 100
    if percent not in (1, 99):
        assert abs(Fraction(100 * part, whole) - percent) <= Fraction(1, 2)
    assert Ratio(whole, whole).percent == 100


def test_halves_are_rounded_upwards() -> None:
    assert Ratio(5, 8).percent == 63
    assert Ratio(1, 8).percent == 13


def test_nothing_is_shared_out_of_nothing() -> None:
    review = review_of(WEEK, [])
    counts, figures = review.figures.counts, review.figures
    shares = (counts.compliance, counts.any_stretch, counts.coverage, figures.hold_completion)
    assert [share.percent for share in shares] == [None] * 4
    assert figures.days.percent is None
    assert review.compliance_change is None
    assert review.skips == ()


def test_a_week_of_absence_alone_has_no_compliance_but_full_coverage() -> None:
    counts = count_outcomes([a_break(Outcome.AWAY), a_break(Outcome.HELD_BACK)])
    assert counts.compliance.percent is None
    assert counts.coverage == Ratio(1, 1)


def test_the_change_is_that_of_the_percentages_as_shown() -> None:
    last_week = MONDAY - timedelta(days=7)
    breaks = [
        *[a_break(Outcome.TAKEN), a_break(Outcome.TAKEN), a_break(Outcome.SKIPPED)],
        *[a_break(Outcome.TAKEN, last_week), a_break(Outcome.MISSED, last_week)],
    ]
    assert review_of(WEEK, breaks).compliance_change == 67 - 50


def test_a_week_after_one_without_compliance_has_no_change() -> None:
    away = a_break(Outcome.AWAY, MONDAY - timedelta(days=7))
    assert review_of(WEEK, [a_break(Outcome.TAKEN), away]).compliance_change is None


def test_an_open_break_counts_nowhere() -> None:
    held = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0, held_seconds=15.0)
    open_one = a_break(
        None, steps=(held,), snoozes=(SnoozeRecord(datetime.combine(MONDAY, time(11), UTC), 300),)
    )
    figures = figures_of([open_one])
    assert figures.counts.total == 0
    assert figures.days == Ratio(0, 0)
    assert figures.held == HeldSeconds()
    assert figures.snooze_count == 0


def test_a_break_asked_for_counts_but_is_no_prompt() -> None:
    breaks = [a_break(Outcome.TAKEN, origin=Origin.OWN), a_break(Outcome.SKIPPED)]
    figures = figures_of(breaks)
    assert figures.counts.compliance == Ratio(1, 2)
    assert figures.prompted.any_stretch == Ratio(0, 1)
    assert [(cell.asked, cell.skipped) for cell in skip_cells(breaks)] == [(1, 1)]


def test_a_break_belongs_to_the_day_it_became_due_wherever_it_ended() -> None:
    late = a_break(Outcome.TAKEN, date(2026, 11, 22), hour=23)
    assert review_of(WEEK, [late]).bars[6].counts.taken == 1
    assert review_of(WEEK.plus(1), [late]).figures.counts.total == 0


def test_a_prompt_is_looked_for_where_it_was_last_asked_not_where_it_became_due() -> None:
    asked_again = tuple(
        PromptRecord(datetime.combine(MONDAY, time(hour, 5), ZURICH), PromptKind.PROMPT)
        for hour in (10, 11)
    )
    skipped = a_break(Outcome.SKIPPED, prompts=asked_again)
    assert skip_cells([skipped]) == (SkipCell(0, 11, 1, 1),)


def test_only_four_weeks_tell_when_prompts_are_skipped() -> None:
    first, last = days_needed(WEEK)
    assert (first, last) == (MONDAY - timedelta(weeks=3), MONDAY + timedelta(days=6))
    breaks = [a_break(Outcome.SKIPPED, first), a_break(Outcome.SKIPPED, first - timedelta(days=7))]
    assert sum(cell.asked for cell in review_of(WEEK, breaks).skips) == 1


@given(weeks, kinds, st.integers(-30, 30))
def test_the_periods_of_a_kind_follow_each_other_without_a_gap(
    week: IsoWeek, kind: Kind, steps: int
) -> None:
    period = period_of(kind, week.first_day)
    assert period.plus(1).first_day == period.last_day + timedelta(days=1)
    assert period.plus(steps).plus(-steps) == period
    assert period_of(kind, period.last_day) == period


def test_a_month_or_year_without_breaks_is_dashes_too() -> None:
    for period in (Month(2026, 2), Year(2028)):
        review = review_of(period, [])
        assert review.figures.counts.compliance.percent is None
        assert (review.areas, review.stretches, review.skips) == ((), (), ())
        assert goal_reached(review, 60).percent is None


def test_a_break_on_new_years_eve_stays_in_the_old_year_wherever_it_ended() -> None:
    eve = a_break(Outcome.TAKEN, date(2026, 12, 31), hour=23)
    assert review_of(Year(2026), [eve]).bars[-1].counts.taken == 1
    assert review_of(Month(2026, 12), [eve]).bars[-1].counts.taken == 1
    assert review_of(Year(2027), [eve]).figures.counts.total == 0
    assert review_of(Year(2027), [eve]).before.counts.taken == 1


def test_only_weeks_that_could_be_answered_stand_beside_the_goal() -> None:
    breaks = [
        a_break(Outcome.TAKEN),
        *[
            a_break(Outcome.TAKEN, MONDAY - timedelta(7)),
            a_break(Outcome.SKIPPED, MONDAY - timedelta(7)),
        ],
        a_break(Outcome.AWAY, MONDAY - timedelta(14)),
    ]
    review = review_of(WEEK, breaks)
    assert goal_reached(review, 60) == Ratio(1, 2)
    assert goal_reached(review, 50) == Ratio(2, 2)


def test_a_year_stands_beside_the_goal_by_its_whole_weeks() -> None:
    assert len(review_of(Year(2026), []).weeks) == 51
    assert len(review_of(Month(2026, 2), []).weeks) == 3
    assert month_of(MONDAY) == Month(2026, 11)


def step(exercise_id: str, held: float, **fields: Any) -> StepRecord:
    return StepRecord(exercise_id, Side.BOTH, 1, None, 30.0, held_seconds=held, **fields)


def test_a_stretch_is_finished_cut_short_or_skipped_but_only_where_it_was_come_to() -> None:
    breaks = [
        a_break(Outcome.TAKEN, steps=(step("one", 30), step("two", 30))),
        a_break(Outcome.PARTLY, steps=(step("one", 12), step("two", 0))),
        a_break(Outcome.PARTLY, steps=(step("one", 0), step("two", 30))),
        a_break(Outcome.SKIPPED, steps=(step("one", 0), step("two", 0))),
        a_break(Outcome.SKIPPED, steps=(step("one", 0, hurt=True), step("two", 0))),
    ]
    assert list(stretch_tallies(breaks)) == [
        StretchTally("one", times=4, finished=1, skipped=1),
        StretchTally("two", times=2, finished=2, skipped=0),
    ]


def test_a_stretch_between_two_turns_of_another_counts_too() -> None:
    (both,) = stretch_tallies([a_break(Outcome.TAKEN, steps=(step("one", 30),) * 2)])
    assert (both.times, both.finished) == (1, 1)
    turns = (step("one", 30), step("two", 30), step("three", 0), step("one", 30), step("four", 0))
    tallies = stretch_tallies([a_break(Outcome.PARTLY, steps=turns)])
    assert [(each.exercise_id, each.finished, each.skipped) for each in tallies] == [
        ("one", 1, 0),
        ("three", 0, 1),
        ("two", 1, 0),
    ]

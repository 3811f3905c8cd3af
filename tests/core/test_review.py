"""A week's figures agree with plain SQL over the same rows, and hold their promises."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import (
    BreakRecord,
    PromptKind,
    PromptRecord,
    SnoozeRecord,
    StepRecord,
)
from deskstretch.core.review import (
    HeldSeconds,
    OutcomeCounts,
    Ratio,
    SkipCell,
    count_outcomes,
    days_needed,
    figures_of,
    review_week,
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
                exercise_id=st.just("chair-hamstring"),
                side=st.sampled_from(Side),
                repetition=st.just(1),
                phase=st.none(),
                planned_seconds=st.sampled_from([15.0, 30.0]),
                held_seconds=st.floats(0, 15),
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
        steps=tuple(steps),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[IsoWeek, list[BreakRecord]]:
    week = draw(weeks)
    breaks = draw(st.lists(break_records(week), max_size=25, unique_by=lambda each: each.id))
    return week, breaks


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
            "INSERT INTO step VALUES (?, ?, 'chair-hamstring', ?, 1, NULL, '[]', ?, ?, 0)",
            [
                (each.id, n, step.side.value, step.planned_seconds, step.held_seconds)
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
    connection: sqlite3.Connection, history: tuple[IsoWeek, list[BreakRecord]]
) -> None:
    week, breaks = history
    write(connection, breaks)
    review = review_week(week, read_days(file_of(connection), *days_needed(week)).breaks)
    monday = date.fromisocalendar(week.year, week.number, 1)
    found = counts_by_sql(connection, monday, 7)
    figures = review.figures

    assert figures.counts == as_counts(found)
    assert figures.prompted == as_counts(counts_by_sql(connection, monday, 7, "origin = 'due'"))
    assert review.before.counts == as_counts(
        counts_by_sql(connection, monday - timedelta(days=7), 7)
    )
    assert [(each.day, each.counts) for each in review.days] == [
        (day, as_counts(counts_by_sql(connection, day, 1)))
        for day in (monday + timedelta(days=number) for number in range(7))
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
        monday,
        7,
    )
    assert figures.days == Ratio(with_taken, with_any)
    held = dict(
        rows(
            connection,
            "SELECT side, sum(held_seconds) FROM step JOIN closed ON id = break_id GROUP BY side",
            monday,
            7,
        )
    )
    for side in ("left", "right", "both"):
        assert getattr(figures.held, side) == pytest.approx(held.get(side, 0))
    ((planned,),) = rows(
        connection,
        "SELECT total(planned_seconds) FROM step JOIN closed ON id = break_id",
        monday,
        7,
    )
    assert figures.hold_completion.whole == figures.planned_seconds == planned
    assert figures.hold_completion.part == pytest.approx(sum(held.values()))
    ((snoozes,),) = rows(
        connection, "SELECT count(*) FROM snooze JOIN closed ON id = break_id", monday, 7
    )
    assert figures.snooze_count == snoozes

    cells = rows(
        connection,
        "SELECT strftime('%w', local) AS weekday, CAST(strftime('%H', local) AS INTEGER) AS hour,"
        " count(*), sum(outcome = 'skipped') FROM (SELECT outcome, datetime(ifnull("
        "(SELECT at / 1000 + at_offset FROM prompt WHERE break_id = id ORDER BY at DESC LIMIT 1),"
        " due_at / 1000 + due_offset), 'unixepoch') AS local FROM closed WHERE origin = 'due'"
        " AND outcome NOT IN ('away', 'held_back')) GROUP BY weekday, hour",
        monday - timedelta(days=21),
        28,
    )
    sunday_last = [((int(day) - 1) % 7, *numbers) for day, *numbers in cells]
    assert list(review.skips) == [SkipCell(*cell) for cell in sorted(sunday_last)]


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
    review = review_week(WEEK, [])
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
    assert review_week(WEEK, breaks).compliance_change == 67 - 50


def test_a_week_after_one_without_compliance_has_no_change() -> None:
    away = a_break(Outcome.AWAY, MONDAY - timedelta(days=7))
    assert review_week(WEEK, [a_break(Outcome.TAKEN), away]).compliance_change is None


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
    assert review_week(WEEK, [late]).days[6].counts.taken == 1
    assert review_week(WEEK.plus(1), [late]).figures.counts.total == 0


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
    assert sum(cell.asked for cell in review_week(WEEK, breaks).skips) == 1

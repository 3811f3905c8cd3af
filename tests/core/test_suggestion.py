"""Suggestions stand on enough of the person's own record, do what they say, and blame nobody."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.declaration import checked, declaration_of
from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord, SnoozeRecord, StepRecord
from deskstretch.core.settings import (
    BreakSettings,
    DeskSettings,
    Settings,
    SnoozeSettings,
    WorkingHours,
)
from deskstretch.core.suggestion import (
    LEAST,
    LOOKED_BACK,
    RESTS,
    Change,
    Suggestion,
    suggest,
    undoing,
)

TODAY = date(2026, 11, 20)
"""A Friday."""
NAMES = {"chair-hamstring": "Chair hamstring stretch"}
GUILT = (
    "fail", "should", "must", "bad", "poor", "lazy", "only", "too ", "never", "ignored", "refused",
    "wrong", "again", "always", "guilt", "excuse", "promise", "!", "cure", "prevent", "heal",
)  # fmt: skip
OFFICE = WorkingHours(*["09:00-18:00"] * 5, *["off"] * 2)
DEFAULTS = Settings()


def prompt(outcome: Outcome, days_ago: int = 0, hour: int = 10, **fields: Any) -> BreakRecord:
    day = TODAY - timedelta(days=days_ago)
    due_at = datetime.combine(day, time(hour, 10), UTC)
    return BreakRecord(str(uuid.uuid4()), day, due_at, 2700.0, outcome=outcome, **fields)


def prompts(skipped: int, taken: int, hour: int = 10) -> list[BreakRecord]:
    """So many of them, over the working days of three weeks."""
    days = [ago for ago in range(21) if (TODAY - timedelta(days=ago)).weekday() < 5]
    outcomes = [Outcome.SKIPPED] * skipped + [Outcome.TAKEN] * taken
    return [prompt(each, days[n % len(days)], hour) for n, each in enumerate(outcomes)]


def snoozed(count: int, minutes: int, outcome: Outcome = Outcome.TAKEN) -> list[BreakRecord]:
    return [
        msgspec.structs.replace(
            each,
            outcome=outcome,
            snoozes=(SnoozeRecord(each.due_at, 300.0),),
            began_at=each.due_at + timedelta(minutes=minutes) if outcome is Outcome.TAKEN else None,
        )
        for each in prompts(0, count)
    ]


def guided(count: int, *, held: float, exercise_id: str = "chair-hamstring") -> list[BreakRecord]:
    step = StepRecord(exercise_id, Side.LEFT, 1, None, 30.0, held_seconds=held)
    return [msgspec.structs.replace(each, steps=(step,)) for each in prompts(0, count)]


def suggested(
    breaks: Sequence[BreakRecord], settings: Settings = DEFAULTS, **rest: Any
) -> Suggestion | None:
    return suggest(breaks, settings, TODAY, stretch_names=NAMES, **rest)


def changed(settings: Settings, changes: Sequence[Change]) -> Settings:
    """The settings after these changes, each as the settings file would take it."""
    table = msgspec.to_builtins(settings)
    for each in changes:
        declaration = declaration_of(each.key)
        assert declaration is not None
        table[declaration.group][declaration.name] = checked(declaration, each.value)
    return msgspec.convert(table, Settings)


def test_an_hour_that_is_mostly_skipped_can_be_kept_free() -> None:
    found = suggested([*prompts(11, 4, hour=14), *prompts(1, 20)], Settings(working_hours=OFFICE))
    assert found is not None
    assert found.evidence == "11 of 15 prompts between 14:00 and 15:00 skipped in 3 weeks."
    assert found.button == "Keep 14\N{EN DASH}15 free"
    assert found.changes == tuple(
        Change(f"working_hours.{day}", "09:00-14:00, 15:00-18:00")
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    )


def test_only_the_days_on_which_the_hour_is_skipped_are_kept_free_and_named() -> None:
    mondays, tuesdays = (11, 4, 18), (10, 3, 17)
    breaks = [
        *[prompt(Outcome.SKIPPED, ago, 14) for ago in mondays * 4],
        *[prompt(Outcome.TAKEN, ago, 14) for ago in tuesdays * 4],
        *prompts(0, 20),
    ]
    found = suggested(breaks)
    assert found is not None
    assert found.evidence == "12 of 12 prompts between 14:00 and 15:00 on Mon skipped in 3 weeks."
    assert found.changes == (Change("working_hours.monday", "00:00-14:00, 15:00-24:00"),)


def test_an_hour_that_is_like_all_others_is_not_kept_free() -> None:
    found = suggested([*prompts(11, 4, hour=14), *prompts(11, 4)])
    assert found is not None
    assert found.id == "interval"


def test_an_hour_that_is_free_already_is_not_suggested() -> None:
    breaks = [*prompts(11, 4, hour=14), *prompts(1, 20)]
    first = suggested(breaks)
    assert first is not None
    assert suggested(breaks, changed(Settings(), first.changes)) is None


def test_a_longer_interval_where_most_prompts_are_skipped_or_missed() -> None:
    breaks = [*prompts(5, 3), *prompts(4, 3, hour=11), *[prompt(Outcome.MISSED, 2, 12)] * 3]
    found = suggested(breaks)
    assert found is not None
    assert found.evidence == "12 of 18 prompts skipped or missed in 3 weeks."
    assert found.changes == (Change("breaks.interval_minutes", 60),)


def test_an_interval_that_is_long_already_stays() -> None:
    settings = Settings(breaks=BreakSettings(interval_minutes=90))
    assert suggested([*prompts(20, 2), *prompts(20, 2, hour=15)], settings) is None


def test_another_snooze_where_most_are_snoozed_and_taken_about_then() -> None:
    found = suggested([*snoozed(13, 11), *prompts(0, 5, hour=11)])
    assert found is not None
    assert found.evidence == (
        "13 of 18 prompts snoozed in 3 weeks; 13 of those led to a stretch,"
        " mostly about 10 minutes later."
    )
    assert found.changes == (Change("snooze.minutes", 10),)


@pytest.mark.parametrize(
    "breaks",
    [
        [*snoozed(5, 11), *prompts(0, 10, hour=11)],
        [*snoozed(4, 11), *snoozed(8, 11, Outcome.AWAY)],
        snoozed(13, 5),
    ],
    ids=["few are snoozed", "few were asked", "the snooze fits"],
)
def test_the_snooze_stays_where_nothing_speaks_against_it(breaks: list[BreakRecord]) -> None:
    assert suggested(breaks) is None


def test_a_stretch_that_is_mostly_ended_early_can_be_left_out() -> None:
    settings = Settings(desk=DeskSettings(left_out=("other",)))
    found = suggested([*guided(8, held=4), *guided(4, held=30)], settings)
    assert found is not None
    assert found.evidence == (
        "Chair hamstring stretch: ended early or skipped 8 of 12 times in 3 weeks."
    )
    assert found.changes == (Change("desk.left_out", ("other", "chair-hamstring")),)
    assert suggested(guided(12, held=4), changed(settings, found.changes)) is None


def test_a_stretch_that_is_no_longer_in_the_catalogue_is_not_mentioned() -> None:
    assert suggested(guided(12, held=4, exercise_id="gone")) is None


def test_what_was_put_off_lets_the_next_one_speak() -> None:
    breaks = [*prompts(14, 0, hour=14), *prompts(4, 8)]
    first = suggested(breaks)
    assert first is not None
    second = suggested(breaks, resting={first.id})
    assert second is not None
    assert (first.id, second.id) == ("keep-free 14", "interval")
    assert suggested(breaks, resting={first.id, second.id}) is None


def test_what_an_office_has_locked_is_not_suggested() -> None:
    breaks = [*prompts(20, 2), *prompts(20, 2, hour=15)]
    first = suggested(breaks)
    assert first is not None
    other = suggested(breaks, locked={change.key for change in first.changes})
    assert other is None or not {change.key for change in other.changes} & {
        change.key for change in first.changes
    }
    assert suggested(snoozed(13, 11), locked={"snooze.minutes"}) is None


def test_a_rest_outlasts_the_record_that_spoke_for_the_change() -> None:
    assert RESTS > LOOKED_BACK
    old = [prompt(Outcome.SKIPPED, LOOKED_BACK.days + n % 5) for n in range(30)]
    assert suggested(old) is None


@given(
    st.lists(
        st.tuples(st.sampled_from(Outcome), st.integers(0, 25), st.integers(0, 23), st.booleans()),
        max_size=LEAST - 1,
    )
)
def test_fewer_than_ten_prompts_never_make_a_suggestion(
    some: list[tuple[Outcome, int, int, bool]],
) -> None:
    few = [
        prompt(outcome, ago, hour, snoozes=(SnoozeRecord(datetime.now(UTC), 300.0),) * is_snoozed)
        for outcome, ago, hour, is_snoozed in some
    ]
    own = [prompt(Outcome.SKIPPED, n % 20, origin=Origin.OWN) for n in range(30)]
    away = [prompt(Outcome.AWAY, n % 20) for n in range(30)]
    assert suggested([*few, *own, *away]) is None


ALL = (
    [*prompts(11, 4, hour=14), *prompts(1, 20)],
    [*prompts(9, 6)],
    [*snoozed(13, 11)],
    [*guided(12, held=4)],
)


@pytest.mark.parametrize("breaks", ALL)
def test_one_click_applies_it_and_one_undoes_it(breaks: list[BreakRecord]) -> None:
    before = Settings(working_hours=OFFICE, snooze=SnoozeSettings(minutes=5))
    found = suggested(breaks, before)
    assert found is not None
    after = changed(before, found.changes)
    assert after != before
    assert changed(after, undoing(found, before)) == before


@pytest.mark.parametrize("breaks", ALL)
def test_its_words_are_neutral_and_its_evidence_is_counted(breaks: list[BreakRecord]) -> None:
    found = suggested(breaks)
    assert found is not None
    said = " ".join([found.evidence, found.question, found.button, found.done]).lower()
    assert [word for word in GUILT if word in said] == []
    assert re.search(r"\d+ of \d+ .*in 3 weeks", found.evidence)
    assert found.question.endswith("?")

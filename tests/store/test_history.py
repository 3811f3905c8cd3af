"""What happens is kept at once, whole, and read back as it was."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import (
    BreakRecord,
    HoldBackRecord,
    PromptKind,
    PromptRecord,
    SnoozeRecord,
    StepRecord,
)
from deskstretch.store.history import History
from deskstretch.store.reading import Kept, first_day, read_days

ZURICH_WINTER = timezone(timedelta(hours=1))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=ZURICH_WINTER)
LEFT = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0, ("hamstrings", "lower back"))
RIGHT = StepRecord("chair-hamstring", Side.RIGHT, 1, None, 15.0, ("hamstrings", "lower back"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture
def history(file: Path) -> Iterator[History]:
    history = History.open(file)
    yield history
    history.close()


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def all_kept(file: Path) -> Kept:
    return read_days(file, date.min, date.max)


def only_break(file: Path) -> BreakRecord:
    (kept,) = all_kept(file).breaks
    return kept


def test_a_whole_story_is_read_back_as_it_was_told(file: Path, history: History) -> None:
    story = history.open_break(MONDAY, 2700)
    history.begin_hold_back(story, MONDAY, ("microphone",))
    history.begin_hold_back(story, MONDAY + minutes(1), ("microphone", "full screen"))
    history.end_hold_back(story, MONDAY + minutes(2))
    history.keep_prompt(story, MONDAY + minutes(3))
    history.keep_snooze(story, MONDAY + minutes(4), 300)
    history.keep_prompt(story, MONDAY + minutes(9), PromptKind.PILL)
    history.begin_steps(story, MONDAY + minutes(10), "desk-1min-a", [LEFT, RIGHT])
    history.keep_held(story, 0, 1)
    history.keep_held(story, 0, 15)
    history.keep_held(story, 1, 4.25)
    history.keep_hurt(story, 1)
    history.close_break(story, Outcome.PARTLY, MONDAY + minutes(11))

    kept = only_break(file)
    assert kept == BreakRecord(
        id=story,
        day=date(2026, 11, 16),
        due_at=MONDAY,
        sitting_seconds=2700,
        origin=Origin.DUE,
        outcome=Outcome.PARTLY,
        closed_at=MONDAY + minutes(11),
        routine_id="desk-1min-a",
        began_at=MONDAY + minutes(10),
        prompts=(
            PromptRecord(MONDAY + minutes(3), PromptKind.PROMPT),
            PromptRecord(MONDAY + minutes(9), PromptKind.PILL),
        ),
        snoozes=(SnoozeRecord(MONDAY + minutes(4), 300),),
        hold_backs=(
            HoldBackRecord(MONDAY, MONDAY + minutes(1), ("microphone",)),
            HoldBackRecord(MONDAY + minutes(1), MONDAY + minutes(2), ("microphone", "full screen")),
        ),
        steps=(
            StepRecord("chair-hamstring", Side.LEFT, 1, None, 15, LEFT.areas, 15),
            StepRecord("chair-hamstring", Side.RIGHT, 1, None, 15, LEFT.areas, 4.25, hurt=True),
        ),
    )
    assert kept.due_at.utcoffset() == timedelta(hours=1)
    assert history.trouble is None


def test_what_is_told_can_be_read_before_the_break_is_over(file: Path, history: History) -> None:
    story = history.open_break(MONDAY, 2700, Origin.OWN)
    assert only_break(file).outcome is None
    history.begin_steps(story, MONDAY, None, [LEFT])
    history.keep_held(story, 0, 3)
    assert only_break(file).steps[0].held_seconds == 3


def test_the_first_outcome_stays(file: Path, history: History) -> None:
    story = history.open_break(MONDAY, 2700)
    history.close_break(story, Outcome.SKIPPED, MONDAY)
    history.close_break(story, Outcome.MISSED, MONDAY + minutes(10))
    assert only_break(file).outcome is Outcome.SKIPPED
    assert only_break(file).closed_at == MONDAY


def test_the_end_of_a_break_ends_its_hold_back(file: Path, history: History) -> None:
    story = history.open_break(MONDAY, 2700)
    history.begin_hold_back(story, MONDAY, ("paused",))
    history.close_break(story, Outcome.HELD_BACK, MONDAY + minutes(30))
    assert only_break(file).hold_backs[0].ended_at == MONDAY + minutes(30)


def test_a_break_belongs_to_the_local_day_on_which_it_became_due(
    file: Path, history: History
) -> None:
    tokyo = timezone(timedelta(hours=9))
    early = datetime(2026, 11, 17, 0, 30, tzinfo=tokyo)  # still the 16th in UTC
    story = history.open_break(early, 2700)
    history.close_break(story, Outcome.TAKEN, early + timedelta(days=1))
    assert only_break(file).day == date(2026, 11, 17)
    assert read_days(file, date(2026, 11, 16), date(2026, 11, 16)).breaks == ()
    assert first_day(file) == date(2026, 11, 17)


def test_a_natural_break_is_kept_with_its_start_and_end(file: Path, history: History) -> None:
    history.keep_natural_break(MONDAY, MONDAY + minutes(40), 1200)
    (kept,) = all_kept(file).natural_breaks
    assert (kept.started_at, kept.ended_at) == (MONDAY, MONDAY + minutes(40))
    assert kept.sitting_seconds == 1200
    assert kept.day == date(2026, 11, 16)


def test_a_time_without_its_offset_is_refused(history: History) -> None:
    with pytest.raises(ValueError, match="offset"):
        history.open_break(MONDAY.replace(tzinfo=None), 2700)


def test_history_and_its_folder_are_for_this_person_alone(file: Path, history: History) -> None:
    history.open_break(MONDAY, 2700)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    for each in file.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each


def test_a_row_that_can_never_be_written_does_not_hold_up_the_others(
    file: Path, history: History
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        history.keep_prompt("no such break", MONDAY)
    story = history.open_break(MONDAY, 2700)
    assert only_break(file).id == story
    assert history.unwritten_count == 0


def test_each_break_has_a_random_uuid(history: History) -> None:
    ids = {history.open_break(MONDAY, 2700) for _ in range(50)}
    assert len(ids) == 50
    for id_ in ids:
        assert str(uuid.UUID(id_)) == id_
        assert (uuid.UUID(id_).version, uuid.UUID(id_).variant) == (4, uuid.RFC_4122)


class TestAfterAnEarlierRunWasKilled:
    def outcome_after_restart(self, file: Path, history: History) -> Outcome | None:
        history.close()
        History.open(file).close()
        kept = only_break(file)
        assert kept.closed_at is None  # nobody saw when it ended
        return kept.outcome

    def test_a_guided_break_gets_the_outcome_it_came_to(self, file: Path, history: History) -> None:
        story = history.open_break(MONDAY, 2700)
        history.keep_prompt(story, MONDAY)
        history.begin_steps(story, MONDAY, None, [LEFT, RIGHT])
        history.keep_held(story, 0, 15)
        assert self.outcome_after_restart(file, history) is Outcome.PARTLY

    def test_one_held_nearly_to_its_end_is_taken(self, file: Path, history: History) -> None:
        story = history.open_break(MONDAY, 2700)
        history.begin_steps(story, MONDAY, None, [LEFT, RIGHT])
        history.keep_held(story, 0, 15)
        history.keep_held(story, 1, 9)
        assert self.outcome_after_restart(file, history) is Outcome.TAKEN

    def test_one_hardly_begun_is_skipped(self, file: Path, history: History) -> None:
        story = history.open_break(MONDAY, 2700)
        history.begin_steps(story, MONDAY, None, [LEFT, RIGHT])
        history.keep_held(story, 0, 5)
        assert self.outcome_after_restart(file, history) is Outcome.SKIPPED

    def test_one_that_was_asked_is_away(self, file: Path, history: History) -> None:
        story = history.open_break(MONDAY, 2700)
        history.keep_prompt(story, MONDAY)
        assert self.outcome_after_restart(file, history) is Outcome.AWAY

    def test_one_that_was_never_asked_is_held_back(self, file: Path, history: History) -> None:
        history.open_break(MONDAY, 2700)
        assert self.outcome_after_restart(file, history) is Outcome.HELD_BACK

    def test_an_own_break_that_never_began_is_skipped(self, file: Path, history: History) -> None:
        history.open_break(MONDAY, 60, Origin.OWN)
        assert self.outcome_after_restart(file, history) is Outcome.SKIPPED

    def test_a_closed_break_is_left_alone(self, file: Path, history: History) -> None:
        story = history.open_break(MONDAY, 2700)
        history.close_break(story, Outcome.MISSED, MONDAY)
        history.close()
        History.open(file).close()
        assert only_break(file).outcome is Outcome.MISSED
        assert only_break(file).closed_at == MONDAY


KILLED_IN_MID_HOLD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from deskstretch.core.exercise import Side
from deskstretch.core.record import StepRecord
from deskstretch.store.history import History

history = History.open(Path(sys.argv[1]))
story = history.open_break(datetime.now(UTC), 2700)
history.begin_steps(story, datetime.now(UTC), None, [StepRecord("x", Side.BOTH, 1, None, 100.0)])
for second in range(1, 100):
    history.keep_held(story, 0, second)
    print(second, flush=True)
    time.sleep(0.01)
"""


def test_kill_9_in_mid_hold_loses_no_second_that_was_told(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED_IN_MID_HOLD, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as victim:
        assert victim.stdout is not None
        for line in victim.stdout:
            if int(line) == 30:
                break
        victim.send_signal(signal.SIGKILL)
        told = max([30, *(int(line) for line in victim.stdout if line.strip())])

    history = History.open(file)
    history.close()
    kept = only_break(file)
    assert told <= kept.steps[0].held_seconds <= told + 1
    assert kept.outcome is Outcome.PARTLY
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


offsets = st.integers(-14 * 60, 14 * 60).map(lambda east: timezone(timedelta(minutes=east)))
times = st.builds(
    lambda milliseconds, zone: (EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone),
    st.integers(0, 130 * 365 * 86_400_000),
    offsets,
)
seconds = st.floats(0, 1e6, allow_nan=False)
names = st.text(st.characters(codec="utf-8"), max_size=12)
steps = st.builds(
    StepRecord,
    exercise_id=names,
    side=st.sampled_from(Side),
    repetition=st.integers(1, 50),
    phase=st.none() | st.integers(0, 9),
    planned_seconds=seconds,
    areas=st.lists(names, max_size=3).map(tuple),
    held_seconds=seconds,
)
stories = st.builds(
    BreakRecord,
    id=st.just(""),
    day=st.just(date.min),
    due_at=times,
    sitting_seconds=seconds,
    origin=st.sampled_from(Origin),
    outcome=st.sampled_from(Outcome),
    closed_at=times,
    routine_id=st.none() | names,
    began_at=times,
    prompts=st.lists(st.builds(PromptRecord, times, st.sampled_from(PromptKind))).map(tuple),
    snoozes=st.lists(st.builds(SnoozeRecord, times, seconds)).map(tuple),
    steps=st.lists(steps, max_size=4).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(told=st.lists(stories, max_size=4))
def test_any_story_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, told: list[BreakRecord]
) -> None:
    file = tmp_path_factory.mktemp("any") / "history.sqlite3"
    history = History.open(file)
    expected = {}
    for story in told:
        assert story.closed_at is not None
        assert story.began_at is not None
        assert story.outcome is not None
        break_id = history.open_break(story.due_at, story.sitting_seconds, story.origin)
        for prompt in story.prompts:
            history.keep_prompt(break_id, prompt.at, prompt.kind)
        for snooze in story.snoozes:
            history.keep_snooze(break_id, snooze.at, snooze.delay_seconds)
        history.begin_steps(break_id, story.began_at, story.routine_id, story.steps)
        history.close_break(break_id, story.outcome, story.closed_at)
        expected[break_id] = (story, story.due_at.date(), story.due_at.utcoffset())
    history.close()

    kept = {story.id: story for story in all_kept(file).breaks}
    assert kept.keys() == expected.keys()
    for break_id, (story, day, offset) in expected.items():
        got = kept[break_id]
        assert (got.day, got.due_at.utcoffset()) == (day, offset)
        for part in BreakRecord.__struct_fields__:
            if part not in ("id", "day"):
                assert getattr(got, part) == getattr(story, part), part

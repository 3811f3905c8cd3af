"""A year in the office, lived through in seconds."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import islice, pairwise

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import effects as f
from deskstretch.core.planner import events as e
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.status import status_of
from deskstretch.core.planner.wants import wants
from deskstretch.core.working_hours import week_hours
from office_shell import Habits, Line, Shell
from office_year import WORKING_HOURS, Doing, office_year
from tests.core.planner.witness import Witness

RULES = Rules(working_hours=week_hours(WORKING_HOURS))
SEED = 20260302
MONTH = 8_000
"""Spells, about."""


def is_working_time(at: datetime) -> bool:
    """What `WORKING_HOURS` say, said once more."""
    match at.weekday():
        case 5:
            return at.hour >= 22
        case 6:
            return at.hour < 6
        case _:
            return (at.hour, at.minute) >= (7, 30) and at.hour < 19


class Year:
    """A year's story, with a witness at every step."""

    def __init__(self, lost: float = 0.0, spells: int | None = None, seed: int = SEED) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.opened_count = 0
        self._witness: Witness | None = None
        self._has_quit = False
        shell = Shell(RULES, Habits(), seed, lost, self._listen)
        self.story = shell.live(islice(office_year(seed), spells))
        self._dismiss_witness()

    def _listen(self, shell: Shell, event: e.Event, effects: tuple[f.Effect, ...]) -> None:
        if self._witness is None:
            self._witness, self._has_quit = Witness(shell.now), False
        witness = self._witness
        witness.hear(event, shell.now, RULES, is_working_time, effects)
        witness.read(wants(shell.state, RULES), status_of(shell.state, shell.now, RULES))
        self._has_quit |= isinstance(event, e.QuitRequested)
        if self._has_quit and not witness.is_open:
            self._dismiss_witness()

    def _dismiss_witness(self) -> None:
        if self._witness is not None:
            self.outcomes += self._witness.outcomes
            self.opened_count += self._witness.opened_count
            self._witness = None

    def lines(self, kind: type[f.Effect]) -> list[Line]:
        """The lines in which such an order was given."""
        return [line for line in self.story if any(isinstance(x, kind) for x in line.effects)]


@pytest.fixture(scope="module")
def year() -> Year:
    return Year()


@pytest.fixture(scope="module")
def forgetful_year() -> Year:
    """One report in ten on idleness, lock and sleep is lost."""
    return Year(lost=0.1)


def test_every_break_of_a_year_ends_in_one_outcome(year: Year) -> None:
    assert year.opened_count - year.outcomes.total() in {0, 1}  # the last day has no end
    assert year.opened_count == len(year.lines(f.OpenBreak))
    assert year.opened_count > 800
    assert set(year.outcomes) == set(Outcome)


def test_a_year_holds_with_forgetful_sources_too(forgetful_year: Year) -> None:
    assert forgetful_year.opened_count - forgetful_year.outcomes.total() in {0, 1}
    assert forgetful_year.opened_count > 800


def test_nobody_is_asked_in_a_meeting_or_outside_working_hours_or_while_away(year: Year) -> None:
    for line in year.lines(f.KeepPrompt):
        assert not line.spell.in_meeting, line
        assert is_working_time(line.at.wall), line
        assert line.spell.doing in {Doing.TYPING, Doing.STILL, Doing.GONE}, line
        if line.spell.doing is Doing.GONE:  # nobody can know in the first minute
            seconds_gone = line.at.wall.timestamp() - line.spell.starts_at.timestamp()
            assert seconds_gone < RULES.idle_seconds


def test_typing_is_only_interrupted_on_return_or_when_the_tolerance_is_over(year: Year) -> None:
    asked_in_lull = 0
    for line in year.lines(f.KeepPrompt):
        match line.event:
            case e.LullReached():
                asked_in_lull += 1
                assert line.spell.doing is not Doing.TYPING
            case e.InputResumed() | e.Unlocked() | e.Resumed():
                assert line.at.wall.timestamp() == line.spell.starts_at.timestamp()
    assert asked_in_lull > len(year.lines(f.KeepPrompt)) / 2


def test_due_breaks_are_an_interval_apart(year: Year) -> None:
    orders = [effect for line in year.story for effect in line.effects]
    due = [x.due_at for x in orders if isinstance(x, f.OpenBreak) and x.origin is f.Origin.DUE]
    for earlier, later in pairwise(due):
        assert later.seconds_since(earlier) >= RULES.interval_seconds - 1


def test_a_hold_back_is_followed_by_one_prompt_and_no_more(year: Year) -> None:
    prompts: int | None = None
    asked_after_hold_back = 0
    for effect in (effect for line in year.story for effect in line.effects):
        match effect:
            case f.EndHoldBack():
                prompts = 0
            case f.KeepPrompt() if prompts is not None:
                prompts += 1
                asked_after_hold_back += 1
                assert prompts == 1
            case f.KeepSnooze() | f.CloseBreak() | f.HoldBack() | f.HidePrompt():
                prompts = None
    assert asked_after_hold_back > 50


def test_after_a_long_sleep_nobody_is_asked_before_an_interval_of_work(year: Year) -> None:
    """The night, a lid shut for half an hour: what was due before it is not caught up on."""
    prompts = [line.at.monotonic_seconds for line in year.lines(f.KeepPrompt)]
    woken = [
        line.at.monotonic_seconds
        for line in year.story
        if line.event == e.Resumed()
        and any(isinstance(x, f.KeepNaturalBreak) for x in line.effects)
    ]
    assert len(woken) > 100
    for at in woken:
        assert not any(at <= prompt < at + RULES.interval_seconds for prompt in prompts)


def test_nobody_is_said_to_have_sat_longer_than_a_day_in_the_office(year: Year) -> None:
    for line in year.lines(f.OpenBreak):
        for effect in line.effects:
            if isinstance(effect, f.OpenBreak) and effect.origin is f.Origin.DUE:
                assert RULES.interval_seconds <= effect.sitting_seconds < 10 * 3600


def test_a_year_has_both_changes_of_summer_time_in_working_hours(year: Year) -> None:
    days = {line.at.wall.astimezone(UTC).date().isoformat() for line in year.lines(f.KeepPrompt)}
    assert {"2026-03-29", "2026-10-25"} <= days


def test_the_same_seed_tells_the_same_story_and_another_one_does_not() -> None:
    story = Year(spells=MONTH).story
    assert Year(spells=MONTH).story == story
    assert Year(spells=MONTH, seed=SEED + 1).story != story

"""How good the moments are at which it asks, beside a plain interval timer, over an office year.

Both ask the same person, who takes every break that they can. The plain timer rings each interval
while the machine is awake; it knows nothing of typing, calls and absence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from typing import Literal

import msgspec

from deskstretch.core.planner.effects import HoldBack, OpenBreak, ShowPrompt
from deskstretch.core.planner.rules import Rules
from measuring.row import Row
from office_shell import GUIDE_SECONDS, Habits, Shell
from office_year import AT_DESK, MINUTE, Doing, Spell, office_year

SEED = 1
RULES = Rules()
ALWAYS_TAKES = Habits(take=1.0, snooze=0.0, skip=0.0, open_pill=0.0, own_break=0.0, pause=0.0)
COMING_BACK_SECONDS = MINUTE
Kind = Literal["typing", "rash", "call", "back", "lost"]


class Asked(msgspec.Struct, frozen=True):
    """One prompt, in seconds since the year began."""

    at: float
    waited_seconds: float
    """Since the break became due."""
    was_held_back: bool = False


class Truth:
    """The year as it really was."""

    def __init__(self, spells: Sequence[Spell]) -> None:
        self.spells = spells
        self.starts = [0.0, *accumulate(spell.seconds for spell in spells)]

    def spell_at(self, at: float) -> Spell:
        return self.spells[self._index(at)]

    def seconds_since_return(self, at: float) -> float:
        """Since the person came back to the desk; 0 while they are away."""
        index = self._index(at)
        while index >= 0 and self.spells[index].doing in AT_DESK:
            index -= 1
        return at - self.starts[index + 1]

    def sitting_between(self, since: float, until: float) -> float:
        """Seconds of sitting time: input within the last minute."""
        total, quiet = 0.0, 0.0
        for index in range(self._index(since), self._index(until) + 1):
            spell = self.spells[index]
            begins = max(since, self.starts[index])
            seconds = min(until, self.starts[index] + spell.seconds) - begins
            if spell.doing is Doing.TYPING:
                total, quiet = total + seconds, 0.0
            elif spell.doing is Doing.STILL:
                total += max(0.0, min(seconds, RULES.idle_seconds - quiet))
                quiet += seconds
            else:
                quiet += seconds
        return total

    def rests(self) -> Iterator[float]:
        """When each absence of five minutes or more ended."""
        away = 0.0
        for start, spell in zip(self.starts, self.spells, strict=False):
            if spell.doing in AT_DESK:
                if away >= RULES.natural_break_seconds:
                    yield start
                away = 0.0
            else:
                away += spell.seconds

    def _index(self, at: float) -> int:
        return min(bisect_right(self.starts, at), len(self.spells)) - 1


def measure_moments() -> list[Row]:
    """Counts, not timings: the same each time."""
    truth = Truth(list(office_year(SEED)))
    ours, plain = _ask_by_planner(truth), list(_ask_by_interval(truth))
    note = f"{len(ours)} prompts, by the plain timer {len(plain)}"

    def row(what: str, our: float, their: float, reach: float | None = None, unit: str = "") -> Row:
        return Row(
            group="moments",
            what=what,
            unit=unit,
            ours=[our],
            peers={"plain timer": [their]},
            reach=reach,
            note=note,
        )

    def counted(kind: Kind, what: str, reach: float | None = None) -> Row:
        ours_count, plain_count = (
            sum(_is(kind, truth, one) for one in asked) for asked in (ours, plain)
        )
        return row(what, ours_count, plain_count, reach)

    waited = [
        truth.sitting_between(one.at - one.waited_seconds, one.at)
        for one in ours
        if not one.was_held_back
    ]
    late = _percentile(waited, 95) / MINUTE
    plain_late = _percentile(list(_over_the_interval(truth, plain)), 95) / MINUTE
    return [
        counted("typing", "prompts in mid-typing"),
        counted("rash", "prompts in mid-typing before the tolerance ended", reach=0),
        counted("call", "prompts in calls and films", reach=0),
        counted("back", "prompts within a minute of coming back"),
        counted("lost", "prompts to nobody"),
        row("sitting over the interval, 95th percentile", late, plain_late, 3.0, "min"),
    ]


def _ask_by_planner(truth: Truth) -> list[Asked]:
    """The first prompt of each break."""
    story = Shell(RULES, ALWAYS_TAKES, SEED).live(truth.spells)
    asked = []
    due_at, held_back, is_first = 0.0, False, False
    for line in story:
        at = line.at.monotonic_seconds
        for effect in line.effects:
            match effect:
                case OpenBreak():
                    due_at, held_back, is_first = at, False, True
                case HoldBack():
                    held_back = True
                case ShowPrompt() if is_first:
                    asked.append(Asked(at, at - due_at, held_back))
                    is_first = False
    return asked


def _ask_by_interval(truth: Truth) -> Iterator[Asked]:
    for number in count(1):
        at = number * RULES.interval_seconds
        if at >= truth.starts[-1]:
            return
        if truth.spell_at(at).doing not in (Doing.ASLEEP, Doing.OFF):
            yield Asked(at, 0.0)


def _is(kind: Kind, truth: Truth, asked: Asked) -> bool:
    spell = truth.spell_at(asked.at)
    at_desk = spell.doing in AT_DESK
    match kind:
        case "typing":
            return spell.doing is Doing.TYPING and not spell.in_meeting
        case "rash":
            came_back = truth.seconds_since_return(asked.at) < COMING_BACK_SECONDS
            early = asked.waited_seconds < RULES.tolerance_seconds - 1
            typing = spell.doing is Doing.TYPING and not spell.in_meeting
            return typing and early and not came_back
        case "call":
            return at_desk and spell.in_meeting
        case "back":
            return at_desk and truth.seconds_since_return(asked.at) < COMING_BACK_SECONDS
        case "lost":
            return not at_desk


def _can_answer(truth: Truth, asked: Asked) -> bool:
    spell = truth.spell_at(asked.at)
    return spell.doing in AT_DESK and not spell.in_meeting


def _over_the_interval(truth: Truth, asked: Sequence[Asked]) -> Iterator[float]:
    """Sitting time above the interval at each prompt that could be answered, and then was."""
    answered = [one for one in asked if _can_answer(truth, one)]
    fresh = sorted([0.0, *truth.rests(), *(one.at + GUIDE_SECONDS for one in answered)])
    for one in answered:
        since = fresh[bisect_right(fresh, one.at) - 1]
        sitting = truth.sitting_between(since, one.at)
        yield max(0.0, sitting - RULES.interval_seconds)


def _percentile(values: Sequence[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0.0

"""The shell round the planner in an office year: it tells what a machine can know, and obeys.

It wakes when the planner asked to be woken, looks for lulls and disturbances only when they are
wanted, and lets a person with habits answer the prompts. Its sources may be forgetful.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from random import Random

import msgspec

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import effects as f
from deskstretch.core.planner import events as e
from deskstretch.core.planner.planner import begin, step
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.wants import Wants, wants
from office_year import AT_DESK, HOUR, MINUTE, Doing, Spell

GUIDE_SECONDS = 65.0
SCREEN_IS_OUT_OF_REACH = frozenset({Doing.ASLEEP, Doing.OFF})


class Habits(msgspec.Struct, frozen=True):
    """Shares of prompts answered so, and chances in each spell at the desk; the rest is ignored."""

    take: float = 0.45
    snooze: float = 0.2
    skip: float = 0.15
    open_pill: float = 0.05
    own_break: float = 0.0005
    pause: float = 0.0005


class Line(msgspec.Struct, frozen=True):
    """One step of the planner with what it ordered, beside what was really going on."""

    at: Moment
    spell: Spell
    event: e.Event
    effects: tuple[f.Effect, ...]


class Shell:
    """Lives through spells, one after the other."""

    def __init__(
        self,
        rules: Rules,
        habits: Habits,
        seed: int,
        lost: float = 0.0,
        listen: Callable[[Shell, e.Event, tuple[f.Effect, ...]], None] | None = None,
    ) -> None:
        """`lost` is the share of reports on the person's presence that never arrive."""
        self.rules = rules
        self.story: list[Line] = []
        """The steps that ordered something."""
        self.now = Moment(datetime(1970, 1, 1, tzinfo=UTC), 0.0)
        self.state = begin(self.now, rules)
        self._habits = habits
        self._chance = Random(seed)
        self._lost = lost
        self._listen = listen
        self._spell: Spell | None = None
        self._answer: tuple[float, e.Event] | None = None
        self._is_guided = self._guide_must_end = self._is_visible = False
        self._quiet_since: float | None = None
        self._idle_is_told = self._lull_is_told = False
        self._disturbance: tuple[str, ...] = ()

    def live(self, spells: Iterable[Spell]) -> list[Line]:
        """The story of these spells."""
        for spell in spells:
            self._enter(spell)
            until = self.now.monotonic_seconds + spell.seconds
            while self._do_next(until):
                pass
            self._let_time_pass(until)
        return self.story

    @property
    def _wants(self) -> Wants:
        return wants(self.state, self.rules)

    # From spell to spell.

    def _enter(self, spell: Spell) -> None:
        left = self._spell.doing if self._spell else Doing.OFF
        self._spell = spell
        self.now = Moment(spell.starts_at, self.now.monotonic_seconds)
        match left:
            case Doing.OFF:
                self._start()
            case Doing.ASLEEP:
                self._report(e.Resumed())
                self._touch()
            case Doing.LOCKED if spell.doing is not Doing.OFF:
                self._report(e.Unlocked())
                self._touch()
        self._look_round()
        match spell.doing:
            case Doing.TYPING:
                self._touch()
            case Doing.LOCKED:
                self._report(e.Locked())
            case Doing.ASLEEP:
                self._report(e.Suspended())
            case Doing.OFF:
                self._quit()
        if spell.doing is not Doing.TYPING and self._quiet_since is None:
            self._quiet_since = self.now.monotonic_seconds
        if spell.doing in AT_DESK and not spell.in_meeting:
            self._have_an_idea()

    def _start(self) -> None:
        self.state = begin(self.now, self.rules)
        self._quiet_since = None
        self._idle_is_told = self._lull_is_told = False
        self._disturbance = ()
        self._tell(e.TimePassed())

    def _quit(self) -> None:
        self._tell(e.QuitRequested(session_ends=True))
        if self._is_guided:
            self._tell(e.GuideFinished(Outcome.PARTLY))
        self._answer = None

    def _have_an_idea(self) -> None:
        if self._chance.random() < self._habits.own_break:
            self._tell(e.BreakRequested())
        elif self._chance.random() < self._habits.pause:
            self._tell(e.PauseChosen(self._chance.choice([30 * MINUTE, HOUR, 3 * HOUR])))

    # Within a spell.

    def _do_next(self, until: float) -> bool:
        """Do what comes next before `until`, if anything does."""
        assert self._spell is not None
        if self._spell.doing in SCREEN_IS_OUT_OF_REACH:
            return False
        quiet_since = math.inf if self._quiet_since is None else self._quiet_since
        wanted = self._wants
        wake_at = wanted.wake_at.monotonic_seconds if wanted.wake_at else math.inf
        looks_for_lull = wanted.lull and not self._lull_is_told
        lull_at = quiet_since + self.rules.lull_seconds if looks_for_lull else math.inf
        idle_at = math.inf if self._idle_is_told else quiet_since + self.rules.idle_seconds
        answer_at = self._answer[0] if self._answer and self._can_answer else math.inf
        at = max(min(wake_at, lull_at, idle_at, answer_at), self.now.monotonic_seconds)
        if at >= until:
            return False
        self._let_time_pass(at)
        if at >= answer_at:
            self._give_answer()
        elif at >= idle_at:
            self._idle_is_told = True
            self._report(e.InputStopped(at - quiet_since))
        elif at >= lull_at:
            self._lull_is_told = True
            self._tell(e.LullReached())
        else:
            self._tell(e.TimePassed())
        return True

    @property
    def _can_answer(self) -> bool:
        at_desk = self._spell is not None and self._spell.doing in AT_DESK
        return at_desk or self._guide_must_end

    def _let_time_pass(self, until: float) -> None:
        seconds = until - self.now.monotonic_seconds
        utc = self.now.wall.astimezone(UTC) + timedelta(seconds=seconds)
        wall: datetime = utc.astimezone(self.now.wall.tzinfo)
        self.now = Moment(wall, until)

    def _touch(self) -> None:
        """Keys or mouse; none in a guided stretch, which needs no hands."""
        if self._is_guided:
            return
        self._quiet_since = None
        self._lull_is_told = False
        if self._idle_is_told:
            self._idle_is_told = False
            self._report(e.InputResumed())

    def _give_answer(self) -> None:
        assert self._answer is not None
        answer, self._answer = self._answer[1], None
        match answer:
            case e.GuideFinished() if self._is_guided:
                self._tell(answer)
                if self._spell is not None and self._spell.doing is Doing.TYPING:
                    self._touch()
            case e.StartChosen() | e.SnoozeChosen() | e.SkipChosen() if self._is_visible:
                self._tell(answer)
            case e.PromptOpened() if self._is_visible:
                self._tell(answer)
                self._answer_later(self._chance.uniform(3, 30), e.StartChosen())

    def _answer_later(self, seconds: float, answer: e.Event) -> None:
        self._answer = (self.now.monotonic_seconds + seconds, answer)

    # Telling the planner, and obeying it.

    def _report(self, event: e.Event) -> None:
        if self._chance.random() >= self._lost:
            self._tell(event)

    def _look_round(self) -> None:
        """Tell of a meeting, while anybody wants to know."""
        assert self._spell is not None
        if not self._wants.disturbance:
            self._disturbance = ()
            return
        found = ("meeting",) if self._spell.in_meeting else ()
        if found != self._disturbance:
            self._disturbance = found
            self._tell(e.DisturbanceChanged(found))

    def _tell(self, event: e.Event) -> None:
        assert self._spell is not None
        self.state, effects = step(self.state, event, self.now, self.rules)
        if effects:
            self.story.append(Line(self.now, self._spell, event, effects))
        if self._listen is not None:
            self._listen(self, event, effects)
        if not self._wants.lull:
            self._lull_is_told = False
        for effect in effects:
            self._obey(effect)
        if not isinstance(event, e.DisturbanceChanged):
            self._look_round()

    def _obey(self, effect: f.Effect) -> None:
        match effect:
            case f.ShowPrompt() | f.ShowPill():
                self._is_visible = True
            case f.HidePrompt():
                self._is_visible = False
            case f.KeepPrompt():
                self._decide()
            case f.StartGuide():
                self._is_guided = True
                if self._quiet_since is None:
                    self._quiet_since = self.now.monotonic_seconds
                self._answer_later(GUIDE_SECONDS, e.GuideFinished(self._end_of_guide()))
            case f.EndGuide():
                self._guide_must_end = True
                self._answer_later(0.0, e.GuideFinished(Outcome.SKIPPED))
            case f.CloseBreak():
                self._is_guided = self._guide_must_end = False

    def _decide(self) -> None:
        """How the person will answer, if they are still there then."""
        habits = self._habits
        shares: dict[e.Event, float] = {
            e.StartChosen(): habits.take,
            e.SnoozeChosen(): habits.snooze,
            e.SkipChosen(): habits.skip,
            e.PromptOpened(): habits.open_pill,
        }
        ignored = 1.0 - sum(shares.values())
        answer = self._chance.choices([*shares, None], [*shares.values(), ignored])[0]
        self._answer = None
        if answer is not None:
            is_slow = isinstance(answer, e.PromptOpened)
            delay = self._chance.uniform(70, 400) if is_slow else self._chance.uniform(2, 40)
            self._answer_later(delay, answer)

    def _end_of_guide(self) -> Outcome:
        endings = [Outcome.TAKEN, Outcome.PARTLY, Outcome.SKIPPED]
        return self._chance.choices(endings, [80, 12, 8])[0]

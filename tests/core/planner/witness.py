"""Holds all that the planner orders against what it was told, by the words of the design.

The witness believes every event, keeps its own account of the person and of the open break, and
knows nothing of how the planner decides. Where the two do not agree it raises AssertionError.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import effects as f
from deskstretch.core.planner import events as e
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.status import Status
from deskstretch.core.planner.wants import Wants

GRACE = 0.01
"""Seconds by which sums of floats may differ."""

GONE = {"locked", "suspended"}
CHOICES = (
    e.StartChosen
    | e.SnoozeChosen
    | e.SkipChosen
    | e.BreakRequested
    | e.PromptOpened
    | e.PromptPutAside
    | e.PauseChosen
    | e.PauseUntilChosen
    | e.ResumeChosen
)
BREAKPOINTS = e.LullReached | e.InputResumed | e.Unlocked | e.Resumed

Hours = Callable[[datetime], bool]


def any_hour(_: datetime) -> bool:
    """Hours that never close."""
    return True


class Person:
    """Where the person is, as far as anybody told."""

    def __init__(self, now: float) -> None:
        self.absences: set[str] = set()
        self.absent_since = self.last_sign_of_life = now
        self.rested = False
        self.ended_sitting: float | None = None
        self.owed: list[tuple[float, float, float]] = []
        """Natural breaks to be kept: start, end, sitting time they ended."""

    def leave(self, how: str, since: float, guided: bool) -> None:
        if not self.absences:
            self.absent_since, self.rested, self.ended_sitting = since, False, None
        elif guided and how in GONE and not self.absences & GONE:
            self.absent_since = since  # sitting still in a stretch is not leaving
        self.absences.add(how)

    def stop_input(self, idle_seconds: float, now: float, idle_after: float, guided: bool) -> None:
        known_since = self.absent_since if self.absences else self.last_sign_of_life
        last_input = max(now - max(0.0, idle_seconds), known_since)
        if self.absences and last_input - self.absent_since > idle_after:
            self.give_sign({"idle", "suspended"}, last_input)  # a return that was not told
        self.leave("idle", last_input, guided)

    def give_sign(self, ended: set[str], at: float) -> None:
        self.absences -= ended
        if self.absences:
            return
        if self.ended_sitting is not None:
            self.owed.append((self.absent_since, at, self.ended_sitting))
        self.rested, self.ended_sitting, self.last_sign_of_life = False, None, at

    def count_anew(self, now: float) -> None:
        """A guide begins or ends: a sign of life, even of someone who will not touch the keys."""
        absences = set(self.absences)
        self.give_sign(absences, now)
        self.absences, self.absent_since = absences, now


class Witness:
    """Told everything that the planner is told, and everything that it answers."""

    def __init__(self, now: Moment) -> None:
        self.now = now
        self.rules = Rules()
        self.event: e.Event = e.TimePassed()
        self.person = Person(now.monotonic_seconds)
        self.outcomes: Counter[Outcome] = Counter()
        self.opened_count = 0
        self.prompt_count = 0
        self.sitting = self.put_off_at = 0.0
        self.reasons: tuple[str, ...] = ()
        self.disturbances: tuple[str, ...] = ()
        self.paused_until: float | datetime | None = None
        self.held_at: float | None = None
        self.wake_at: float | None = None
        self.answers_for_rest: list[Outcome] = []
        self.guide_must_end = self.was_announced = False
        self._forget_break()

    def _forget_break(self) -> None:
        self.opened: f.OpenBreak | None = None
        self.is_visible = self.is_folded = self.is_guided = self.is_ending = False
        self.is_held = self.was_asked = self.is_quiet = False
        self.told_reasons: tuple[str, ...] = ()
        self.snoozes = 0
        self.visible_seconds = self.waited_seconds = 0.0
        self.shown_at = self.again_at = 0.0

    @property
    def is_open(self) -> bool:
        return self.opened is not None

    @property
    def is_here(self) -> bool:
        return not self.person.absences

    @property
    def snoozes_left(self) -> int:
        return max(0, self.rules.snooze_limit - self.snoozes)

    def hear(
        self,
        event: e.Event,
        now: Moment,
        rules: Rules,
        hours: Hours,
        effects: tuple[f.Effect, ...],
    ) -> None:
        """One step: the event, when and under which rules it was told, and the orders."""
        self.event, self.rules = event, rules
        self.person.owed.clear()
        self.answers_for_rest.clear()
        self.guide_must_end = False
        was_here, known = self.is_here, self.opened
        self._let_time_pass(now)
        self._rest(now.monotonic_seconds)
        self._believe(event)
        self._rest(now.monotonic_seconds)
        self._note_reasons(hours)
        self._follow(effects, was_here)
        self._judge_answers(known)
        if any(isinstance(effect, f.KeepPrompt) for effect in effects):
            assert self.is_visible, "a prompt that only flashed up"

    # What it believes.

    def _let_time_pass(self, now: Moment) -> None:
        """Count active use: since the last step, but not while idle or slept through."""
        start, end = self.now.monotonic_seconds, now.monotonic_seconds
        assert end >= start
        self.now = now
        if not self.is_here:
            return
        if isinstance(self.event, e.InputStopped):
            unseen = max(0.0, self.event.idle_seconds - self.rules.idle_seconds)
            end = max(start, end - unseen)
        awake_until = end
        if self.wake_at is not None and end - self.wake_at > self.rules.late_seconds:
            awake_until = max(start, self.wake_at)
        if not self.is_guided:
            self._count_active_use(start, awake_until)
        if awake_until < end:
            self.person.leave("suspended", awake_until, self.is_guided)
            self._rest(end)
            self.person.give_sign({"suspended"}, end)

    def _count_active_use(self, start: float, end: float) -> None:
        self.sitting += end - start
        if self.is_visible:
            self.visible_seconds += end - start
        elif self.is_open and not self.is_held:
            self.waited_seconds += max(0.0, end - max(start, self.again_at))

    def _rest(self, now: float) -> None:
        """An absence of five minutes is a natural break."""
        person = self.person
        counts = bool(person.absences & GONE) if self.is_guided else bool(person.absences)
        away_seconds = now - person.absent_since
        if not counts or person.rested or away_seconds < self.rules.natural_break_seconds:
            return
        person.rested = True
        if self.is_guided:
            self.guide_must_end = not self.is_ending
        elif self.is_open and not self.answers_for_rest:
            never_asked = self.is_held and not self.was_asked
            self.answers_for_rest.append(Outcome.HELD_BACK if never_asked else Outcome.AWAY)
        else:
            person.ended_sitting = self.sitting
        self.sitting = self.put_off_at = 0.0
        self.was_announced = False

    def _believe(self, event: e.Event) -> None:
        now, person = self.now.monotonic_seconds, self.person
        match event:
            case e.InputStopped(idle_seconds=idle_seconds):
                person.stop_input(idle_seconds, now, self.rules.idle_seconds, self.is_guided)
            case e.Locked():
                person.leave("locked", now, self.is_guided)
            case e.Suspended():
                person.leave("suspended", now, self.is_guided)
            case e.InputResumed():
                person.give_sign({"idle", "suspended"}, now)
            case e.Resumed():
                person.give_sign({"suspended"}, now)
            case e.Unlocked() | e.QuitRequested():
                person.give_sign({"idle", "locked", "suspended"}, now)
            case e.DisturbanceChanged(reasons=reasons):
                self.disturbances = reasons
            case e.GuideFinished() if self.is_guided:
                person.count_anew(now)
            case _ if isinstance(event, CHOICES):
                person.give_sign({"idle", "suspended"}, now)
        match event:
            case e.PauseChosen(seconds=seconds):
                self.paused_until = now + seconds
            case e.PauseUntilChosen(until=until):
                self.paused_until = until
            case e.ResumeChosen():
                self.paused_until = None

    def _note_reasons(self, hours: Hours) -> None:
        until = self.paused_until
        is_over = (
            self.now.wall.timestamp() >= until.timestamp()
            if isinstance(until, datetime)
            else until is not None and self.now.monotonic_seconds >= until
        )
        if is_over:
            self.paused_until = None
        self.reasons = self.disturbances
        if self.paused_until is not None:
            self.reasons += ("paused",)
        if not hours(self.now.wall):
            self.reasons += ("outside working hours",)

    # What it checks of the orders.

    def _follow(self, effects: tuple[f.Effect, ...], was_here: bool) -> None:
        kept: list[tuple[float, float, float]] = []
        for effect in effects:
            match effect:
                case f.OpenBreak():
                    self._open(effect, was_here)
                case f.KeepNaturalBreak(started_at, ended_at, sitting_seconds):
                    ends = started_at.monotonic_seconds, ended_at.monotonic_seconds
                    kept.append((*ends, sitting_seconds))
                case f.AnnouncePrompt(seconds=seconds):
                    self._judge_announcement(seconds)
                case _:
                    assert self.is_open, f"{effect} with no break open"
                    self._follow_story(effect)
        assert len(kept) == len(self.person.owed), f"kept {kept}, owed {self.person.owed}"
        for one, other in zip(kept, self.person.owed, strict=True):
            assert all(abs(a - b) < GRACE for a, b in zip(one, other, strict=True)), (one, other)

    def _open(self, effect: f.OpenBreak, was_here: bool) -> None:
        assert not self.is_open, "two breaks open"
        assert effect.due_at == self.now
        if effect.origin is f.Origin.DUE:
            since_last = effect.sitting_seconds - self.put_off_at
            assert since_last >= self.rules.interval_seconds - GRACE, "due too early"
            assert was_here or self.is_here, "due while away"
        else:
            assert isinstance(self.event, e.BreakRequested)
        assert abs(effect.sitting_seconds - self.sitting) < GRACE
        self._forget_break()
        self.opened = effect
        self.opened_count += 1

    def _follow_story(self, effect: f.Effect) -> None:
        now = self.now.monotonic_seconds
        match effect:
            case f.KeepPrompt(quiet=quiet):
                self._judge_moment()
                is_last = self.snoozes > 0 and self.snoozes_left == 0
                assert quiet == (is_last or self.rules.asks_quietly)
                self.is_quiet, self.was_asked = quiet, True
                self.prompt_count += 1
                self.waited_seconds = 0.0
                self.was_announced = False
            case f.ShowPrompt(snoozes_left=left):
                assert left == self.snoozes_left
                if self.is_visible:
                    assert self.is_folded
                    assert isinstance(self.event, e.PromptOpened), "opened by itself"
                else:
                    assert self.was_asked
                    assert not self.is_quiet, "a pop-up after the last snooze"
                self.is_visible, self.is_folded, self.shown_at = True, False, now
            case f.ShowPill():
                if self.is_visible:
                    assert not self.is_folded, "folded twice"
                    in_time = now - self.shown_at >= self.rules.fold_seconds - GRACE
                    assert in_time or isinstance(self.event, e.PromptPutAside), "folded early"
                else:
                    assert self.is_quiet
                self.is_visible = self.is_folded = True
            case f.HidePrompt():
                assert self.is_visible, "nothing to hide"
                assert not isinstance(self.event, e.TimePassed) or self._may_vanish_by_itself()
                self.is_visible = self.is_folded = False
                self.waited_seconds = 0.0
            case f.HoldBack(reasons=reasons):
                assert reasons
                assert not self.is_visible
                assert not self.is_guided
                self.is_held, self.told_reasons = True, reasons
            case f.EndHoldBack():
                assert self.is_held
                self.is_held, self.told_reasons, self.waited_seconds = False, (), 0.0
            case f.KeepSnooze(delay_seconds=delay, again_at=again_at):
                assert isinstance(self.event, e.SnoozeChosen)
                assert self.was_asked
                assert not self.is_visible
                self.snoozes += 1
                assert self.snoozes <= self.rules.snooze_limit, "snoozed beyond the limit"
                assert abs(again_at.monotonic_seconds - now - delay) < GRACE
                self.again_at, self.visible_seconds = again_at.monotonic_seconds, 0.0
            case f.StartGuide():
                assert isinstance(self.event, e.StartChosen | e.BreakRequested)
                assert not self.is_visible, "the prompt beside the guide"
                assert not self.is_guided, "two guides"
                assert not self.is_held
                self.is_guided, self.was_announced = True, False
                self.person.count_anew(now)
            case f.EndGuide():
                assert self.is_guided
                assert not self.is_ending, "told to end twice"
                assert self.guide_must_end or isinstance(self.event, e.QuitRequested)
                self.is_ending, self.guide_must_end = True, False
            case f.CloseBreak(outcome=outcome):
                self._close(outcome)

    def _may_vanish_by_itself(self) -> bool:
        missed = self.visible_seconds >= self.rules.missed_seconds - GRACE
        return missed or bool(self.reasons) or bool(self.answers_for_rest)

    def _judge_moment(self) -> None:
        """Never asked at a bad moment, nor earlier than at a breakpoint or after the tolerance."""
        now = self.now.monotonic_seconds
        assert not self.is_visible, "two prompts"
        assert not self.is_guided, "asked in mid-stretch"
        assert not self.is_held, "asked while held back"
        assert self.is_here, f"asked while {self.person.absences}"
        assert not self.reasons, f"asked while {self.reasons}"
        assert self.held_at is None or now - self.held_at >= self.rules.release_seconds - GRACE
        assert now >= self.again_at - GRACE, "asked during a snooze"
        waited = self.waited_seconds >= self.rules.tolerance_seconds - GRACE
        assert waited or isinstance(self.event, BREAKPOINTS), "asked in mid-work"

    def _judge_announcement(self, seconds: float) -> None:
        """Only to somebody who is here and may be asked, once for each prompt, not too late."""
        now = self.now.monotonic_seconds
        assert 10 <= seconds <= self.rules.heads_up_seconds
        assert self.is_here, f"announced while {self.person.absences}"
        assert not self.reasons, f"announced while {self.reasons}"
        assert self.held_at is None or now - self.held_at >= self.rules.release_seconds - GRACE
        assert not self.was_announced, "announced twice"
        due_in = self.put_off_at + self.rules.interval_seconds - self.sitting
        expected_in = self.again_at - now if self.is_open else due_in
        assert abs(seconds - expected_in) < GRACE, "not when it says"
        self.was_announced = True

    def _close(self, outcome: Outcome) -> None:
        assert self.opened is not None
        assert not self.is_visible, "the prompt of a closed break stays"
        assert not self.is_held
        match outcome:
            case _ if self.is_guided:
                assert self.event == e.GuideFinished(outcome), "not the guide's own outcome"
            case _ if self.answers_for_rest:
                assert outcome is self.answers_for_rest.pop()
            case Outcome.SKIPPED:
                quits = self.event == e.QuitRequested(False) and self.was_asked
                assert quits or isinstance(self.event, e.SkipChosen)
            case Outcome.AWAY:
                assert self.event == e.QuitRequested(True)
                assert self.was_asked
            case Outcome.MISSED:
                assert self.visible_seconds >= self.rules.missed_seconds - GRACE
            case Outcome.HELD_BACK:
                is_over = self.now.wall.date() > self.opened.due_at.wall.date()
                assert is_over or isinstance(self.event, e.QuitRequested)
                assert not self.was_asked
            case _:
                raise AssertionError(f"{outcome} without a guide")
        if outcome in {Outcome.TAKEN, Outcome.PARTLY, Outcome.AWAY}:
            self.sitting = self.put_off_at = 0.0
        elif self.opened.origin is f.Origin.DUE:
            self.put_off_at = self.sitting
        self.outcomes[outcome] += 1
        self.was_announced = False
        self._forget_break()

    def _judge_answers(self, known: f.OpenBreak | None) -> None:
        """What must follow from the event has followed; `known` is the break open before it."""
        assert not self.answers_for_rest, f"left, and the break is not {self.answers_for_rest}"
        assert not self.guide_must_end, "left in mid-guide, and the guide goes on"
        match self.event:
            case e.BreakRequested():
                assert self.is_guided
            case e.StartChosen() | e.SkipChosen():
                assert self.is_guided or known is None or self.opened is not known
            case e.GuideFinished():
                assert not self.is_guided
            case e.QuitRequested():
                assert not self.is_open or (self.is_guided and self.is_ending)
        if self.is_visible:
            assert not self.person.absences & GONE, "a prompt on a locked screen"
            assert not self.reasons, f"a prompt while {self.reasons}"
            assert self.visible_seconds < self.rules.missed_seconds + GRACE, "never missed"
        if self.is_visible and not self.is_folded:
            seen_seconds = self.now.monotonic_seconds - self.shown_at
            assert seen_seconds < self.rules.fold_seconds + GRACE, "never folded"
        is_snoozed = self.now.monotonic_seconds < self.again_at - GRACE
        if self.is_open and self.reasons and not self.is_guided and not is_snoozed:
            assert self.told_reasons == self.reasons
        if self.is_here and not self.is_open and not isinstance(self.event, e.QuitRequested):
            missing = self.put_off_at + self.rules.interval_seconds - self.sitting
            assert missing > -GRACE, "nothing due though the interval is over"

    # What it checks of the answers to questions.

    def read(self, wants: Wants, status: Status) -> None:
        """After each step: what the planner wants and says of itself."""
        if self.reasons:
            self.held_at = self.now.monotonic_seconds
        if not wants.disturbance:  # what nobody looks for is not known
            self.reasons = self.reasons[len(self.disturbances) :]
            self.disturbances = ()
        self._read_wants(wants)
        self._read_status(status)

    def _read_wants(self, wants: Wants) -> None:
        self.wake_at = None
        if wants.wake_at is not None:
            self.wake_at = wants.wake_at.monotonic_seconds
            assert self.wake_at > self.now.monotonic_seconds, "a wake-up that is over"
        is_free = self.is_open and not (self.is_visible or self.is_guided or self.is_held)
        if wants.lull:
            assert is_free
            assert self.is_here
            assert self.now.monotonic_seconds >= self.again_at - GRACE
        elif is_free and self.is_here:
            assert self.now.monotonic_seconds < self.again_at + GRACE, "no lull is looked for"
        if self.is_guided:
            assert not wants.disturbance
        elif self.is_open:
            assert wants.disturbance
        if self.is_here and not self.is_guided:
            assert self.wake_at is not None or self.is_held, "nobody comes back"

    def _read_status(self, status: Status) -> None:
        assert abs(status.sitting_seconds - self.sitting) < GRACE, "sitting time differs"
        assert status.sitting_seconds >= 0
        assert 0 <= status.ring <= 1
        assert status.state == self._state_in_words()
        assert status.due_since == (self.opened.due_at.wall if self.opened else None)
        assert status.snoozes_left == self.snoozes_left
        assert (status.paused_until is not None) == (self.paused_until is not None)
        over = tuple(reason for reason in self.told_reasons if reason != "paused")
        assert status.held_back_by == (self.reasons or over)
        if status.next_prompt_at is not None:
            wait = status.next_prompt_at.timestamp() - self.now.wall.timestamp()
            assert wait > -timedelta(minutes=1).total_seconds(), "a prompt in the past"
            assert self.is_here
            assert not self.is_visible
            assert not self.is_guided

    def _state_in_words(self) -> str:
        names = {
            "guided": self.is_guided,
            "asked": self.is_visible,
            "paused": self.paused_until is not None,
            "away": bool(self.person.absences & GONE) or self.person.rested,
            "held_back": self.is_held,
            "snoozed": self.is_open and self.now.monotonic_seconds < self.again_at,
            "waiting": self.is_open,
        }
        return next((name for name, is_so in names.items() if is_so), "working")

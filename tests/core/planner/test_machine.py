"""Any events, in any order, at any time, under rules that change: what never happens.

`pytest --hypothesis-profile=long` looks for longer.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from msgspec.structs import replace

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner import events as e
from deskstretch.core.planner.planner import begin, step
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.status import status_of
from deskstretch.core.planner.wants import wants
from deskstretch.core.working_hours import week_hours
from tests.core.planner.witness import Hours, Witness, any_hour

TICKS = 64
"""Ticks a second of the clocks used here: both clocks tell a tick without rounding."""

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Pacific/Kiritimati"), UTC]
STARTS = [
    datetime(2026, 3, 2, 9, 0, tzinfo=BERLIN),
    datetime(2026, 3, 6, 17, 30, tzinfo=BERLIN),
    datetime(2026, 3, 29, 1, 20, tzinfo=BERLIN),  # 02:00 to 03:00 does not come
    datetime(2026, 10, 25, 1, 50, tzinfo=BERLIN),  # 02:00 to 03:00 comes twice
    datetime(2026, 10, 25, 2, 5, fold=1, tzinfo=BERLIN),
    datetime(2026, 12, 31, 23, 50, tzinfo=UTC),
]


def in_the_office(at: datetime) -> bool:
    return at.weekday() < 5 and 9 <= at.hour < 18


def on_the_night_shift(at: datetime) -> bool:
    return at.hour >= 22 or (at.hour, at.minute) < (2, 55)


HOURS: list[tuple[list[str], Hours]] = [
    (["always"] * 7, any_hour),
    (["09:00-18:00"] * 5 + ["off"] * 2, in_the_office),
    (["22:00-02:55"] * 7, on_the_night_shift),
    (["off"] * 7, lambda _: False),
]
RULES = st.builds(
    Rules,
    interval_seconds=st.sampled_from([60.0, 20 * 60.0, 45 * 60.0]),
    tolerance_seconds=st.sampled_from([0.0, 30.0, 180.0]),
    idle_seconds=st.sampled_from([10.0, 60.0, 600.0]),
    natural_break_seconds=st.sampled_from([100.0, 300.0]),
    snooze_limit=st.sampled_from([0, 1, 2]),
    fold_seconds=st.sampled_from([60.0, 10.0]),
    missed_seconds=st.sampled_from([600.0, 45.0]),
    release_seconds=st.sampled_from([60.0, 5.0]),
    heads_up_seconds=st.sampled_from([0.0, 30.0]),
    asks_quietly=st.booleans(),
)
LENGTHS_OF_TIME = st.one_of(
    st.integers(0, 2 * TICKS).map(lambda ticks: ticks / TICKS),
    st.sampled_from([10, 30, 59, 60, 61, 100, 180, 299, 300, 301, 600, 1200, 2700]).map(float),
    st.integers(0, 26 * 3600).map(float),
)
LEAVING = st.one_of(
    st.builds(e.InputStopped, LENGTHS_OF_TIME),
    st.sampled_from([e.Locked(), e.Suspended()]),
)
RETURNING = st.sampled_from([e.InputResumed(), e.Unlocked(), e.Resumed(), e.LullReached()])
DISTURBING = st.sampled_from([(), (), ("meeting",), ("camera in use", "full screen")]).map(
    e.DisturbanceChanged
)
ANSWERS = st.one_of(
    st.builds(e.SnoozeChosen, LENGTHS_OF_TIME),
    st.just(e.PromptPutAside()),
    st.sampled_from([e.SkipChosen(), e.StartChosen(), e.PromptOpened(), e.BreakRequested("long")]),
)
FREEING: list[e.Event] = [
    e.Unlocked(),
    e.ResumeChosen(),
    e.GuideFinished(Outcome.TAKEN),
    e.DisturbanceChanged(()),
]
"""After these a person is present, and nothing but the hours holds a prompt back."""


class Office(RuleBasedStateMachine):
    """Somebody who presses every button, at a machine whose clocks and sources are unreliable."""

    @initialize(
        start=st.sampled_from(STARTS),
        rules=st.just(Rules()) | RULES,
        hours=st.sampled_from(HOURS[:3]),
    )
    def start(self, start: datetime, rules: Rules, hours: tuple[list[str], Hours]) -> None:
        assert start.tzinfo is not None
        self.zone = start.tzinfo
        self.now = Moment(start, 1_000.0)
        self.take_rules(rules, hours)
        self.begin()

    def begin(self) -> None:
        self.state = begin(self.now, self.applied_rules)
        self.witness = Witness(self.now)
        self.tell(e.TimePassed())

    def take_rules(self, rules: Rules, hours: tuple[list[str], Hours]) -> None:
        names, self.may_be_asked_at = hours
        self.applied_rules = replace(rules, working_hours=week_hours(names))

    def tell(self, event: e.Event) -> None:
        self.state, effects = step(self.state, event, self.now, self.applied_rules)
        self.witness.hear(event, self.now, self.applied_rules, self.may_be_asked_at, effects)
        self.witness.read(
            wants(self.state, self.applied_rules),
            status_of(self.state, self.now, self.applied_rules),
        )

    def pass_time(self, seconds: float) -> None:
        utc = self.now.wall.astimezone(UTC) + timedelta(seconds=seconds)
        self.now = Moment(utc.astimezone(self.zone), self.now.monotonic_seconds + seconds)

    def obey(self, seconds: float, late_seconds: float = 0.0) -> None:
        """Let time pass, coming back whenever it was asked for."""
        until, count = self.now.monotonic_seconds + seconds, 0
        while (wait := self.wait_for_wake() + late_seconds) <= until - self.now.monotonic_seconds:
            self.pass_time(wait)
            self.tell(e.TimePassed())
            count += 1
            assert count < 20 + seconds / 5, "woken again and again"
        self.pass_time(until - self.now.monotonic_seconds)
        self.tell(e.TimePassed())

    def wait_for_wake(self) -> float:
        wake_at = self.state.wake_at
        if wake_at is None:
            return math.inf
        return math.ceil(wake_at.seconds_since(self.now) * TICKS) / TICKS

    @rule(seconds=LENGTHS_OF_TIME)
    def work(self, seconds: float) -> None:
        self.obey(min(seconds, 7200.0))

    @rule(seconds=LENGTHS_OF_TIME, late_seconds=st.sampled_from([1.0, 30.0, 60.0, 61.0, 400.0]))
    def work_on_a_slow_machine(self, seconds: float, late_seconds: float) -> None:
        self.obey(min(seconds, 7200.0), late_seconds)

    @rule(seconds=LENGTHS_OF_TIME)
    def let_nobody_come_back(self, seconds: float) -> None:
        self.pass_time(seconds)

    @rule(is_free=st.booleans())
    def work_until_asked(self, is_free: bool) -> None:
        if is_free:
            for event in FREEING:
                self.tell(event)
        for _ in range(12):
            if self.witness.is_visible or self.wait_for_wake() == math.inf:
                break
            self.pass_time(self.wait_for_wake())
            self.tell(e.TimePassed())

    @rule(event=LEAVING, seconds=st.sampled_from([0.0, 60.0, 100.0, 301.0]))
    def leave(self, event: e.Event, seconds: float) -> None:
        self.tell(event)
        self.obey(seconds)

    @precondition(lambda self: self.wait_for_wake() < math.inf)
    @rule(event=LEAVING | DISTURBING | ANSWERS, late_seconds=st.sampled_from([0.0, 1.0, 61.0]))
    def hear_news_before_the_wake_up_that_is_over(
        self, event: e.Event, late_seconds: float
    ) -> None:
        self.pass_time(self.wait_for_wake() + late_seconds)
        self.tell(event)

    @rule(event=RETURNING)
    def come_back(self, event: e.Event) -> None:
        self.tell(event)

    @rule(event=DISTURBING)
    def disturb(self, event: e.Event) -> None:
        self.tell(event)

    @rule(event=ANSWERS)
    def answer(self, event: e.Event) -> None:
        self.tell(event)

    @precondition(lambda self: self.witness.is_visible)
    @rule(delay=st.sampled_from([None, 0.0, 120.0, 900.0]))
    def snooze(self, delay: float | None) -> None:
        self.tell(e.SnoozeChosen(delay))

    @rule(outcome=st.sampled_from(Outcome))
    def finish_the_guide(self, outcome: Outcome) -> None:
        self.tell(e.GuideFinished(outcome))

    @rule(seconds=LENGTHS_OF_TIME)
    def pause(self, seconds: float) -> None:
        self.tell(e.PauseChosen(seconds))

    @rule(hours=st.integers(-2, 30))
    def pause_until(self, hours: int) -> None:
        self.tell(e.PauseUntilChosen(self.now.wall + timedelta(hours=hours)))

    @rule()
    def resume(self) -> None:
        self.tell(e.ResumeChosen())

    @rule(hours=st.integers(-24 * 400, 24 * 400) | st.sampled_from([-24, -1, 1, 24]))
    def move_the_clock(self, hours: int) -> None:
        utc = self.now.wall.astimezone(UTC) + timedelta(hours=hours)
        self.now = Moment(utc.astimezone(self.zone), self.now.monotonic_seconds)

    @rule(zone=st.sampled_from(ZONES))
    def travel(self, zone: tzinfo) -> None:
        self.zone = zone
        self.pass_time(0.0)

    @rule(rules=RULES, hours=st.sampled_from(HOURS), tells=st.booleans())
    def change_the_settings(
        self, rules: Rules, hours: tuple[list[str], Hours], tells: bool
    ) -> None:
        self.take_rules(rules, hours)
        if tells:
            self.tell(e.TimePassed())

    @rule(session_ends=st.booleans())
    def quit(self, session_ends: bool) -> None:
        self.tell(e.QuitRequested(session_ends))
        if self.witness.is_guided:
            self.tell(e.GuideFinished(Outcome.PARTLY))
        self.begin()

    def teardown(self) -> None:
        """With a person present and nothing held back, a prompt comes, by wake-ups alone.

        It comes when it was announced, or within the tolerance and the minute of release after.
        """
        self.take_rules(self.applied_rules, HOURS[0])
        for event in FREEING:
            self.tell(event)
        if self.witness.is_visible:
            return
        rules, start = self.applied_rules, self.now
        announced = status_of(self.state, start, rules).next_prompt_at
        assert announced is not None
        snoozed_seconds = max(0.0, self.witness.again_at - start.monotonic_seconds)
        longest = max(rules.interval_seconds, rules.release_seconds, snoozed_seconds)
        for _ in range(20):
            self.pass_time(self.wait_for_wake())
            self.tell(e.TimePassed())
            if self.witness.is_visible:
                break
        assert self.witness.is_visible, "nobody was asked"
        assert self.now.seconds_since(start) <= longest + rules.tolerance_seconds + 1
        late_seconds = self.now.wall.timestamp() - announced.timestamp()
        assert -1 < late_seconds <= rules.tolerance_seconds + rules.release_seconds + 1


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=5 * settings().max_examples)

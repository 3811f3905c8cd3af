"""An error in a rule costs one event, not the planner."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.moment import Moment
from deskstretch.core.planner.events import BreakRequested, TimePassed
from deskstretch.core.planner.rules import rules_of
from deskstretch.core.planner.status import StateName
from deskstretch.core.settings import DisturbanceSettings, Settings
from deskstretch.desktop.alarm import MonotonicAlarm
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.presence.port import Presence
from deskstretch.wiring import planner_loop
from deskstretch.wiring.planner_loop import PlannerLoop

NOW = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)


def fail(*_: Any) -> Any:
    raise RuntimeError("nobody foresaw this")


def test_after_an_error_in_a_rule_the_planner_wakes_again_after_a_rest_and_goes_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wakes: list[float | None] = []
    monkeypatch.setattr(MonotonicAlarm, "set_for", lambda _alarm, at: wakes.append(at))
    disturbance = Disturbance((), DisturbanceSettings())
    loop = PlannerLoop(rules_of(Settings()), Presence(), disturbance, lambda: NOW)
    with monkeypatch.context() as broken:
        broken.setattr(planner_loop, "step", fail)
        with pytest.raises(RuntimeError, match="nobody foresaw this"):
            loop.tell(TimePassed())
    assert wakes == [NOW.monotonic_seconds + 60]

    loop.tell(BreakRequested())
    assert loop.status().state is StateName.GUIDED

"""The planner's numbers, from the settings."""

from __future__ import annotations

import msgspec
import pytest

from deskstretch.core.planner.rules import Rules, rules_of
from deskstretch.core.settings import (
    BreakSettings,
    Settings,
    SnoozeSettings,
    TrialSettings,
    WorkingHours,
)
from deskstretch.core.working_hours import week_hours


def test_the_default_settings_give_the_default_rules() -> None:
    always = week_hours(["always"] * 7)
    assert rules_of(Settings()) == Rules(working_hours=always)


def test_settings_are_reckoned_in_seconds() -> None:
    rules = rules_of(
        Settings(
            breaks=BreakSettings(interval_minutes=50, tolerance_minutes=2),
            snooze=SnoozeSettings(minutes=10, limit=0),
        )
    )
    assert rules.interval_seconds == 3000
    assert rules.tolerance_seconds == 120
    assert rules.snooze_seconds == 600
    assert rules.snooze_limit == 0


def test_each_trial_time_stands_in_for_its_rule() -> None:
    names = [name for name in TrialSettings.__struct_fields__ if name != "hold_seconds"]
    trial = msgspec.convert({name: 2.0 + n for n, name in enumerate(names)}, TrialSettings)
    rules = rules_of(Settings(trial=trial))
    assert {name: getattr(rules, name) for name in names} == {
        name: 2.0 + n for n, name in enumerate(names)
    }


def test_no_tolerance_at_all_is_kept_as_none() -> None:
    assert rules_of(Settings(breaks=BreakSettings(tolerance_minutes=0))).tolerance_seconds == 0


def test_where_no_source_tells_of_lulls_none_is_waited_for() -> None:
    trial = TrialSettings(tolerance_seconds=30)
    assert rules_of(Settings(), tells_lulls=False).tolerance_seconds == 0
    assert rules_of(Settings(trial=trial), tells_lulls=False).tolerance_seconds == 0


def test_working_hours_are_read_by_weekday() -> None:
    hours = WorkingHours(monday="09:00-17:00", sunday="off")
    expected = week_hours(["09:00-17:00", *["always"] * 5, "off"])
    assert rules_of(Settings(working_hours=hours)).working_hours == expected


def test_settings_with_hours_that_cannot_be_read_are_refused_naming_the_day() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"friday: '9-5'.*working_hours"):
        msgspec.convert({"working_hours": {"friday": "9-5"}}, Settings)

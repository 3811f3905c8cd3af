"""The numbers the planner goes by, drawn from the settings."""

from __future__ import annotations

import msgspec

from deskstretch.core.planner.events import SnoozeChosen
from deskstretch.core.settings import Settings
from deskstretch.core.working_hours import ALWAYS, WeekHours, week_hours

HEADS_UP_SECONDS = 30.0


class Rules(msgspec.Struct, frozen=True):
    """All lengths of time in seconds. The defaults are those of the settings."""

    interval_seconds: float = 45 * 60.0
    tolerance_seconds: float = 3 * 60.0
    lull_seconds: float = 5.0
    idle_seconds: float = 60.0
    natural_break_seconds: float = 5 * 60.0
    snooze_seconds: float = 5 * 60.0
    snooze_limit: int = 2
    fold_seconds: float = 60.0
    missed_seconds: float = 10 * 60.0
    release_seconds: float = 60.0
    heads_up_seconds: float = 0.0
    """How long before a prompt it is announced; 0 for not at all."""
    asks_quietly: bool = False
    """Only the pill is shown, until the person opens it."""
    late_seconds: float = 60.0
    """A wake-up later than this was slept through: the lateness is absence."""
    working_hours: WeekHours = ALWAYS


def rules_of(settings: Settings, tells_lulls: bool = True) -> Rules:
    """The rules of these settings, with the trial times where they are given.

    Where no source `tells_lulls`, none is waited for. Raises ValueError, naming the day, if the
    working hours cannot be read.
    """
    usual = Rules()
    trial = settings.trial
    tolerance_seconds = trial.tolerance_seconds or settings.breaks.tolerance_minutes * 60.0
    return Rules(
        interval_seconds=trial.interval_seconds or settings.breaks.interval_minutes * 60.0,
        tolerance_seconds=tolerance_seconds if tells_lulls else 0.0,
        lull_seconds=trial.lull_seconds or usual.lull_seconds,
        idle_seconds=trial.idle_seconds or usual.idle_seconds,
        natural_break_seconds=trial.natural_break_seconds or usual.natural_break_seconds,
        snooze_seconds=trial.snooze_seconds or settings.snooze.minutes * 60.0,
        snooze_limit=settings.snooze.limit,
        fold_seconds=trial.fold_seconds or usual.fold_seconds,
        missed_seconds=trial.missed_seconds or usual.missed_seconds,
        release_seconds=trial.release_seconds or usual.release_seconds,
        heads_up_seconds=HEADS_UP_SECONDS if settings.asking.heads_up else 0.0,
        asks_quietly=settings.asking.strictness == "gentle",
        working_hours=week_hours(msgspec.structs.astuple(settings.working_hours)),
    )


def snooze_of(minutes: int, settings: Settings) -> SnoozeChosen:
    """What the planner is told of a choice of minutes; the usual time is one of its rules."""
    usual = minutes == settings.snooze.minutes
    return SnoozeChosen(None if usual else minutes * 60.0)

"""Settings for trying things out."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from deskstretch.core.language import N_
from deskstretch.core.settings.group import Group


class TrialSettings(Group, frozen=True):
    about: ClassVar[str] = N_(
        "Shorter times for trying things out and for tests; 0 leaves a time as it is.\n\n"
        "Seconds, outside the ranges that make sense at work. Leave this table out of daily use."
    )

    interval_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    tolerance_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    lull_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    idle_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    natural_break_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    snooze_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    fold_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    missed_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    release_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0
    hold_seconds: Annotated[float, Meta(ge=0, le=7200)] = 0

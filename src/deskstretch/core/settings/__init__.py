"""Every setting, declared once: type, default, range and help text.

The settings window, `deskstretch settings`, the checks of the settings file and the documentation
are all drawn from these declarations (see `core/declaration.py`). A group is a table of the TOML
file, a field is its key.
"""

from __future__ import annotations

import msgspec

from deskstretch.core.routine import Routine
from deskstretch.core.settings.asking import (
    AskingSettings,
    BreakSettings,
    DisturbanceSettings,
    SnoozeSettings,
    WorkingHours,
)
from deskstretch.core.settings.keeping import HistorySettings, ReviewSettings, SharingSettings
from deskstretch.core.settings.shortcuts import ShortcutSettings
from deskstretch.core.settings.stretching import DeskSettings, LookSettings, SoundSettings
from deskstretch.core.settings.trial import TrialSettings

__all__ = [
    "AskingSettings",
    "BreakSettings",
    "DeskSettings",
    "DisturbanceSettings",
    "HistorySettings",
    "LookSettings",
    "ReviewSettings",
    "Settings",
    "SharingSettings",
    "ShortcutSettings",
    "SnoozeSettings",
    "SoundSettings",
    "TrialSettings",
    "WorkingHours",
]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings, by group, and the person's own routines."""

    breaks: BreakSettings = BreakSettings()
    snooze: SnoozeSettings = SnoozeSettings()
    asking: AskingSettings = AskingSettings()
    working_hours: WorkingHours = WorkingHours()
    disturbance: DisturbanceSettings = DisturbanceSettings()
    desk: DeskSettings = DeskSettings()
    look: LookSettings = LookSettings()
    sound: SoundSettings = SoundSettings()
    shortcuts: ShortcutSettings = ShortcutSettings()
    review: ReviewSettings = ReviewSettings()
    history: HistorySettings = HistorySettings()
    sharing: SharingSettings = SharingSettings()
    trial: TrialSettings = TrialSettings()
    routines: tuple[Routine, ...] = ()
    """In the order of the file; `own_routines.py` reads them."""

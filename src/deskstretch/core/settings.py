"""Every setting, declared once: type, default, range and help text.

The settings window, `deskstretch settings`, the checks of the settings file and the documentation
are all drawn from these declarations (see `declaration.py`). A group is a table of the TOML file, a
field is its key.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from deskstretch.core.routine import Routine
from deskstretch.core.working_hours import week_hours


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the settings file."""


class BreakSettings(_Group, frozen=True):
    """When a break is due and how long it is."""

    interval_minutes: Annotated[
        int,
        Meta(
            ge=20,
            le=120,
            title="Break after",
            description="Minutes of sitting time after which a break is due.",
        ),
    ] = 45
    tolerance_minutes: Annotated[
        int,
        Meta(
            ge=0,
            le=15,
            title="Wait for a lull",
            description="Minutes to wait for a lull in your typing before asking anyway.",
        ),
    ] = 3
    length: Annotated[
        Literal["short", "long"],
        Meta(
            title="Usual length",
            description="What the big Start button starts: short is about 1 minute, "
            "long about 3 minutes.",
        ),
    ] = "short"
    short_routine: Annotated[
        str,
        Meta(
            title="Short breaks",
            description="The routine of every short break, by id; without one, each break is "
            "chosen for you.",
            examples=["", "after-lunch"],
        ),
    ] = ""
    long_routine: Annotated[
        str,
        Meta(
            title="Long breaks",
            description="The routine of every long break, by id; without one, each break is "
            "chosen for you.",
            examples=["", "after-lunch"],
        ),
    ] = ""


class SnoozeSettings(_Group, frozen=True):
    """Asking again a little later."""

    minutes: Annotated[
        Literal[2, 5, 10, 15],
        Meta(title="Snooze for", description="Minutes until a snoozed prompt asks again."),
    ] = 5
    limit: Annotated[
        int,
        Meta(
            ge=0,
            le=10,
            title="Snoozes a break",
            description="How often one break can be snoozed; after that it waits quietly.",
        ),
    ] = 2


class AskingSettings(_Group, frozen=True):
    """How you are asked."""

    by: Annotated[
        Literal["auto", "window", "notification", "both"],
        Meta(
            title="Ask by",
            description="A small window, a notification of your desktop, or both. Auto is the "
            "window, and the notification where no window can be kept in sight.",
        ),
    ] = "auto"
    heads_up: Annotated[
        bool,
        Meta(
            title="Heads-up",
            description="A short notification about 30 seconds before you are asked.",
        ),
    ] = False


_Hours = Annotated[str, Meta(examples=["09:00-12:30, 13:30-18:00", "always", "off"])]


class WorkingHours(_Group, frozen=True):
    """Hours in which you may be asked, for each weekday.

    One or more spans as "09:00-12:30, 13:30-18:00"; "always" for the whole day, "off" for none.
    A span may cross midnight: "22:00-06:00".
    """

    monday: _Hours = "always"
    tuesday: _Hours = "always"
    wednesday: _Hours = "always"
    thursday: _Hours = "always"
    friday: _Hours = "always"
    saturday: _Hours = "always"
    sunday: _Hours = "always"

    def __post_init__(self) -> None:
        """Refuse hours that cannot be read, whoever made them."""
        week_hours(msgspec.structs.astuple(self))


class DisturbanceSettings(_Group, frozen=True):
    """When not to ask.

    Looked for only while a break is due; you are asked once it has been over for a minute.
    """

    camera: Annotated[
        bool, Meta(title="Camera", description="Do not ask while a camera is in use.")
    ] = True
    microphone: Annotated[
        bool, Meta(title="Microphone", description="Do not ask while a program listens.")
    ] = True
    microphone_ignored: Annotated[
        tuple[str, ...],
        Meta(
            title="Programs that always listen",
            description="Names of programs whose open microphone means nothing, "
            "such as a voice assistant.",
        ),
    ] = ()
    screen_sharing: Annotated[
        bool,
        Meta(title="Screen sharing", description="Do not ask while the screen is shown to others."),
    ] = True
    full_screen: Annotated[
        bool,
        Meta(
            title="Full screen",
            description="Do not ask while the window in use fills the whole screen.",
        ),
    ] = True
    do_not_disturb: Annotated[
        bool,
        Meta(
            title="Do not disturb",
            description="Do not ask while the desktop is told not to disturb.",
        ),
    ] = True
    inhibitors: Annotated[
        bool,
        Meta(
            title="Presentations and films",
            description="Do not ask while a program keeps the screen from switching off.",
        ),
    ] = True
    programs: Annotated[
        tuple[str, ...],
        Meta(
            title="While these run",
            description="Names of programs; do not ask as long as one of them is running.",
        ),
    ] = ()


class DeskSettings(_Group, frozen=True):
    """Where you are and what is at hand."""

    may_stand: Annotated[
        bool,
        Meta(
            title="Standing stretches",
            description="Also offer stretches for which you stand up.",
        ),
    ] = True
    floor: Annotated[
        bool,
        Meta(
            title="Floor stretches",
            description="Also offer stretches on a mat, at home or at the gym.",
        ),
    ] = False
    chair_stands_still: Annotated[
        bool,
        Meta(
            title="My chair stands still",
            description="The chair has no castors, or they are locked; "
            "a heel may be put on its seat.",
        ),
    ] = False
    ledge: Annotated[
        bool,
        Meta(title="A ledge or shelf", description="There is a ledge or shelf to hold on to."),
    ] = True
    not_at_hand: Annotated[
        tuple[str, ...],
        Meta(
            title="Not at hand",
            description="Things you do not have, by name: towel, pillow.",
        ),
    ] = ()
    spare_areas: Annotated[
        tuple[str, ...],
        Meta(title="Areas to spare", description="Areas to leave alone, by name: neck, knees."),
    ] = ()
    left_out: Annotated[
        tuple[str, ...],
        Meta(title="Stretches left out", description="Stretches that are never chosen, by id."),
    ] = ()
    chosen: Annotated[
        tuple[str, ...],
        Meta(
            title="Stretches switched on",
            description="Stretches, by id, that are off until you choose them.",
        ),
    ] = ()
    favourites: Annotated[
        tuple[str, ...],
        Meta(title="Favourites", description="Stretches you like to see more often, by id."),
    ] = ()


class LookSettings(_Group, frozen=True):
    """How the windows look."""

    theme: Annotated[
        Literal["system", "light", "dark"],
        Meta(title="Theme", description="Light, dark, or as the desktop says."),
    ] = "system"
    reduced_motion: Annotated[
        Literal["system", "on", "off"],
        Meta(
            title="Reduced motion",
            description="Show the key poses of a stretch instead of the movement.",
        ),
    ] = "system"
    guide_full_screen: Annotated[
        Literal["auto", "on", "off"],
        Meta(
            title="Guide on the whole screen",
            description="Auto does so where no window can be brought to the front by a program.",
        ),
    ] = "auto"
    shirt: Annotated[
        Literal["teal", "plum", "ochre", "slate"],
        Meta(title="Shirt", description="The colour of the figure's shirt."),
    ] = "teal"
    skin: Annotated[
        Literal["light", "medium", "tan", "dark"],
        Meta(title="Skin tone", description="The figure's skin tone."),
    ] = "light"
    hair: Annotated[
        Literal["short", "long", "none", "headscarf"],
        Meta(title="Hair", description="The figure's hair, none, or a headscarf."),
    ] = "short"


class SoundSettings(_Group, frozen=True):
    """What is heard during a guided break, where the machine can play or speak.

    Off at first: others may sit in the same room.
    """

    chimes: Annotated[
        bool,
        Meta(
            title="Chimes",
            description="A soft chime to get ready, to switch sides and when a hold is over.",
        ),
    ] = False
    voice: Annotated[
        bool,
        Meta(
            title="Voice",
            description="Say what to do and how long is left, so that you need not look.",
        ),
    ] = False
    volume: Annotated[
        int,
        Meta(
            ge=0,
            le=100,
            title="Volume",
            description="Of the chimes and the voice, in percent; the desktop's own volume "
            "counts too.",
        ),
    ] = 50


class ReviewSettings(_Group, frozen=True):
    """Looking back."""

    goal_percent: Annotated[
        int,
        Meta(
            ge=0,
            le=100,
            title="Goal",
            description="Share of the breaks that you would like to take, to see beside your own "
            "weeks; 0 is no goal. People in studies took about 60 %.",
        ),
    ] = 0
    summary_day: Annotated[
        Literal[
            "off", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
        ],
        Meta(
            title="Weekly summary",
            description="The day on which a notification sums up the week, or off.",
        ),
    ] = "off"
    summary_time: Annotated[
        str,
        Meta(
            pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
            title="Summary at",
            description="The time of day of the weekly summary.",
            examples=["16:00", "09:30"],
        ),
    ] = "16:00"


class HistorySettings(_Group, frozen=True):
    """The record of your breaks."""

    keep_for_months: Annotated[
        int,
        Meta(
            ge=0,
            le=120,
            title="Keep for",
            description="Months after which breaks are deleted for good; 0 keeps all of them.",
        ),
    ] = 0


class SharingSettings(_Group, frozen=True):
    """One history on several computers, through a folder that something else keeps in step.

    Syncthing, Nextcloud, OneDrive and the like do that. Each computer writes files of its own.
    """

    folder: Annotated[
        str,
        Meta(
            title="Shared folder",
            description="A folder that is there already, the same on each computer; without one, "
            "nothing is shared.",
            examples=["", "~/Nextcloud/DeskStretch"],
        ),
    ] = ""


class TrialSettings(_Group, frozen=True):
    """Shorter times for trying things out and for tests; 0 leaves a time as it is.

    Seconds, outside the ranges that make sense at work. Leave this table out of daily use.
    """

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
    review: ReviewSettings = ReviewSettings()
    history: HistorySettings = HistorySettings()
    sharing: SharingSettings = SharingSettings()
    trial: TrialSettings = TrialSettings()
    routines: tuple[Routine, ...] = ()
    """In the order of the file; `own_routines.py` reads them."""

"""Settings that say when and how a person is asked."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from deskstretch.core.settings.group import Group
from deskstretch.core.working_hours import week_hours


class BreakSettings(Group, frozen=True):
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


class SnoozeSettings(Group, frozen=True):
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


class AskingSettings(Group, frozen=True):
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


class WorkingHours(Group, frozen=True):
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


class DisturbanceSettings(Group, frozen=True):
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

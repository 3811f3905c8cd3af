"""Settings that say when and how a person is asked."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from deskstretch.core.language import N_
from deskstretch.core.settings.group import Group
from deskstretch.core.working_hours import week_hours


class BreakSettings(Group, frozen=True):
    about: ClassVar[str] = N_("When a break is due and how long it is.")

    interval_minutes: Annotated[
        int,
        Meta(
            ge=20,
            le=120,
            title=N_("Break after"),
            description=N_("Minutes of sitting time after which a break is due."),
        ),
    ] = 45
    tolerance_minutes: Annotated[
        int,
        Meta(
            ge=0,
            le=15,
            title=N_("Wait for a lull"),
            description=N_("Minutes to wait for a lull in your typing before asking anyway."),
        ),
    ] = 3
    length: Annotated[
        Literal["short", "long"],
        Meta(
            title=N_("Usual length"),
            description=N_(
                "What the big Start button starts: short is about 1 minute, long about 3 minutes."
            ),
        ),
    ] = "short"
    short_routine: Annotated[
        str,
        Meta(
            title=N_("Short breaks"),
            description=N_(
                "The routine of every short break, by id; without one, each break is "
                "chosen for you."
            ),
            examples=["", "after-lunch"],
        ),
    ] = ""
    long_routine: Annotated[
        str,
        Meta(
            title=N_("Long breaks"),
            description=N_(
                "The routine of every long break, by id; without one, each break is chosen for you."
            ),
            examples=["", "after-lunch"],
        ),
    ] = ""


class SnoozeSettings(Group, frozen=True):
    about: ClassVar[str] = N_("Asking again a little later.")

    minutes: Annotated[
        Literal[2, 5, 10, 15],
        Meta(title=N_("Snooze for"), description=N_("Minutes until a snoozed prompt asks again.")),
    ] = 5
    limit: Annotated[
        int,
        Meta(
            ge=0,
            le=10,
            title=N_("Snoozes a break"),
            description=N_("How often one break can be snoozed; after that it waits quietly."),
        ),
    ] = 2


class AskingSettings(Group, frozen=True):
    about: ClassVar[str] = N_("How you are asked.")

    strictness: Annotated[
        Literal["gentle", "normal", "firm"],
        Meta(
            title=N_("Strictness"),
            description=N_(
                "Gentle: only the pill or a quiet notification; no window comes by itself. "
                "Normal: asks as chosen below, and never takes the keyboard. "
                "Firm: fills the screen and takes the keyboard after a moment; Skip comes later. "
                "Escape and Not now lead out of it at any time."
            ),
        ),
    ] = "normal"
    skip_after_seconds: Annotated[
        int,
        Meta(
            ge=5,
            le=20,
            title=N_("Skip comes after"),
            description=N_("Seconds until a firm prompt offers to skip."),
        ),
    ] = 10
    by: Annotated[
        Literal["auto", "window", "notification", "both"],
        Meta(
            title=N_("Ask by"),
            description=N_(
                "A small window, a notification of your desktop, or both. Auto is the "
                "window, and the notification where no window can be kept in sight."
            ),
        ),
    ] = "auto"
    heads_up: Annotated[
        bool,
        Meta(
            title=N_("Heads-up"),
            description=N_("A short notification about 30 seconds before you are asked."),
        ),
    ] = False


_Hours = Annotated[str, Meta(examples=["09:00-12:30, 13:30-18:00", "always", "off"])]


class WorkingHours(Group, frozen=True):
    about: ClassVar[str] = N_(
        "Hours in which you may be asked, for each weekday.\n\n"
        'One or more spans as "09:00-12:30, 13:30-18:00"; "always" for the whole day, '
        '"off" for none.\n'
        'A span may cross midnight: "22:00-06:00".'
    )

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
    about: ClassVar[str] = N_(
        "When not to ask.\n\n"
        "Looked for only while a break is due; you are asked once it has been over for a minute."
    )

    camera: Annotated[
        bool, Meta(title=N_("Camera"), description=N_("Do not ask while a camera is in use."))
    ] = True
    microphone: Annotated[
        bool, Meta(title=N_("Microphone"), description=N_("Do not ask while a program listens."))
    ] = True
    microphone_ignored: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Programs that always listen"),
            description=N_(
                "Names of programs whose open microphone means nothing, such as a voice assistant."
            ),
        ),
    ] = ()
    screen_sharing: Annotated[
        bool,
        Meta(
            title=N_("Screen sharing"),
            description=N_("Do not ask while the screen is shown to others."),
        ),
    ] = True
    full_screen: Annotated[
        bool,
        Meta(
            title=N_("Full screen"),
            description=N_("Do not ask while the window in use fills the whole screen."),
        ),
    ] = True
    do_not_disturb: Annotated[
        bool,
        Meta(
            title=N_("Do not disturb"),
            description=N_("Do not ask while the desktop is told not to disturb."),
        ),
    ] = True
    inhibitors: Annotated[
        bool,
        Meta(
            title=N_("Presentations and films"),
            description=N_("Do not ask while a program keeps the screen from switching off."),
        ),
    ] = True
    programs: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("While these run"),
            description=N_("Names of programs; do not ask as long as one of them is running."),
        ),
    ] = ()

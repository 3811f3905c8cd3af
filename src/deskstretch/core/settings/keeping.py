"""Settings that say what becomes of the record of breaks."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from deskstretch.core.language import N_
from deskstretch.core.settings.group import Group


class ReviewSettings(Group, frozen=True):
    about: ClassVar[str] = N_("Looking back.")

    goal_percent: Annotated[
        int,
        Meta(
            ge=0,
            le=100,
            title=N_("Goal"),
            description=N_(
                "Share of the breaks that you would like to take, to see beside your own "
                "weeks; 0 is no goal. People in studies took about 60 %."
            ),
        ),
    ] = 0
    summary_day: Annotated[
        Literal[
            "off", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
        ],
        Meta(
            title=N_("Weekly summary"),
            description=N_("The day on which a notification sums up the week, or off."),
        ),
    ] = "off"
    summary_time: Annotated[
        str,
        Meta(
            pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
            title=N_("Summary at"),
            description=N_("The time of day of the weekly summary."),
            examples=["16:00", "09:30"],
        ),
    ] = "16:00"


class HistorySettings(Group, frozen=True):
    about: ClassVar[str] = N_("The record of your breaks.")

    keep_for_months: Annotated[
        int,
        Meta(
            ge=0,
            le=120,
            title=N_("Keep for"),
            description=N_("Months after which breaks are deleted for good; 0 keeps all of them."),
        ),
    ] = 0


class SharingSettings(Group, frozen=True):
    about: ClassVar[str] = N_(
        "One history on several computers, through a folder that something else keeps in step.\n\n"
        "Syncthing, Nextcloud, OneDrive and the like do that. "
        "Each computer writes files of its own."
    )

    folder: Annotated[
        str,
        Meta(
            title=N_("Shared folder"),
            description=N_(
                "A folder that is there already, the same on each computer; without one, "
                "nothing is shared."
            ),
            examples=["", "~/Nextcloud/DeskStretch"],
        ),
    ] = ""

"""Settings that say what is stretched, and how that looks and sounds."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from deskstretch.core.language import N_
from deskstretch.core.settings.group import Group


class DeskSettings(Group, frozen=True):
    about: ClassVar[str] = N_("Where you are and what is at hand.")

    may_stand: Annotated[
        bool,
        Meta(
            title=N_("Standing stretches"),
            description=N_("Also offer stretches for which you stand up."),
        ),
    ] = True
    floor: Annotated[
        bool,
        Meta(
            title=N_("Floor stretches"),
            description=N_("Also offer stretches on a mat, at home or at the gym."),
        ),
    ] = False
    chair_stands_still: Annotated[
        bool,
        Meta(
            title=N_("My chair stands still"),
            description=N_(
                "The chair has no castors, or they are locked; a heel may be put on its seat."
            ),
        ),
    ] = False
    ledge: Annotated[
        bool,
        Meta(
            title=N_("A ledge or shelf"), description=N_("There is a ledge or shelf to hold on to.")
        ),
    ] = True
    not_at_hand: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Not at hand"),
            description=N_("Things you do not have, by name: towel, pillow."),
        ),
    ] = ()
    spare_areas: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Areas to spare"),
            description=N_("Areas to leave alone, by name: neck, knees."),
        ),
    ] = ()
    left_out: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Stretches left out"),
            description=N_("Stretches that are never chosen, by id."),
        ),
    ] = ()
    chosen: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Stretches switched on"),
            description=N_("Stretches, by id, that are off until you choose them."),
        ),
    ] = ()
    favourites: Annotated[
        tuple[str, ...],
        Meta(
            title=N_("Favourites"), description=N_("Stretches you like to see more often, by id.")
        ),
    ] = ()


class LookSettings(Group, frozen=True):
    about: ClassVar[str] = N_("How the windows look.")

    language: Annotated[
        Literal["system", "en", "de", "fr", "es", "ja", "ar"],
        Meta(
            title=N_("Language"),
            description=N_("The language of windows, commands and spoken cues."),
        ),
    ] = "system"
    theme: Annotated[
        Literal["system", "light", "dark"],
        Meta(title=N_("Theme"), description=N_("Light, dark, or as the desktop says.")),
    ] = "system"
    reduced_motion: Annotated[
        Literal["system", "on", "off"],
        Meta(
            title=N_("Reduced motion"),
            description=N_("Show the key poses of a stretch instead of the movement."),
        ),
    ] = "system"
    guide_full_screen: Annotated[
        Literal["auto", "on", "off"],
        Meta(
            title=N_("Guide on the whole screen"),
            description=N_(
                "Auto does so where no window can be brought to the front by a program."
            ),
        ),
    ] = "auto"
    shirt: Annotated[
        Literal["teal", "plum", "ochre", "slate"],
        Meta(title=N_("Shirt"), description=N_("The colour of the figure's shirt.")),
    ] = "teal"
    skin: Annotated[
        Literal["light", "medium", "tan", "dark"],
        Meta(title=N_("Skin tone"), description=N_("The figure's skin tone.")),
    ] = "light"
    hair: Annotated[
        Literal["short", "long", "none", "headscarf"],
        Meta(title=N_("Hair"), description=N_("The figure's hair, none, or a headscarf.")),
    ] = "short"


class SoundSettings(Group, frozen=True):
    about: ClassVar[str] = N_(
        "What is heard during a guided break, where the machine can play or speak.\n\n"
        "Off at first: others may sit in the same room."
    )

    chimes: Annotated[
        bool,
        Meta(
            title=N_("Chimes"),
            description=N_("A soft chime to get ready, to switch sides and when a hold is over."),
        ),
    ] = False
    voice: Annotated[
        bool,
        Meta(
            title=N_("Voice"),
            description=N_("Say what to do and how long is left, so that you need not look."),
        ),
    ] = False
    volume: Annotated[
        int,
        Meta(
            ge=0,
            le=100,
            title=N_("Volume"),
            description=N_(
                "Of the chimes and the voice, in percent; the desktop's own volume counts too."
            ),
        ),
    ] = 50

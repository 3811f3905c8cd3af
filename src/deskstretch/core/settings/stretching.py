"""Settings that say what is stretched, and how that looks and sounds."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from deskstretch.core.settings.group import Group


class DeskSettings(Group, frozen=True):
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


class LookSettings(Group, frozen=True):
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


class SoundSettings(Group, frozen=True):
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

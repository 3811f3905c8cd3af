"""Areas of the body: their names in files and the words for them on screen."""

from __future__ import annotations

from enum import StrEnum

from deskstretch.core.language import N_, _


class Area(StrEnum):
    """An area that a stretch lengthens, or asks something of."""

    HAMSTRINGS = "hamstrings"
    HIP_FLEXORS = "hip flexors"
    GLUTES = "glutes"
    OUTER_HIPS = "outer hips"
    INNER_THIGHS = "inner thighs"
    CALVES = "calves"
    KNEES = "knees"
    LOWER_BACK = "lower back"
    UPPER_BACK = "upper back"
    LATS = "lats"
    SIDE_OF_THE_TRUNK = "side of the trunk"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    NECK = "neck"
    WRISTS = "wrists"
    ABDOMEN = "abdomen"
    WHOLE_BODY = "whole body"


# Translators: names of areas of the body; the others are the same as the everyday words.
_NAMES = (
    N_("hamstrings"),
    N_("hip flexors"),
    N_("glutes"),
    N_("outer hips"),
    N_("lats"),
    N_("side of the trunk"),
    N_("abdomen"),
)

# Translators: areas of the body, in everyday words.
_EVERYDAY_WORDS = {
    Area.HAMSTRINGS: N_("back of the thighs"),
    Area.HIP_FLEXORS: N_("front of the hips"),
    Area.GLUTES: N_("buttocks"),
    Area.OUTER_HIPS: N_("hips"),
    Area.INNER_THIGHS: N_("inner thighs"),
    Area.CALVES: N_("calves"),
    Area.KNEES: N_("knees"),
    Area.LOWER_BACK: N_("lower back"),
    Area.UPPER_BACK: N_("upper back"),
    Area.LATS: N_("sides of the back"),
    Area.SIDE_OF_THE_TRUNK: N_("waist"),
    Area.SHOULDERS: N_("shoulders"),
    Area.CHEST: N_("chest"),
    Area.NECK: N_("neck"),
    Area.WRISTS: N_("wrists"),
    Area.ABDOMEN: N_("belly"),
    Area.WHOLE_BODY: N_("whole body"),
}


def area_words(area: Area) -> str:
    """What a person calls the area: "back of the thighs" rather than "hamstrings"."""
    return _(_EVERYDAY_WORDS[area])


def area_name(name: str) -> str:
    """The name of an area, as it is kept; one that is not known stays as it is."""
    return _(name)


def area_named(name: str) -> Area | None:
    """The area a person means by `name`: its name or its words, in any case, "knee" or "knees"."""
    wanted = name.strip().casefold()
    for area in Area:
        names = (area.value, _EVERYDAY_WORDS[area], area_words(area).casefold())
        if wanted and any(wanted in (known, known.removesuffix("s")) for known in names):
            return area
    return None

"""Areas of the body: their names in files and the words for them on screen."""

from __future__ import annotations

from enum import StrEnum


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


_EVERYDAY_WORDS = {
    Area.HAMSTRINGS: "back of the thighs",
    Area.HIP_FLEXORS: "front of the hips",
    Area.GLUTES: "buttocks",
    Area.OUTER_HIPS: "hips",
    Area.LATS: "sides of the back",
    Area.SIDE_OF_THE_TRUNK: "waist",
    Area.ABDOMEN: "belly",
}


def area_words(area: Area) -> str:
    """What a person calls the area: "back of the thighs" rather than "hamstrings"."""
    return _EVERYDAY_WORDS.get(area, area.value)


def area_named(name: str) -> Area | None:
    """The area a person means by `name`: its name or its words, in any case, "knee" or "knees"."""
    wanted = name.strip().casefold()
    for area in Area:
        names = (area.value, area_words(area))
        if wanted and any(wanted in (known, known.removesuffix("s")) for known in names):
            return area
    return None

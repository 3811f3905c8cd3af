"""What the app is made of: the distributions that come along with it, by their metadata."""

from __future__ import annotations

from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "deskstretch"


def needed_by(name: str) -> list[Distribution]:
    """What `name` requires here, without extras, sorted by name. PackageNotFoundError."""
    required = map(Requirement, distribution(name).requires or ())
    here = [one for one in required if one.marker is None or one.marker.evaluate({"extra": ""})]
    return sorted((distribution(one.name) for one in here), key=name_of)


def all_parts(name: str = PROGRAM) -> list[Distribution]:
    """Everything that comes along with `name`, however indirectly, sorted by name."""
    found: dict[str, Distribution] = {}
    to_look_at = [name]
    while to_look_at:
        for part in needed_by(to_look_at.pop()):
            if name_of(part) not in found:
                found[name_of(part)] = part
                to_look_at.append(name_of(part))
    return [found[each] for each in sorted(found)]


def name_of(part: Distribution) -> str:
    """Its name as indexes of packages write it: pyside6-essentials."""
    return canonicalize_name(part.metadata["Name"])


def licence_of(part: Distribution) -> str:
    """An SPDX expression, as the part itself says; ValueError if it says none."""
    for field in ("License-Expression", "License"):
        for said in part.metadata.get_all(field) or ():
            if "\n" not in said:
                return str(said)
    raise ValueError(f"{name_of(part)} does not say its licence in a word")

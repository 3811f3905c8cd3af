"""A thousand spoilt exercise files: each is refused with a path, or accepted and usable."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import pytest

from deskstretch.core.catalogue import read_catalogue
from deskstretch.core.catalogue_text import list_json, list_text, show_text
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from tests.core.shipped import shipped_bytes

ODD_VALUES: list[Any] = [
    None, True, 0, -1, 1, 2.5, 1e308, -1e308, 2**70, "", "x", "x\n", "{side}", "{0}", "\u202e",
    "\ud800", "a" * 5000, [], {}, [[]], [None], {"id": "x"}, "chair-hamstring", "both", "phases",
]  # fmt: skip


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in the file."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    found = [(node, key) for key in keys]
    for key in keys:
        if isinstance(node[key], dict | list):
            found += places(node[key])
    return found


def spoil_a_value(file: Any, chance: random.Random) -> None:
    container, key = chance.choice(places(file))
    match chance.randrange(5):
        case 0 | 1:
            container[key] = chance.choice(ODD_VALUES)
        case 2:
            del container[key]
        case 3 if isinstance(container, dict):
            container[f"{key}_"] = container[key]
        case 3:
            container.append(container[key])
        case _:
            other, other_key = chance.choice(places(file))
            container[key] = json.loads(json.dumps(other[other_key]))


def spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(spoilt))
        match chance.randrange(4):
            case 0:
                spoilt[at] = chance.randrange(256)
            case 1:
                del spoilt[at : at + chance.randint(1, 40)]
            case 2:
                spoilt[at:at] = chance.choice([b'"', b"{", b"[", b"}", b",", b"\\u", b"\xff", b"9"])
            case _:
                spoilt[at:at] = spoilt[at : at + chance.randint(1, 200)]
    return bytes(spoilt if chance.random() < 0.8 else spoilt[: chance.randrange(len(spoilt))])


def spoilt_file(number: int) -> bytes:
    chance = random.Random(number)
    if number % 3 == 0:
        return spoil_bytes(shipped_bytes(), chance)
    file = json.loads(shipped_bytes())
    for _ in range(chance.randint(1, 4)):
        spoil_a_value(file, chance)
    return json.dumps(file).encode()


@pytest.mark.parametrize("hundred", range(10))
def test_a_spoilt_file_is_refused_with_a_path_or_usable(hundred: int) -> None:
    for number in range(100 * hundred, 100 * hundred + 100):
        reading = read_catalogue(spoilt_file(number))
        for fault in reading.faults:
            assert fault.path.startswith("$")
            assert fault.what
            assert "\n" not in fault.text
        catalogue = reading.catalogue
        assert reading.faults or catalogue.exercises
        list_text(catalogue)
        list_json(catalogue)
        for exercise in catalogue.exercises.values():
            assert show_text(exercise)
            routine = Routine(id="one", name="One", items=(RoutineItem(exercise.id),))
            assert math.isfinite(length_seconds(plan_steps(routine, catalogue.exercises)))
        for routine in catalogue.routines.values():
            assert plan_steps(routine, catalogue.exercises)


def test_the_thousand_holds_both_refused_and_accepted_files() -> None:
    refused = [bool(read_catalogue(spoilt_file(number)).faults) for number in range(200)]
    assert any(refused)
    assert not all(refused)

"""Exercise files with something spoilt in them, the same for the same number."""

from __future__ import annotations

import json
import random
from typing import Any

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


ODD_PARTS: list[Any] = [
    0, -1, 0.5, 2.5, 1e-7, 1e5, 1e308, None, [0, 0, 0], [0, 0, 1], [1e-200, 0, 0], [1e308, 0, 1],
    "hand_left", "hand_right", "thigh_right", "forearm_left", "lumbar", "knee_right", "knees",
    "ankle_left", {"on": "hand_right"}, {"on": "hand_left", "at": 1}, {"on": "forearm_right"},
    {"on": "foot_left"}, {"point": [4.9, 0, 0]},
]  # fmt: skip
PART_NAMES = [
    "hand", "hand_left", "hand_right", "foot", "foot_right", "thigh", "thigh_left", "shank",
    "elbow", "knee_left", "forearm_right", "facing", "up", "face", "chest_facing", "anchor",
]  # fmt: skip


def spoilt_figure(number: int) -> bytes:
    """A file with one stretch of the shipped ones, whose figure alone is spoilt."""
    chance = random.Random(number)
    exercise = chance.choice(json.loads(shipped_bytes())["exercises"])
    for _ in range(chance.randint(1, 2)):
        container, key = chance.choice(places(exercise["figure"]))
        match chance.randrange(5):
            case 0 | 1:
                container[key] = chance.choice(ODD_PARTS)
            case 2:
                del container[key]
            case 3 if isinstance(container, dict):
                container[chance.choice(PART_NAMES)] = container[key]
            case _:
                other, other_key = chance.choice(places(exercise["figure"]))
                container[key] = json.loads(json.dumps(other[other_key]))
    return json.dumps({"version": 1, "exercises": [exercise]}).encode()

"""Somebody's first stretch is an easy one that they can do."""

from __future__ import annotations

import msgspec

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.first_stretch import first_stretch
from deskstretch.core.settings import DeskSettings
from tests.core.shipped import shipped_catalogue


def first_id(catalogue: Catalogue, desk: DeskSettings) -> str | None:
    first = first_stretch(catalogue, desk)
    return None if first is None else first.id


def test_it_is_done_on_the_chair() -> None:
    assert first_id(shipped_catalogue(), DeskSettings()) == "chair-hamstring"


def test_what_is_left_out_is_not_the_first() -> None:
    desk = DeskSettings(left_out=("chair-hamstring",), spare_areas=("hips",))
    assert first_id(shipped_catalogue(), desk) == "deep-breathing"


def test_other_catalogues_have_a_first_one_too() -> None:
    shipped = shipped_catalogue()
    standing = {"standing-hip-flexor": shipped.exercises["standing-hip-flexor"]}
    catalogue = msgspec.structs.replace(shipped, exercises=standing)
    assert first_id(catalogue, DeskSettings()) == "standing-hip-flexor"
    assert first_id(catalogue, DeskSettings(may_stand=False)) is None

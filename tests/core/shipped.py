"""The catalogue that comes with the program, for tests of the rules that work on it."""

from __future__ import annotations

from functools import cache

from deskstretch.core.catalogue import Catalogue, read_catalogue
from deskstretch.resources import resource_path


@cache
def shipped_bytes() -> bytes:
    return resource_path("exercises.json").read_bytes()


@cache
def shipped_catalogue() -> Catalogue:
    reading = read_catalogue(shipped_bytes())
    assert reading.faults == ()
    return reading.catalogue

"""Imports a library without the modules that it names but that this program never runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def stand_ins(modules: Mapping[str, Mapping[str, Any]]) -> Iterator[None]:
    """Inside of this, small stand-ins take the places of these modules, with what is in them.

    Afterwards a real import of any of them works as ever. What is loaded already is left alone.
    """
    placed = {name: _module(name, modules[name]) for name in modules if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, module in placed.items():
            del sys.modules[name]
            package, _, last = name.rpartition(".")
            inside = vars(sys.modules[package]) if package in sys.modules else {}
            if inside.get(last) is module:
                del inside[last]


def _module(name: str, content: Mapping[str, Any]) -> ModuleType:
    module = ModuleType(name, f"A stand-in; see {__name__}.")
    vars(module).update(content)
    return module

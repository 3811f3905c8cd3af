"""Imports a library without the modules that it names but that this program never runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def stand_ins(modules: Mapping[str, Mapping[str, Any]]) -> Iterator[None]:
    """Inside of this, small stand-ins take the places of these modules, with what is in them.

    Afterwards a real import of any of them works as ever. What is loaded already is left alone.
    Whoever has got a stand-in and asks more of it than is in it gets that from the real module,
    which is loaded then: so nothing breaks that is needed after all.
    """
    placed = {name: _StandIn(name, modules[name]) for name in modules if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for module in placed.values():
            module.step_aside()


def late(module: str, function: str) -> Callable[..., Any]:
    """A function that may be needed now and then: its module is loaded when it is called."""

    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(import_module(module), function)(*arguments, **options)

    return call


class _StandIn(ModuleType):
    def __init__(self, name: str, content: Mapping[str, Any]) -> None:
        super().__init__(name, f"A stand-in; see {__name__}.")
        vars(self).update(content)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # importing asks for such by itself
        self.step_aside()
        return getattr(import_module(self.__name__), name)

    def step_aside(self) -> None:
        """Leave the place to the real module."""
        if sys.modules.get(self.__name__) is not self:
            return
        del sys.modules[self.__name__]
        package, _, last = self.__name__.rpartition(".")
        inside = vars(sys.modules[package]) if package in sys.modules else {}
        if inside.get(last) is self:
            del inside[last]

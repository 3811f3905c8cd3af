"""The arrows of ARCHITECTURE.md: imports point inwards, and the rules know no clock and no file."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.import_graph import cycle_in, import_graph, imports_of, modules_in

SOURCE = Path(__file__).parents[1] / "src"
MODULES = modules_in(SOURCE)

LAYERS_BELOW = {
    "core": set[str](),
    "store": {"core"},
    "desktop": {"core"},
    "ui": {"core"},
    "wiring": {"core", "store", "desktop", "ui"},
    "demo": {"core", "store", "desktop", "wiring", "app", "application"},
    "commands": {"core", "store", "desktop", "wiring", "program", "window_program", "demo"},
}
FREE_FOR_ALL_BUT_CORE = {"resources", "__version__"}

PURE = {
    "__future__", "bisect", "calendar", "collections", "datetime", "difflib", "enum", "fractions",
    "functools", "heapq", "html", "itertools", "math", "msgspec", "operator", "re", "statistics",
    "string", "types", "typing", "unicodedata",
}  # fmt: skip
"""What core may use: nothing in here reads a clock, a file, the environment or chance."""

CLOCK_READINGS = {"now", "today", "utcnow"}
IMPURE_BUILTINS = {"__import__", "breakpoint", "exec", "eval", "input", "open", "print"}


def in_layer(layer: str) -> dict[str, ast.Module]:
    prefix = f"deskstretch.{layer}"
    return {
        name: tree
        for name, tree in MODULES.items()
        if name == prefix or name.startswith(f"{prefix}.")
    }


@pytest.mark.parametrize("layer", LAYERS_BELOW)
def test_a_layer_imports_only_the_layers_below_it(layer: str) -> None:
    allowed = {layer} | LAYERS_BELOW[layer]
    if layer != "core":
        allowed |= FREE_FOR_ALL_BUT_CORE
    wrong = [
        f"{name} imports {imported}"
        for name, tree in in_layer(layer).items()
        for imported in imports_of(tree)
        if imported.startswith("deskstretch.") and imported.split(".")[1] not in allowed
    ]
    assert wrong == []


def test_core_uses_nothing_that_reads_a_clock_a_file_or_chance() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, tree in in_layer("core").items()
        for imported in imports_of(tree)
        if imported.split(".")[0] not in PURE | {"deskstretch"}
    ]
    assert wrong == []


def test_core_never_asks_for_the_time_nor_speaks_to_the_world() -> None:
    wrong = [
        f"{name}, line {node.lineno}: {ast.unparse(node)}"
        for name, tree in in_layer("core").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and is_impure_call(node)
    ]
    assert wrong == []


def is_impure_call(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in IMPURE_BUILTINS
        case ast.Attribute(value=ast.Name(id="datetime" | "date"), attr=attribute):
            return attribute in CLOCK_READINGS
    return False


def test_the_store_works_without_qt_and_the_desktop_without_widgets() -> None:
    wrong = [
        f"{name} imports {imported}"
        for layer, unwanted in (("store", "PySide6"), ("desktop", "PySide6.QtWidgets"))
        for name, tree in in_layer(layer).items()
        for imported in imports_of(tree)
        if imported == unwanted or imported.startswith(f"{unwanted}.")
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert cycle_in(import_graph(MODULES)) == []


def test_importing_the_rules_and_the_store_does_not_load_qt() -> None:
    names = [*in_layer("core"), *in_layer("store"), "deskstretch.resources"]
    assert loaded_by(names).isdisjoint({"PySide6", "shiboken6"})


def loaded_by(names: list[str]) -> set[str]:
    """The top-level packages that a fresh Python has loaded after importing these modules."""
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print('\\n'.join(name.partition('.')[0] for name in sys.modules))\n"
    )
    command = (sys.executable, "-c", code, *names)
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_late_imports_and_those_for_type_checking_count() -> None:
    tree = ast.parse(
        "import os.path\n"
        "if TYPE_CHECKING:\n    from a.b import c\n"
        "def later():\n    from d import e\n"
    )
    assert list(imports_of(tree)) == ["os.path", "a.b.c", "d.e"]


def test_a_ring_of_imports_is_found() -> None:
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["b", "c", "b"]
    assert cycle_in({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []

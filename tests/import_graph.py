"""Who imports whom, read from the source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path


def modules_in(source: Path) -> dict[str, ast.Module]:
    """Every module below a source folder, by its dotted name; a package has its own name."""
    return {
        _dotted_name(file.relative_to(source)): ast.parse(file.read_text(), str(file))
        for file in sorted(source.rglob("*.py"))
    }


def imports_of(tree: ast.Module) -> Iterator[str]:
    """All that a module imports, late and for type checking too, as `package.module.name`.

    `from a import b` gives `a.b`: only the reader knows whether b is a module. Relative imports
    are not understood; the project has none, which `ruff` rule TID252 sees to.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield from (f"{module}.{alias.name}" for alias in node.names)


def import_graph(modules: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Which of these modules each of them imports."""
    return {
        name: {
            known
            for imported in imports_of(tree)
            if (known := _longest_known(imported, modules)) is not None
        }
        for name, tree in modules.items()
    }


def cycle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """One ring of imports, its first module repeated at the end; empty if there is none."""
    done: set[str] = set()

    def search(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for imported in sorted(graph[name]):
            if ring := search(imported, [*path, name]):
                return ring
        done.add(name)
        return []

    return next((ring for name in sorted(graph) if (ring := search(name, []))), [])


def _dotted_name(file: Path) -> str:
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _longest_known(imported: str, modules: Mapping[str, ast.Module]) -> str | None:
    while imported and imported not in modules:
        imported = imported.rpartition(".")[0]
    return imported or None

"""Every text that the layers below the windows show is marked for translation.

Looked for in the syntax: a text that is printed, raised, returned, yielded, or given to what a
person reads, with a space between two words, outside the marks. What is not for people is named
in `NOT_FOR_PEOPLE`, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import deskstretch

SOURCE = Path(deskstretch.__file__).parent
LAYERS = ("core", "store", "commands", "desktop")

_MARKS = {"_", "N_", "ngettext", "pgettext"}
_PROGRAMMERS_ERRORS = {"AssertionError", "RuntimeError", "TypeError"}
_WORDS = re.compile(r"[^\W\d_]{2,}[,:;.]? [^\W\d_]{2,}")
"""Two words side by side."""
_NOT_PROSE = re.compile(
    r"[a-z]_[a-z]|\b(?:SELECT|INSERT|UPDATE|CREATE|ORDER BY|WHERE|NULL)\b|stretches = \[|`str`"
)
"""SQL, columns, examples in TOML, and what the decoder says."""

IDS = {
    # As they are kept in the history, in files and in settings; their words stand beside them.
    *("hip flexors", "outer hips", "inner thighs", "lower back", "upper back", "whole body"),
    *("side of the trunk", "chair stands still", "managed default"),
    *("screen sharing", "full screen", "do not disturb", "presentation or film"),
    "outside working hours",
    # Names of adapters, by which `deskstretch doctor` and bug reports call them everywhere.
    *("camera device", "camera and microphone", "desktop notification service", "desktop portal"),
    *("desktop settings", "notification state", "power assertions", "power manager"),
    *("power requests", "screen saver", "session manager", "Plasma notifications"),
    *("Plasma power manager", "Xfce notifications", "Wayland windows", "Mutter idle monitor"),
    *("Wayland idle notifications", "X11 idle counter", "X11 key grabs", "Windows hot keys"),
    *("Windows session", "last input to Windows", "last input to macOS", "macOS notifications"),
    *("Windows animations", "macOS reduce motion"),
}
"""What is compared and not read."""

NOT_FOR_PEOPLE = {
    "core/planner": "errors of the programmer",
    "core/figure": "errors of the programmer, and of the files of figures in the decoder's words",
    "core/session.py": "errors of the programmer",
    "core/catalogue_fault.py": "patterns of what the decoder says",
    "core/exercise.py": "descriptions for the JSON Schema, and what the decoder is told",
    "core/report_html.py": "HTML and CSS",
    "desktop/autostart/launch_agent.py": "keys of a file for the machine",
    "desktop/autostart/xdg.py": "the lines of a desktop entry",
    "desktop/disturbance/plasma.py": "what another program prints",
    "desktop/quick_json.py": "errors of the programmer",
    "desktop/sound/quieter.py": "errors of the programmer",
    "desktop/stand_ins.py": "names of modules",
    "desktop/voice/speaker.py": "a script for another program",
    "desktop/presence/wayland_wire.py": "what a compositor says, in its own words",
    "store/instant.py": "errors of the programmer",
}


def names() -> list[str]:
    """The modules of these layers that people read something of."""
    found = [file for layer in LAYERS for file in sorted((SOURCE / layer).rglob("*.py"))]
    paths = [file.relative_to(SOURCE).as_posix() for file in (*found, SOURCE / "cli.py")]
    return [path for path in paths if not path.startswith(tuple(NOT_FOR_PEOPLE))]


@pytest.mark.parametrize("name", names())
def test_what_a_person_reads_is_marked(name: str) -> None:
    assert list(unmarked((SOURCE / name).read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'def f(n):\n    return f"{n} was not found"',
        'def f():\n    yield "Nothing is shared"',
        'print("Nothing was deleted.", file=out)',
        'raise ValueError("it is too long")',
        'words = {1: "is read-only"}',
        'WORDS = ("Go slowly.", "Stop there.")',
        'parser.add_argument("--x", help="as one line")',
    ],
)
def test_a_text_without_its_mark_is_found(source: str) -> None:
    assert list(unmarked(source))


@pytest.mark.parametrize(
    "source",
    [
        'def f(n):\n    return _("{name} was not found").format(name=n)',
        'WORDS = (N_("Go slowly."), N_("Stop there."))',
        '_log.info("Nothing was found: %s", n)',
        'connection.execute("SELECT day FROM break")',
        '"""The words of a docstring."""',
        'raise AssertionError("cannot be so")',
    ],
)
def test_a_marked_text_and_one_for_no_person_are_left_alone(source: str) -> None:
    assert list(unmarked(source)) == []


def unmarked(source: str) -> Iterator[str]:
    """The texts of a module that have words and no mark, with their lines."""
    tree = ast.parse(source)
    aside = {id(each) for each in _not_shown(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in aside:
            continue
        text = node.value
        if not isinstance(text, str) or text in IDS or _NOT_PROSE.search(text):
            continue
        if _WORDS.search(text):
            yield f"line {node.lineno}: {text}"


def _not_shown(tree: ast.Module) -> Iterator[ast.AST]:
    """All below marks, docstrings, log lines, SQL, patterns and the programmer's own errors."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield from ast.walk(node)
            case ast.Call(func=ast.Name(id=name)) if name in _MARKS | _PROGRAMMERS_ERRORS:
                yield from ast.walk(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="_log" | "logging" | "re"))):
                yield from ast.walk(node)
            case ast.Call(func=ast.Attribute(attr="execute" | "executemany" | "executescript")):
                yield from ast.walk(node)
            case ast.Assert():
                yield from ast.walk(node)

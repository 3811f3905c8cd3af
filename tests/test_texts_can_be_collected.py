"""Texts that are marked for translation can be collected: they are whole, and in plain sight."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "deskstretch"
_MARKS = {"_", "N_", "ngettext", "pgettext"}
_TEXTS = {"ngettext": (0, 1), "pgettext": (0, 1)}
"""Which arguments must be texts; of the others a name may stand for one marked elsewhere."""


def test_only_whole_texts_are_marked() -> None:
    wrong = [place for file in sorted(SOURCE.rglob("*.py")) for place in _wrong_marks(file)]
    assert wrong == []


def test_a_text_that_cannot_be_collected_is_found(tmp_path: Path) -> None:
    file = tmp_path / "some.py"
    file.write_text(
        "a = _(f'{count} breaks')\n"
        "b = _('one ' + 'two')\n"
        "c = f\"{_('inside')}\"\n"
        "d = pgettext('button', words)\n"
        "e = _('{count} breaks').format(count=2)\n"
        "f = _(words)\n"
    )
    assert {place.rpartition(":")[2] for place in _wrong_marks(file)} == {"1", "2", "3", "4"}


def _wrong_marks(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    in_f_strings = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _MARKS
            and (_is_built(node, node.func.id) or _is_hidden(node, in_f_strings))
        ):
            yield f"{file}:{node.lineno}"


def _is_built(call: ast.Call, mark: str) -> bool:
    """Whether something stands for a text that is only put together as the program runs."""
    must_be_texts = _TEXTS.get(mark, ())
    return any(
        isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (number in must_be_texts and not isinstance(argument, ast.Constant))
        for number, argument in enumerate(call.args)
    )


def _is_hidden(call: ast.Call, in_f_strings: set[int]) -> bool:
    """Whether a text stands in an f-string, where those who collect texts do not look."""
    return id(call) in in_f_strings and isinstance(call.args[0], ast.Constant)

"""The Exec line of a desktop entry: how a command is written in it, and read from it.

After the Desktop Entry Specification 1.5, "The Exec key" and "Possible value types".
"""

from __future__ import annotations

import re

_RESERVED = re.compile(r"""[\s"'\\><~|&;$*?#()`]""")
_QUOTED_WITH_BACKSLASH = re.compile(r'(["`$\\])')
_STRING_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_FIELD_CODE = re.compile(r"%([a-zA-Z%])")


def exec_line(command: tuple[str, ...]) -> str:
    """The value of Exec that starts `command`."""
    return " ".join(map(_quoted, command)).translate(
        {ord("\\"): r"\\", ord("\n"): r"\n", ord("\t"): r"\t", ord("\r"): r"\r"}
    )


def command_in(value: str) -> tuple[str, ...] | None:
    """The command that a value of Exec starts; None if it cannot be read as one."""
    text = re.sub(
        r"\\(.)", lambda found: _STRING_ESCAPES.get(found[1], found[0]), value, flags=re.DOTALL
    )
    part = r'"((?:[^"\\]|\\.)*)"|([^\s"]+)'
    if re.fullmatch(rf"\s*(?:(?:{part})(?:\s+|$))+", text, re.DOTALL) is None:
        return None
    words: list[str] = []
    for found in re.finditer(part, text, re.DOTALL):
        quoted, bare = found.groups()
        word = bare if quoted is None else re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL)
        # Nobody hands files or names to a program at login: such places stay empty.
        without_codes = _FIELD_CODE.sub(lambda code: "%" if code[1] == "%" else "", word)
        if without_codes or quoted is not None:
            words.append(without_codes)
    return tuple(words)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if word and _RESERVED.search(word) is None:
        return word
    escaped = _QUOTED_WITH_BACKSLASH.sub(r"\\\1", word)
    return f'"{escaped}"'

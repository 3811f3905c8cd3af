"""On which line of a TOML text a key stands: the parser itself does not say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

_LONGEST_VALUE_LINES = 200


def line_of(text: str, path: Sequence[str]) -> int | None:
    """The line (from 1) on which the key or table at `path` begins; None if it cannot be told.

    `text` must be sound. A key is there as soon as the shortest sound beginning of the text that
    has it, so that every way to write it (dotted, quoted, inline) is found by the parser itself.
    """
    lines = text.splitlines(keepends=True)

    def has_key(count: int) -> bool:
        return _has(_longest_sound(lines, count)[1], path)

    end = bisect_left(range(len(lines) + 1), True, key=has_key)
    if not 0 < end <= len(lines):
        return None
    before, _ = _longest_sound(lines, end - 1)
    return before + 1


def _longest_sound(lines: Sequence[str], count: int) -> tuple[int, Mapping[str, object]]:
    """The longest beginning of at most `count` lines that parses, and what it says."""
    import tomllib

    for shorter in range(count, max(-1, count - _LONGEST_VALUE_LINES), -1):
        try:
            return shorter, tomllib.loads("".join(lines[:shorter]))
        except ValueError:
            continue
    return 0, {}


def _has(data: object, path: Sequence[str]) -> bool:
    for name in path:
        if not isinstance(data, Mapping) or name not in data:
            return False
        data = data[name]
    return True

"""Text in columns, for a terminal: signs of Japanese and others are two places wide there."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def in_columns(rows: Sequence[Sequence[str]], sides: str = "") -> list[str]:
    """The rows in columns, each to the side that "<" or ">" says; "<" if nothing does."""
    widths = [max(map(places, column)) for column in zip(*rows, strict=True)]
    sides = sides.ljust(len(widths), "<")
    return [
        "  ".join(
            padded(cell, width, side) for cell, side, width in zip(row, sides, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def padded(text: str, width: int, side: str = "<") -> str:
    """The text with spaces behind it, or before it for ">", so that it takes that many places."""
    spaces = " " * (width - places(text))
    return f"{text}{spaces}" if side == "<" else f"{spaces}{text}"


def places(text: str) -> int:
    """How many places of a terminal a text takes."""
    wide = sum(east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(combining(sign) > 0 for sign in text)

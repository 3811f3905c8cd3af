"""The font that the desktop names, in the words of Pango that GTK's desktops use."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

_USUAL_POINTS = 10.0
_STYLE = re.compile(
    "normal|roman|oblique|italic|regular|book|medium|thin"
    "|unicase|title-?caps|(all-?)?(small|petite)-?caps"
    "|((ultra|extra|semi|demi)-?)?(light|bold|black|heavy|condensed|expanded)",
    re.IGNORECASE,
)


def use_font(name: str) -> None:
    """For all windows from now on, also those that are open."""
    QApplication.setFont(font_named(name))


def font_named(name: str) -> QFont:
    """The font of that name, such as "Cantarell Bold 11" or "Noto Sans, Noto Sans CJK JP 10.5".

    As GTK does for windows, it takes the families and the size alone.
    """
    words = name.split()
    points = _number(words[-1]) if words else None
    if points is not None:
        words.pop()
    # A comma ends the families, whatever they are called: "DejaVu Sans Condensed, 10".
    while len(words) > 1 and not words[-1].endswith(",") and _STYLE.fullmatch(words[-1]):
        words.pop()
    families = [family.strip() for family in " ".join(words).split(",")]
    font = QFont([family for family in families if family] or ["Sans"])
    font.setPointSizeF(points or _USUAL_POINTS)
    return font


def _number(word: str) -> float | None:
    try:
        number = float(word)
    except ValueError:
        return None
    return number if 1 <= number < 1000 else None

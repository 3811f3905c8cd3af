"""Where a text may be wrapped, and how it looks when it is."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_PATH = re.compile(r"(?:(?<=\s)|^)(?:~?/|[A-Za-z]:\\)\S*[^\s.,;:]", re.MULTILINE)
_READ_FROM_THE_LEFT, _TO_HERE = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def unbreakable_parts(words: str) -> list[str]:
    """What stays on one line: words, and of languages without spaces as little as may be parted."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    parts, start = [], 0
    while (end := finder.toNextBoundary()) > start:
        parts.append(words[start:end].strip())
        start = end
    return parts


def wrapped_from_the_right(words: str, font: QFont, width: int) -> str:
    """A text that is read from the right, with the breaks that it gets in that width.

    Where Qt wraps such a text itself, the space at the end of a line moves its beginning inwards.
    Paths in it are still read from the left: else the stroke they begin with stands at their end.
    """
    words = _PATH.sub(lambda path: f"{_READ_FROM_THE_LEFT}{path[0]}{_TO_HERE}", words)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    lines: list[str] = []
    for paragraph in words.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            lines.append(paragraph[start : start + line.textLength()].strip())
        layout.endLayout()
    return "\n".join(lines)


def rise_above_line(words: str, font: QFont, width: int) -> int:
    """Pixels by which letters may stand out above the first line of a text; mostly none.

    A line is as high as the font says that lends the letters, and not every font keeps to that.
    """
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    top = QFontMetricsF(font).tightBoundingRect(words).top()
    return max(0, ceil(-top - line.ascent())) if line.isValid() else 0

"""Words for a tooltip that come from a file or a person."""

from __future__ import annotations


def plain_tip(words: str) -> str:
    """A tooltip that shows exactly these words.

    Qt takes what looks like HTML for HTML there, and tooltips cannot be told otherwise.
    """
    if "<" not in words and "&" not in words:
        return words
    # What follows hardly ever comes: a megabyte and a half, with every enumeration of `Qt` ...
    from PySide6.QtGui import Qt

    if not Qt.mightBeRichText(words):
        return words
    from html import escape  # ... and another half, with every name of a character.

    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'

"""Words for a tooltip that come from a file or a person."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """A tooltip that shows exactly these words.

    Qt takes what looks like HTML for HTML there, and tooltips cannot be told otherwise.
    """
    if not Qt.mightBeRichText(words):
        return words
    from html import escape  # with half a megabyte of names, for what hardly ever comes

    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'

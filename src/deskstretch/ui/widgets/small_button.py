"""A button that stands in a line of text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import RING_ROOM, PillButton, Voice
from deskstretch.ui.widgets.sizes import em


class SmallButton(PillButton):
    """A quiet pill hardly higher than its text."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, Voice.QUIET, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The whole text with little round it."""
        unit = em(self)
        text = QFontMetricsF(self.text_font()).horizontalAdvance(self.text())
        return QSize(round(text + unit + 2 * RING_ROOM), round(1.35 * unit + 2 * RING_ROOM))

"""The folded prompt: a small pill that waits and opens again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice

_HALF_ITS_HEIGHT = 99.0


class PillWindow(CornerWindow):
    """Says that a stretch waits; a click opens the prompt."""

    opened = Signal()

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, _HALF_ITS_HEIGHT)
        self.setWindowTitle(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        button = PillButton(theme, words, Voice.SECONDARY, self)
        button.setAutoDefault(True)
        button.clicked.connect(self.opened)
        layout.addWidget(button)

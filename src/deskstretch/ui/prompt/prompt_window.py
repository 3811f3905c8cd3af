"""The prompt: what to stretch, for how long, why now, and the answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from deskstretch.core.prompt import PromptContent
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.prompt.prompt_card import PromptCard
from deskstretch.ui.theme import Theme

_RADIUS_EM = 1.25


class PromptWindow(CornerWindow):
    """One prompt on its card; gone after an answer."""

    accessible_role = QAccessible.Role.AlertMessage
    start_chosen = Signal(str)
    """The length, "short" or "long"."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()
    folded = Signal()
    """The person wants it out of the way."""

    def __init__(self, theme: Theme, content: PromptContent, appearance: FigureAppearance) -> None:
        super().__init__(theme, _RADIUS_EM)
        self.setWindowTitle(content.headline)
        self.setAccessibleDescription(content.reason)
        self._card = PromptCard(theme, content, appearance, self)
        self._card.start_chosen.connect(self.start_chosen)
        self._card.snooze_chosen.connect(self.snooze_chosen)
        self._card.skip_chosen.connect(self.skip_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the snooze choices, then folds; no answer is given by it."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._card.answers.shows_choices:
            self._card.answers.close_choices()
        else:
            self.folded.emit()

    def preferred_size(self) -> QSize:
        """As wide as the answers need, as high as the wrapped text needs."""
        return self._card.preferred_size()

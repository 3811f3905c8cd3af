"""A page to read that the arrow keys move."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.fading_scroll import FadingScroll
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.slim_bar import SlimBar

_FADE_EM = 0.9


class ReadingScroll(FadingScroll):
    """Takes the keyboard by Tab, and shows that it has it."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme, content, parent, SlimBar(theme))
        self.setWidgetResizable(True)
        FocusRing(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fade keeps in step with the font."""
        super().resizeEvent(event)
        self.set_fade(round(_FADE_EM * em(self)))

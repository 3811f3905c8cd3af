"""A button for an action that a menu may offer as well."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice


class OrderButton(PillButton):
    """Has the text, the visibility and the state of its action, and triggers it.

    With `only_while_enabled` it is not even there while the action cannot be done.
    """

    def __init__(
        self,
        theme: Theme,
        action: QAction,
        voice: Voice = Voice.SECONDARY,
        parent: QWidget | None = None,
        *,
        only_while_enabled: bool = False,
    ) -> None:
        super().__init__(theme, "", voice, parent)
        self._action = action
        self._only_while_enabled = only_while_enabled
        self.setAutoDefault(True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        if action.text() != self.text():
            self.setText(action.text())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible() and (action.isEnabled() or not self._only_while_enabled))

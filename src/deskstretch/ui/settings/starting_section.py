"""What is about the app itself and not in the settings file: starting it, and its welcome."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.language import N_, _
from deskstretch.ui.settings.switch_row import SwitchRow
from deskstretch.ui.settings.words import group_title
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel

GROUP = "starting"
AUTOSTART_TITLE = N_("Start with the computer")
AUTOSTART_HELP = N_("DeskStretch is there, in the tray, each time you log in.")
_WELCOME = N_("Show the welcome again")


class StartingSection(QWidget):
    """Stands among the groups of settings and is found by the same search."""

    welcome_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = GROUP
        self.autostart = SwitchRow(theme, _(AUTOSTART_TITLE), _(AUTOSTART_HELP))
        self.welcome = SmallButton(theme, _(_WELCOME))
        self.welcome.clicked.connect(self.welcome_wanted)
        unit = em(self)
        card = Card(theme)
        side, upright = round(1.3 * unit) - RING_ROOM, round(0.5 * unit)
        card.content.setContentsMargins(side, upright, side, upright)
        card.content.addWidget(self.autostart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.7 * unit))
        title = TextLabel(theme, group_title(GROUP), self, size=1.3, weight=QFont.Weight.Bold)
        for part in (title, card):
            column.addWidget(part)
        column.addWidget(self.welcome, 0, Qt.AlignmentFlag.AlignLeft)

    def show_found(self, words: Sequence[str]) -> int:
        """How many of the two a search finds; both stay in sight."""
        title = f"{group_title(GROUP)} {_(_WELCOME)}".casefold()
        return self.autostart.is_found_by(words) + all(word in title for word in words)

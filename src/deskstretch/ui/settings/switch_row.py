"""A switch for something that is kept elsewhere than in the settings file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.ui.settings.check_boxes import Switch
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class SwitchRow(QWidget):
    """Title, explanation and switch; what is shown is what it was last told, never a wish."""

    switched = Signal(bool)
    """The person wants it so; `show_state` or `refuse` is expected before the signal returns."""

    looked_at = Signal()
    """The person comes to see it, maybe from where it can be switched too."""

    def __init__(
        self, theme: Theme, title: str, help_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._searched = f"{title} {help_text}".casefold()
        self._on = False
        self.switch = Switch(theme, self)
        self.switch.setAccessibleName(title)
        self.switch.setAccessibleDescription(help_text)
        self.switch.turned.connect(self._tell)
        self._title = TextLabel(theme, title, self, weight=QFont.Weight.DemiBold)
        self._title.setBuddy(self.switch)
        self._note = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._note.hide()
        unit = em(self)
        words = QVBoxLayout()
        words.setSpacing(round(0.1 * unit))
        for label in (self._title, TextLabel(theme, help_text, self, tone=Tone.MUTED), self._note):
            words.addWidget(label)
        row = QHBoxLayout(self)
        set_margins(row, self, RING_ROOM, round(0.65 * unit), 0, round(0.65 * unit))
        row.setSpacing(round(unit))
        row.addLayout(words, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, on: bool, note: str = "") -> None:
        """Show how it really stands, and what is to be said of that."""
        self._on = on
        self.switch.setChecked(on)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def refuse(self, words: str) -> None:
        """Say why it could not be switched, and show it as it is."""
        self.show_state(self._on, words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def note(self) -> str:
        """What it says beyond on and off."""
        return self._note.text()

    def is_found_by(self, words: Sequence[str]) -> bool:
        """Whether all of the words, in small letters, are somewhere in its texts."""
        return all(word in self._searched for word in words)

    def event(self, event: QEvent) -> bool:
        """Its window came to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self.looked_at.emit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """It came into sight."""
        super().showEvent(event)
        self.looked_at.emit()

    def _tell(self, wanted: bool) -> None:
        self.switch.setChecked(self._on)
        self.switched.emit(wanted)

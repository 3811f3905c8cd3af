"""What stands above the settings when something is to be known first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QWidget

from deskstretch.core.language import _, ngettext
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_MOST_SHOWN = 4


class FaultNotice(Card):
    """What is wrong with the settings file; hidden while nothing is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        heading = _("The settings file needs a correction")
        self._heading = TextLabel(theme, heading, self, tone=Tone.CORAL, weight=QFont.Weight.Bold)
        self._faults = TextLabel(theme, "", self)
        note = _("Until then the last good value is used. The file stays as you wrote it.")
        self._note = TextLabel(theme, note, self, tone=Tone.MUTED)
        for label in (self._heading, self._faults, self._note):
            self.content.addWidget(label)
        self.hide()

    def show_faults(self, faults: Sequence[str]) -> None:
        """Show these, one a line; none hides the notice."""
        lines = list(faults[:_MOST_SHOWN])
        if len(faults) > _MOST_SHOWN:
            more = len(faults) - _MOST_SHOWN
            lines.append(
                ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            )
        self._faults.setText("\n".join(lines))
        self.setVisible(bool(faults))
        if faults:
            words = "\n".join((self._heading.text(), *lines))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def words(self) -> str:
        """What it says is wrong."""
        return self._faults.text()


class TrialNotice(Card):
    """Says that trial times are in force, and takes them back; hidden while they are not."""

    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.content.addWidget(
            TextLabel(theme, _("Trial times are on"), self, weight=QFont.Weight.Bold)
        )
        words = _("The settings file shortens some times for trying things out.")
        self.content.addWidget(TextLabel(theme, words, self, tone=Tone.MUTED))
        self.clear = SmallButton(theme, _("Clear trial times"), self)
        self.clear.clicked.connect(self.clear_wanted)
        self.content.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

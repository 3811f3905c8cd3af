"""The safety words: the short form always in sight, all of them one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstretch.core.safety import SAFETY_WORDS
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_SHORT_WORDS = " ".join(SAFETY_WORDS[1:3])


class SafetyLine(QWidget):
    """One line that unfolds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = PillButton(theme, "Safety", Voice.SECONDARY, self)
        self._button.setCheckable(True)
        self._button.setToolTip("Show or hide all safety words")
        self._words = TextLabel(theme, _SHORT_WORDS, self, tone=Tone.MUTED)
        self._button.toggled.connect(self._unfold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(0.6 * em(self)))
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)

    def _unfold(self, whole: bool) -> None:
        self._words.setText("\n".join(SAFETY_WORDS) if whole else _SHORT_WORDS)
        self._words.set_tone(Tone.INK if whole else Tone.MUTED)
        self._words.updateGeometry()

"""The safety words: the short form always in sight, all of them one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.core.safety import SAFETY_WORDS
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class SafetyLine(QWidget):
    """One line that unfolds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = PillButton(theme, _("Safety"), Voice.SECONDARY, self)
        self._button.setCheckable(True)
        self._button.setToolTip(_("Show or hide all safety words"))
        self._words = TextLabel(theme, _short_words(), self, tone=Tone.MUTED)
        self._button.toggled.connect(self._unfold)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(0.6 * em(self)))
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)

    def _unfold(self, whole: bool) -> None:
        self._words.setText("\n".join(map(_, SAFETY_WORDS)) if whole else _short_words())
        self._words.set_tone(Tone.INK if whole else Tone.MUTED)
        self._words.updateGeometry()


def _short_words() -> str:
    return " ".join(map(_, SAFETY_WORDS[1:3]))

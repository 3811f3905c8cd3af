"""What a prompt says and offers: the figure, the words beside it, the answers below them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.core.prompt import PromptContent
from deskstretch.ui.accessible import say
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.answers import Answers
from deskstretch.ui.prompt.picture import Picture
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_TEXT_EM = 14.5


class PromptCard(QWidget):
    """Stands in a window in the corner, or on one that fills the screen."""

    start_chosen = Signal(str)
    """The length, "short" or "long"."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()

    def __init__(
        self, theme: Theme, content: PromptContent, appearance: FigureAppearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._picture = Picture(theme, content, appearance, self)
        self.answers = Answers(theme, content, self)
        self.answers.start_chosen.connect(self.start_chosen)
        self.answers.snooze_chosen.connect(self.snooze_chosen)
        self.answers.skip_chosen.connect(self.skip_chosen)

        self._columns = QHBoxLayout(self)
        self._columns.addWidget(self._picture)
        self._text = QVBoxLayout()
        self._columns.addLayout(self._text, 1)
        self._text.addStretch(1)
        self._text.addWidget(
            TextLabel(theme, content.headline, self, size=1.45, weight=QFont.Weight.Bold)
        )
        # Translators: as in "Hamstring stretch on a chair, 1 min at your desk."
        what = _("{stretch}, {length} {place}.").format(
            stretch=content.stretch_name, length=content.length, place=content.place
        )
        self._said = f"{content.headline}. {what} {content.reason}"
        self._text.addWidget(TextLabel(theme, what, self, tone=Tone.MUTED))
        self._text.addWidget(TextLabel(theme, content.reason, self, tone=Tone.MUTED))
        self._text.addStretch(2)
        self._text.addWidget(self.answers)

    def showEvent(self, event: QShowEvent) -> None:
        """Say so: it comes without the keyboard, so nobody would hear of it."""
        super().showEvent(event)
        say(self, self._said)

    def preferred_size(self) -> QSize:
        """As wide as the answers need, as high as the wrapped text needs."""
        unit = em(self)
        self._space(unit)
        margins = self._columns.contentsMargins()
        text_width = max(round(_TEXT_EM * unit), self.answers.sizeHint().width())
        width = (
            margins.left()
            + self._picture.sizeHint().width()
            + self._columns.spacing()
            + text_width
            + margins.right()
        )
        return QSize(width, max(self._columns.totalHeightForWidth(width), 1))

    def _space(self, unit: float) -> None:
        margin = round(0.75 * unit)
        self._columns.setContentsMargins(margin, margin, margin, margin)
        self._columns.setSpacing(round(unit))
        self._text.setSpacing(round(0.25 * unit))

"""A heading and some sentences under it, each with a dot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_DOT_EM = 0.3


class Sentences(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, tone: Tone = Tone.INK
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._texts: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.25 * em(self)))
        column.addWidget(TextLabel(theme, title, self, size=0.93, weight=QFont.Weight.Bold))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(round(0.5 * em(self)))
        self._grid.setVerticalSpacing(round(0.25 * em(self)))
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """New sentences are painted with `theme`; those there are take it themselves."""
        self._theme = theme

    def show_texts(self, texts: Sequence[str]) -> None:
        """Say these instead."""
        self.setVisible(bool(texts))
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        for gone in self._rows:
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = []
        for row, text in enumerate(texts):
            dot = _Dot(self._theme, self)
            label = TextLabel(self._theme, text, self, tone=self._tone)
            self._grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
            dot.show()
            label.show()
            self._rows += [dot, label]


class _Dot(QWidget):
    """Stands at the height of the first line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(round(2 * _DOT_EM * em(self)), round(em(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.teal)
        size = _DOT_EM * em(self)
        dot = QRectF(0, 0, size, size)
        dot.moveCenter(QRectF(self.rect()).center())
        painter.drawEllipse(dot)

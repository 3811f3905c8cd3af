"""The foot of the window: taking the last change back, and the file that holds everything."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.plain_tip import plain_tip
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel, Tone

Arrangement = tuple[tuple[int, int, int], ...]
"""Row, column and how many columns: of undo, of the path, of opening."""
_IN_ONE_ROW: Arrangement = ((0, 0, 1), (0, 1, 1), (0, 2, 1))
_IN_TWO_ROWS: Arrangement = ((1, 0, 1), (0, 0, 3), (1, 2, 1))
_IN_THREE_ROWS: Arrangement = ((1, 0, 3), (0, 0, 3), (2, 0, 3))
_LEAST_PATH_EM = 6.0


class FileLine(QWidget):
    """Undo, the path of the file, and a button that opens it."""

    undo_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = PillButton(theme, _("Undo last change"), Voice.SECONDARY, self)
        self.undo.clicked.connect(self.undo_wanted)
        path = _PathLabel(theme, file_name, self)
        self.open_file = PillButton(theme, _("Open file"), Voice.QUIET, self)
        self.open_file.setAccessibleDescription(_("Opens {file}").format(file=file_name))
        self.open_file.clicked.connect(self.open_wanted)
        self._trouble = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._path = path
        self._row = QGridLayout()
        self._row.setHorizontalSpacing(round(0.6 * em(self)))
        self._row.setVerticalSpacing(round(0.2 * em(self)))
        self._row.setColumnStretch(1, 1)
        self._arrangement: Arrangement | None = None
        self._arrange(_IN_ONE_ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._trouble)
        column.addLayout(self._row)
        self.tell_undo("")
        self.tell_trouble("")

    def tell_undo(self, what: str) -> None:
        """Offer to take back `what`; nothing if that is empty."""
        self.undo.setEnabled(bool(what))
        self.undo.setToolTip(plain_tip(what))
        self.undo.setAccessibleDescription(what)

    def tell_trouble(self, words: str) -> None:
        """Say what does not work with the file; nothing if that is empty."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def minimumSizeHint(self) -> QSize:
        """As wide as one of the buttons."""
        widest = max(self.undo.sizeHint().width(), self.open_file.sizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On as many rows as it takes."""
        super().resizeEvent(event)
        gap = self._row.horizontalSpacing()
        buttons = self.undo.sizeHint().width() + gap + self.open_file.sizeHint().width()
        if self.width() >= buttons + gap + _LEAST_PATH_EM * em(self):
            self._arrange(_IN_ONE_ROW)
        else:
            # Between the buttons is the middle column of the path above them, and its gaps.
            fits = self.width() >= buttons + gap
            self._arrange(_IN_TWO_ROWS if fits else _IN_THREE_ROWS)

    def _arrange(self, arrangement: Arrangement) -> None:
        if arrangement is self._arrangement:
            return
        self._arrangement = arrangement
        parts = (self.undo, self._path, self.open_file)
        for part, (row, column, columns) in zip(parts, arrangement, strict=True):
            self._row.removeWidget(part)
            self._row.addWidget(part, row, column, 1, columns)

    @property
    def trouble(self) -> str:
        """What it says does not work."""
        return self._trouble.text()


class _PathLabel(QLabel):
    """A path on one line, with dots in its middle where it is too long."""

    def __init__(self, theme: Theme, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(path)
        self.setToolTip(plain_tip(path))
        self.setAccessibleName(_("Settings file {path}").format(path=path))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(round(16 * em(self)), round(1.2 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Hardly anything: the tool tip has it all."""
        return QSize(round(3 * em(self)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of both ends as there is room for."""
        painter = QPainter(self)
        font = scaled_font(self.font(), 0.9)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        middle = Qt.TextElideMode.ElideMiddle
        words = QFontMetricsF(font).elidedText(self.text(), middle, self.width())
        # A path reads from left to right in every language.
        at_end = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        flags = at_end | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceLeftToRight
        painter.drawText(QRectF(self.rect()), int(flags), words)

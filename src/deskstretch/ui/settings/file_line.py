"""The foot of the window: taking the last change back, and the file that holds everything."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.plain_tip import plain_tip
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel, Tone


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
        row = QHBoxLayout()
        row.setSpacing(round(0.6 * em(self)))
        row.addWidget(self.undo)
        row.addWidget(path, 1)
        row.addWidget(self.open_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._trouble)
        column.addLayout(row)
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

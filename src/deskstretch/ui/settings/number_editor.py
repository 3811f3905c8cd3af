"""A whole number: typed, or made smaller and larger step by step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from deskstretch.core.language import pgettext
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.settings.words import unit_titles
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.entry import clear_palette, paint_field
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em

# Several steps in a row are one change.
_STEPS_SETTLE_MS = 400
_MOST_DIGITS = 6


class NumberEditor(Editor):
    """A spin box between a minus and a plus."""

    def __init__(
        self, theme: Theme, lowest: int, highest: int, unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = lowest
        self._spin = _Spin(theme, lowest, highest, unit, self)
        self._settling = QTimer(self, singleShot=True, interval=_STEPS_SETTLE_MS)
        self._settling.timeout.connect(self.finish)
        self._spin.valueChanged.connect(lambda _value: self._settling.start())
        self._spin.editingFinished.connect(self.finish)
        self._spin.misfit_entered.connect(self.value_entered.emit)
        self.setFocusProxy(self._spin)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._less = _StepButton(theme, pgettext("number", "Less"), -1, self._spin)
        self._more = _StepButton(theme, pgettext("number", "More"), 1, self._spin)
        for part in (self._less, self._spin, self._more):
            row.addWidget(part)

    def show_value(self, value: Any) -> None:
        """Show the number."""
        self._told = value
        self._spin.setValue(value)
        self._settling.stop()

    def set_texts(self, title: str, help_text: str) -> None:
        """The buttons say of what there is to be less or more."""
        super().set_texts(title, help_text)
        self._less.setAccessibleDescription(title)
        self._more.setAccessibleDescription(title)

    def finish(self) -> None:
        """Tell the number if it is another one than before."""
        self._settling.stop()
        if self._spin.value() != self._told:
            self._told = self._spin.value()
            self.value_entered.emit(self._told)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing entered is lost when the window closes."""
        self.finish()
        super().hideEvent(event)


class _Spin(QSpinBox):
    """Lets a number out of range be typed, so that it can be said why it is refused."""

    misfit_entered = Signal(object)

    def __init__(self, theme: Theme, lowest: int, highest: int, unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(lowest, highest)
        self.setSuffix(f" {unit}" if unit else "")
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setPalette(clear_palette(theme))
        self.update()

    def sizeHint(self) -> QSize:
        """The same for all, so that they stand in line: any of our numbers with its unit."""
        unit = em(self)
        metrics = QFontMetricsF(self.font())
        text = max(metrics.horizontalAdvance(f"000 {each}") for each in unit_titles())
        return QSize(round(text + 2.2 * unit), round(2 * unit) + 2 * RING_ROOM)

    def minimumSizeHint(self) -> QSize:
        """The same: it never clips its number."""
        return self.sizeHint()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Any number may be typed; only one within the range is taken."""
        digits = text.removesuffix(self.suffix()).strip()
        if digits in ("", "-"):
            return QValidator.State.Intermediate, text, position
        if not digits.removeprefix("-").isdecimal() or len(digits) > _MOST_DIGITS:
            return QValidator.State.Invalid, text, position
        fits = self.minimum() <= int(digits) <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """What is left unfit is told, and gives way to the number before."""
        digits = text.removesuffix(self.suffix()).strip()
        if digits.removeprefix("-").isdecimal():
            self.misfit_entered.emit(int(digits))
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first takes back what was typed, then is for the window."""
        shown = f"{self.prefix()}{self.textFromValue(self.value())}{self.suffix()}"
        if event.key() == Qt.Key.Key_Escape and self.text() != shown:
            self.setValue(self.value())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing on its way."""
        event.ignore()

    def resizeEvent(self, event: Any) -> None:
        """The number fills the field: there are no buttons in it."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field under the number."""
        paint_field(self, self._theme, has_focus=self.hasFocus())


class _StepButton(QPushButton):
    """A round button for the mouse; the arrow keys do the same in the field."""

    def __init__(self, theme: Theme, name: str, step: int, spin: _Spin) -> None:
        super().__init__()
        self._theme = theme
        self._step = step
        self.setAccessibleName(name)
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: spin.stepBy(step))

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Round."""
        return QSize(round(2 * em(self)), round(2 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A minus or a plus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.sand if self.isDown() else self._theme.paper)
            painter.drawEllipse(disc)
        pen = QPen(self._theme.ink, 0.1 * em(self))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, arm = disc.center(), 0.3 * em(self)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if self._step > 0:
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

"""Numbered steps, one of them current."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.language import _, pgettext
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_reading_order, painted_in_reading_order
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_BADGE_EM = 1.2
_INDENT_EM = 1.75
_GAP_EM = 0.4


class StepRow(QWidget):
    """A number in a disc, and a sentence."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, theme: Theme, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._current = False
        self._label = TextLabel(theme, text, self, tone=Tone.MUTED)
        self.setAccessibleName(_("Step {number}").format(number=number))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def set_current(self, current: bool) -> None:
        """Stand out, or stand back."""
        if current == self._current:
            return
        self._current = current
        if current:
            self._label.set_tone(Tone.INK, QFont.Weight.DemiBold)
        else:
            self._label.set_tone(Tone.MUTED, QFont.Weight.Normal)
        self.setAccessibleDescription(pgettext("this step", "Now") if current else "")
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the sentence is, current or not, so that nothing jumps as steps pass."""
        text_width = width - round(_INDENT_EM * em(self))
        weights = (QFont.Weight.Normal, QFont.Weight.DemiBold)
        text = max(self._label.height_in(text_width, weight) for weight in weights)
        return max(round(_BADGE_EM * em(self)), self._text_top() + text)

    def sizeHint(self) -> QSize:
        """The sentence on one line."""
        hint = self._label.sizeHint()
        return QSize(
            hint.width() + round(_INDENT_EM * em(self)), self.heightForWidth(self.width() or 1)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence stands beside the disc."""
        indent = round(_INDENT_EM * em(self))
        top = self._text_top()
        place = QRect(indent, top, self.width() - indent, self.height() - top)
        self._label.setGeometry(in_reading_order(self, place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc and its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _BADGE_EM * em(self)
        disc = painted_in_reading_order(self, QRectF(0, 0, size, size))
        painter.setPen(Qt.PenStyle.NoPen)
        fill, text = self._colours()
        painter.setBrush(fill)
        painter.drawEllipse(disc)
        painter.setFont(scaled_font(self.font(), 0.8, QFont.Weight.Bold))
        painter.setPen(text)
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _text_top(self) -> int:
        """Where the first line's middle is the disc's middle."""
        return round((_BADGE_EM - 1) * em(self) / 2)

    def _colours(self) -> tuple[QColor, QColor]:
        theme = self._theme
        return (theme.teal_fill, theme.on_fill) if self._current else (theme.sand, theme.muted)


class StepList(QWidget):
    """All steps of a stretch; the current one is emphasised."""

    accessible_role = QAccessible.Role.List

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[StepRow] = []
        self._texts: tuple[str, ...] = ()
        self._current = -1
        self.setAccessibleName(_("Steps"))

    def set_theme(self, theme: Theme) -> None:
        """New rows are painted with `theme`; those there are take it themselves."""
        self._theme = theme

    def show_steps(self, texts: Sequence[str]) -> None:
        """Show other steps, none of them current."""
        if tuple(texts) == self._texts:
            return
        self._texts, self._current = tuple(texts), -1
        for row in self._rows:
            row.deleteLater()
            row.hide()
        self._rows = [
            StepRow(self._theme, number, text, self) for number, text in enumerate(texts, start=1)
        ]
        for row in self._rows:
            row.show()
        self._place()

    def set_current(self, index: int) -> bool:
        """Emphasise one step, counted from 0; whether it is another one than before."""
        if index == self._current:
            return False
        self._current = index
        for place, row in enumerate(self._rows):
            row.set_current(place == index)
        return True

    def current_row(self) -> StepRow | None:
        """The row of the current step."""
        return self._rows[self._current] if 0 <= self._current < len(self._rows) else None

    def highest_row(self, width: int) -> int:
        """The height that shows any one step whole."""
        return max((row.heightForWidth(width) for row in self._rows), default=0)

    def heightForWidth(self, width: int) -> int:
        """All steps, wrapped."""
        gaps = max(0, len(self._rows) - 1) * round(_GAP_EM * em(self))
        return sum(row.heightForWidth(width) for row in self._rows) + gaps

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        self._place()

    def _place(self) -> None:
        top = 0
        for row in self._rows:
            height = row.heightForWidth(self.width())
            row.setGeometry(0, top, self.width(), height)
            top += height + round(_GAP_EM * em(self))

"""What stands in an editor's place where an office has locked the setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskstretch.core.language import _
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel
from deskstretch.ui.widgets.wrapping import wrapped_from_the_right

_WIDEST_EM = 14.0
_SIGN_EM = 0.62
_BEFORE_WORDS_EM = 1.25


def lock_words(set_by: str) -> str:
    """That a setting is locked, and who did it if that is known."""
    if set_by:
        return _("Locked by {name} for this computer.").format(name=set_by)
    return _("Locked for this computer by whoever looks after it.")


class LockedValue(Editor):
    """Shows the value beside a padlock; can be reached by keyboard to be read, not changed."""

    def __init__(
        self, theme: Theme, words: Callable[[Any], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._title = ""
        self._plate = _Plate(theme, self)
        self._plate.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self._plate)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plate)

    def show_value(self, value: Any) -> None:
        """Show the value in words."""
        self._plate.setText(self._words(value))
        self._name()

    def set_texts(self, title: str, help_text: str) -> None:
        """The name has the value too: a screen reader reads no more than the name of a text."""
        self._title = title
        self._plate.setAccessibleDescription(help_text)
        self._name()

    def _name(self) -> None:
        self._plate.setAccessibleName(f"{self._title}: {self._plate.text()}")


class _Plate(TextLabel):
    """The padlock, the words after it, and the focus ring while it has the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent, weight=QFont.Weight.DemiBold)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def sizeHint(self) -> QSize:
        """On one line, unless that is long."""
        width = min(round(_WIDEST_EM * em(self)), super().sizeHint().width() + self._beside())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return super().minimumSizeHint() + QSize(self._beside(), 2 * self._above())

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words and the room round them."""
        return super().heightForWidth(width - self._beside()) + 2 * self._above()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM)
        radius = 0.5 * em(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.paper)
        painter.drawRoundedRect(plate, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2
            )
        inner = self.rect().adjusted(self._edge(), self._above(), -self._edge(), -self._above())
        before = round(_BEFORE_WORDS_EM * em(self))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = inner.adjusted(0, 0, -before, 0) if mirrored else inner.adjusted(before, 0, 0, 0)
        painter.setFont(self.text_font())
        painter.setPen(self._theme.ink)
        text = self.text()
        if mirrored:
            text = wrapped_from_the_right(text, painter.font(), words.width())
        painter.drawText(words, int(self._flags), text)
        self._paint_padlock(painter, inner, mirrored)

    def _paint_padlock(self, painter: QPainter, inner: QRect, mirrored: bool) -> None:
        unit = em(self)
        side = _SIGN_EM * unit
        left = inner.right() + 1 - side if mirrored else inner.left()
        top = inner.center().y() - 0.5 * side
        body = QRectF(left, top + 0.42 * side, side, 0.66 * side)
        bow = QRectF(left + 0.2 * side, top - 0.12 * side, 0.6 * side, 0.9 * side)
        painter.setPen(QPen(self._theme.muted, 0.11 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(bow, 0, 180 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted)
        painter.drawRoundedRect(body, 0.12 * unit, 0.12 * unit)

    def _edge(self) -> int:
        return RING_ROOM + round(0.6 * em(self))

    def _above(self) -> int:
        return RING_ROOM + round(0.3 * em(self))

    def _beside(self) -> int:
        return 2 * self._edge() + round(_BEFORE_WORDS_EM * em(self))

"""A widget that paints only what has changed, beside what it looks like painted whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.ui.theme import LIGHT


class BitByBit(QObject):
    """A shown widget and the picture that it has painted since."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._painted = QRegion()
        self.picture = self.painted_whole()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where it is painted."""
        if isinstance(event, QPaintEvent):
            self._painted = self._painted.united(event.region())
        return False

    def painted_by(self, change: Callable[[], None]) -> QRegion:
        """Where a change is painted; into the picture as well."""
        self._painted = QRegion()
        change()
        QApplication.processEvents()
        painted = self._painted
        fresh = self._rendered(painted)
        for rect in painted:  # type: ignore[attr-defined]  # stubs know no iteration
            for y in range(rect.top(), rect.bottom() + 1):
                for x in range(rect.left(), rect.right() + 1):
                    self.picture.setPixel(x, y, fresh.pixel(x, y))
        return painted

    def painted_whole(self) -> QImage:
        return self._rendered(QRegion(self._widget.rect()))

    def farthest_off(self) -> int:
        """How far the picture is from the widget painted whole, of 256 levels."""
        whole = self.painted_whole()  # with a name, for its bits go with it
        pairs = zip(bytes(self.picture.constBits()), bytes(whole.constBits()), strict=True)
        return max((abs(a - b) for a, b in pairs if a != b), default=0)

    def _rendered(self, where: QRegion) -> QImage:
        image = QImage(self._widget.size(), QImage.Format.Format_RGB32)
        image.fill(LIGHT.card)
        if not where.isEmpty():
            corner = where.boundingRect().topLeft()
            self._widget.render(image, corner, where, QWidget.RenderFlag.DrawChildren)
        return image

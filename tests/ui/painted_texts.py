"""Finds out what texts a widget paints, where, and how much of each can be seen.

A widget is painted once more, onto a device that keeps the texts and draws nothing. So it does not
matter whether a text is a label's, a button's or painted by hand into a chart.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget

_HALVES_OF_ONE: tuple[int, int] = struct.unpack("<ii", struct.pack("<d", 1.0))
"""Qt asks a device for its pixel ratio as the two halves of a double."""


class PaintedText(NamedTuple):
    """A run of text in one font, in the widget's coordinates."""

    words: str
    place: QRectF
    """From its first to its last pen position, and as high as its ink."""
    seen_in: QRectF
    """The part of the widget that the painter did not cut off."""


def painted_texts(widget: QWidget) -> list[PaintedText]:
    """The texts that the widget paints itself, not those of what lies in it."""
    device = _Listener(widget)
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return device.engine.texts


class _Listener(QPaintDevice):
    """As large as the widget and as fine as its screen."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _TextEngine(QRectF(widget.rect()))
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        metrics, widget = QPaintDevice.PaintDeviceMetric, self._widget
        match which:
            case metrics.PdmWidth:
                return widget.width()
            case metrics.PdmHeight:
                return widget.height()
            case metrics.PdmWidthMM:
                return max(1, widget.widthMM())
            case metrics.PdmHeightMM:
                return max(1, widget.heightMM())
            case metrics.PdmDpiX | metrics.PdmPhysicalDpiX:
                return widget.logicalDpiX()
            case metrics.PdmDpiY | metrics.PdmPhysicalDpiY:
                return widget.logicalDpiY()
            case metrics.PdmDevicePixelRatio:
                return 1
            case metrics.PdmDevicePixelRatioScaled:
                return round(QPaintDevice.devicePixelRatioFScale())
            case metrics.PdmDevicePixelRatioF_EncodedA:
                return _HALVES_OF_ONE[1]
            case metrics.PdmDevicePixelRatioF_EncodedB:
                return _HALVES_OF_ONE[0]
            case metrics.PdmDepth:
                return 32
            case metrics.PdmNumColors:
                return 1 << 24


class _TextEngine(QPaintEngine):
    """Keeps texts; everything else that is painted is let pass."""

    def __init__(self, whole: QRectF) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[PaintedText] = []
        self._whole = whole

    def drawTextItem(
        self, position: QPointF | QPoint | QPainterPath.Element, item: QTextItem
    ) -> None:
        assert isinstance(position, QPointF)
        words = item.text()
        if not words.strip():
            return
        ink = QFontMetricsF(item.font()).tightBoundingRect(words)
        place = QRectF(position.x(), position.y() + ink.top(), item.width(), ink.height())
        painter = self.painter()
        seen_in = self._whole
        if painter.hasClipping():
            clip = painter.combinedTransform().mapRect(painter.clipBoundingRect())
            seen_in = seen_in.intersected(clip)
        place = painter.combinedTransform().mapRect(place)
        self.texts.append(PaintedText(words.strip(), place, seen_in))

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        pass

    def drawPixmap(self, *_: object) -> None:
        pass

    def drawImage(self, *_: object) -> None:
        pass

    def drawPath(self, _path: QPainterPath) -> None:
        pass

    def drawPolygon(self, *_: object) -> None:
        pass

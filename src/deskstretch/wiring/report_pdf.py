"""A report on pages, drawn by Qt's text engine without a window or a screen."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QGuiApplication,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

_DOTS_PER_INCH = 300
_POINTS = 7.0
"""So that the widest table, a month of days, fits the sheet."""


def pdf_of(html: str, title: str) -> bytes:
    """The page of HTML on sheets of A4; without its ground, which would be printed too."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication([title])  # noqa: F841 (fonts live as long as it does)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("DeskStretch")
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the document brings its own
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    ground = document.rootFrame().frameFormat()
    ground.clearBackground()
    document.rootFrame().setFrameFormat(ground)
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(content.data())

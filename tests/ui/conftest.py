"""What the tests of windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

_WIDE_LETTERS = "DejaVu Sans"
"""The usual font of many desktops. Beside Noto Sans of one size, which is that of others, its words
are a tenth wider and its lines a sixth lower: what has room in one may have none in the other."""


@pytest.fixture(autouse=True)
def no_window_outlives_its_test() -> Iterator[None]:
    """A change of the font or theme would otherwise reach all windows of all earlier tests."""
    before = set(_windows())
    yield
    for window in set(_windows()) - before:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(params=[None, _WIDE_LETTERS], ids=["own letters", "wide letters"])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """All text in the font that is usual here, and in a wide one."""
    before = QApplication.font()
    if request.param is not None:
        font = QFont(before)
        font.setFamilies([request.param])
        found = QFontInfo(font).family()
        assert found == request.param, f"{request.param} is missing: ./dev test installs it"
        QApplication.setFont(font)
    yield
    QApplication.setFont(before)


def _windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    return QApplication.topLevelWidgets()

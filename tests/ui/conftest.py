"""What the tests of windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(autouse=True)
def no_window_outlives_its_test() -> Iterator[None]:
    """A change of the font or theme would otherwise reach all windows of all earlier tests."""
    before = set(_windows())
    yield
    for window in set(_windows()) - before:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> list[QWidget]:
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    return QApplication.topLevelWidgets()

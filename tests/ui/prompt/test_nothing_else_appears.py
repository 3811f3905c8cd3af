"""Nothing but the prompt's own windows ever appears, not even for a moment: it would take keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.prompt import PromptContent
from deskstretch.ui.prompt.corner_window import CornerWindow
from deskstretch.ui.prompt.prompt import Prompt
from deskstretch.ui.theme import LIGHT

CONTENT = PromptContent(
    stretch_name="Seated figure-four",
    place="at your desk",
    length="1 min",
    reason="Sitting for 48 min.",
    short_seconds=60,
    long_seconds=180,
)


class SeenWindows(QObject):
    """Every window that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if is_window and event.type() == QEvent.Type.Show:
            assert isinstance(watched, QWidget)
            self.all.append(watched)
        return False


@pytest.fixture
def seen(qtbot: QtBot) -> Iterator[SeenWindows]:
    application = QCoreApplication.instance()
    assert application is not None
    seen = SeenWindows()
    application.installEventFilter(seen)
    yield seen
    application.removeEventFilter(seen)


def test_asking_and_folding_show_one_window_each(seen: SeenWindows) -> None:
    prompt = Prompt(LIGHT)
    prompt.show(CONTENT)
    prompt.fold()
    assert len(seen.all) == 2
    assert all(isinstance(window, CornerWindow) for window in seen.all)
    prompt.hide()

"""Translations are often longer than English: nothing is cut in words 40 % longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue_language import in_language
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.welcome.window import WelcomeWindow
from tests.core.shipped import shipped_catalogue
from tests.ui import every_window
from tests.ui.clipping import clipped_texts, settle, text_size, too_large
from tests.ui.every_window import EVERY_WINDOW
from tests.ui.made_up_languages import LONGER, spoken

_DIRECTIONS = {
    "from the left": Qt.LayoutDirection.LeftToRight,
    "from the right": Qt.LayoutDirection.RightToLeft,
}


@pytest.fixture(autouse=True)
def long_words_are_spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """In the program and in its stretches."""
    catalogue = in_language(shipped_catalogue(), LONGER.gettext)
    monkeypatch.setattr(every_window, "shipped_catalogue", lambda: catalogue)
    with spoken(LONGER):
        yield


@pytest.fixture(params=list(_DIRECTIONS.values()), ids=list(_DIRECTIONS))
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Read from either side."""
    QApplication.setLayoutDirection(request.param)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("name", EVERY_WINDOW)
@pytest.mark.usefixtures("direction")
def test_long_words_fit(qtbot: QtBot, name: str, factor: float) -> None:
    with text_size(factor):
        window = EVERY_WINDOW[name](LIGHT)
        qtbot.addWidget(window)
        window.show()
        settle()
        assert clipped_texts(window) == []
        window.resize(window.minimumSize().expandedTo(window.minimumSizeHint()))
        settle()
        assert clipped_texts(window) == []
        assert too_large(window) == []


@pytest.mark.usefixtures("direction")
def test_long_words_fit_in_every_group_of_settings(qtbot: QtBot) -> None:
    window = every_window.settings(LIGHT)
    assert isinstance(window, SettingsWindow)
    qtbot.addWidget(window)
    window.show()
    for pill in window.groups.controls:
        pill.click()
        settle()
        assert clipped_texts(window) == []


@pytest.mark.usefixtures("direction")
def test_long_words_fit_on_every_page_of_the_welcome(qtbot: QtBot) -> None:
    window = every_window.welcome(LIGHT)
    assert isinstance(window, WelcomeWindow)
    qtbot.addWidget(window)
    window.show()
    for page in window.pages:
        settle()
        assert clipped_texts(window) == []
        if page is not window.ready:
            window.go_on.click()

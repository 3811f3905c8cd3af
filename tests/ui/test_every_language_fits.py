"""Nothing is cut in any language: text of the usual size and twice that, in wide letters, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskstretch.core.catalogue_language import in_language
from deskstretch.core.language import (
    ENGLISH,
    LANGUAGES,
    is_written_from_the_right,
    speak,
)
from deskstretch.store.languages import read_translation
from deskstretch.ui.library.window import LibraryWindow
from deskstretch.ui.settings.window import SettingsWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.welcome.window import WelcomeWindow
from tests.core.shipped import shipped_catalogue
from tests.ui import every_window
from tests.ui.clipping import clipped_texts, settle, text_size, too_large
from tests.ui.every_window import EVERY_WINDOW


@pytest.fixture(params=[code for code in LANGUAGES if code != ENGLISH])
def language(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[None]:
    """Spoken in the windows and of the stretches, and read from its side."""
    stretches = read_translation(request.param, "stretches")
    assert stretches is not None
    catalogue = in_language(shipped_catalogue(), stretches.gettext)
    monkeypatch.setattr(every_window, "shipped_catalogue", lambda: catalogue)
    speak(request.param, read_translation(request.param, "program"))
    if is_written_from_the_right():
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    speak(ENGLISH, None)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("name", EVERY_WINDOW)
@pytest.mark.usefixtures("language", "letters")
def test_every_window_fits(qtbot: QtBot, name: str, factor: float) -> None:
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


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.usefixtures("language", "letters")
def test_every_group_of_settings_fits(qtbot: QtBot, factor: float) -> None:
    with text_size(factor):
        window = every_window.settings(LIGHT)
        assert isinstance(window, SettingsWindow)
        qtbot.addWidget(window)
        window.show()
        for pill in window.groups.controls:
            pill.click()
            settle()
            assert clipped_texts(window) == []


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.usefixtures("language", "letters")
def test_every_page_of_the_welcome_fits(qtbot: QtBot, factor: float) -> None:
    with text_size(factor):
        window = every_window.welcome(LIGHT)
        assert isinstance(window, WelcomeWindow)
        qtbot.addWidget(window)
        window.show()
        for page in window.pages:
            settle()
            assert clipped_texts(window) == []
            if page is not window.ready:
                window.go_on.click()


@pytest.mark.usefixtures("language", "letters")
def test_every_stretch_of_the_library_fits(qtbot: QtBot) -> None:
    window = every_window.library(LIGHT)
    assert isinstance(window, LibraryWindow)
    qtbot.addWidget(window)
    window.show()
    for exercise_id in shipped_catalogue().exercises:
        assert window.choose(exercise_id)
        window.resize(window.minimumSize())
        settle()
        assert clipped_texts(window) == []

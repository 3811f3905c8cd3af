"""Nothing is cut in words that are 40 % longer than English, nor where no spaces part them."""

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
from tests.ui.made_up_languages import LONGER, WITHOUT_SPACES, spoken

_FROM_THE_LEFT, _FROM_THE_RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_LANGUAGES = {
    "longer": (LONGER, _FROM_THE_LEFT),
    "longer, from the right": (LONGER, _FROM_THE_RIGHT),
    "without spaces": (WITHOUT_SPACES, _FROM_THE_LEFT),
}


@pytest.fixture(params=list(_LANGUAGES.values()), ids=list(_LANGUAGES))
def language(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[None]:
    """Spoken in the program and of its stretches."""
    made_up, direction = request.param
    catalogue = in_language(shipped_catalogue(), made_up.gettext)
    monkeypatch.setattr(every_window, "shipped_catalogue", lambda: catalogue)
    QApplication.setLayoutDirection(direction)
    with spoken(made_up):
        yield
    QApplication.setLayoutDirection(_FROM_THE_LEFT)


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("name", EVERY_WINDOW)
@pytest.mark.usefixtures("language", "letters")
def test_words_fit(qtbot: QtBot, name: str, factor: float) -> None:
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


@pytest.mark.usefixtures("language", "letters")
def test_words_fit_in_every_group_of_settings(qtbot: QtBot) -> None:
    window = every_window.settings(LIGHT)
    assert isinstance(window, SettingsWindow)
    qtbot.addWidget(window)
    window.show()
    for pill in window.groups.controls:
        pill.click()
        settle()
        assert clipped_texts(window) == []


@pytest.mark.usefixtures("language", "letters")
def test_words_fit_on_every_page_of_the_welcome(qtbot: QtBot) -> None:
    window = every_window.welcome(LIGHT)
    assert isinstance(window, WelcomeWindow)
    qtbot.addWidget(window)
    window.show()
    for page in window.pages:
        settle()
        assert clipped_texts(window) == []
        if page is not window.ready:
            window.go_on.click()

"""One language is spoken at a time, English where nothing else is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deskstretch.core.language import (
    N_,
    _,
    is_written_from_the_right,
    nearest_language,
    ngettext,
    pgettext,
    speak,
    spoken_language,
)


class Shouting:
    """A language that shouts."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid1 if n == 1 else msgid2}!"

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {message.upper()}"


@pytest.fixture
def shouting() -> Iterator[None]:
    speak("de", Shouting())
    yield
    speak("en", None)


def test_english_is_spoken_as_it_stands() -> None:
    assert _("Skip") == "Skip"
    assert ngettext("{count} break", "{count} breaks", 1) == "{count} break"
    assert ngettext("{count} break", "{count} breaks", 0) == "{count} breaks"
    assert pgettext("verb", "Rest") == "Rest"


@pytest.mark.usefixtures("shouting")
def test_another_language_is_spoken_once_it_is_set() -> None:
    assert _("Skip") == "SKIP"
    assert ngettext("break", "breaks", 2) == "breaks!"
    assert pgettext("verb", "Rest") == "verb: REST"


@pytest.mark.usefixtures("shouting")
def test_nothing_stays_nothing() -> None:
    assert _("") == ""


@pytest.mark.usefixtures("shouting")
def test_a_text_marked_for_later_is_english_until_it_is_shown() -> None:
    marked = N_("Skip")
    assert marked == "Skip"
    assert _(marked) == "SKIP"


@pytest.mark.usefixtures("shouting")
def test_the_language_spoken_has_a_name_and_a_direction() -> None:
    assert spoken_language() == "de"
    assert not is_written_from_the_right()
    speak("ar", Shouting())
    assert is_written_from_the_right()
    speak("ar", None)
    assert spoken_language() == "en"


@pytest.mark.parametrize(
    ("wished", "language"),
    [
        (["de_AT.UTF-8"], "de"),
        (["pt_BR", "fr-CA", "de"], "fr"),
        (["ja_JP.eucJP@kana"], "ja"),
        (["C.UTF-8", "de"], "en"),
        (["POSIX"], "en"),
        (["xx", ""], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_there_is_is_spoken(wished: list[str], language: str) -> None:
    assert nearest_language(wished) == language

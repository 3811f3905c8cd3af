"""One language is spoken at a time, English where nothing else is known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deskstretch.core.language import N_, _, ngettext, pgettext, speak


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
    speak(Shouting())
    yield
    speak(None)


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

"""The language the program speaks: every text a person meets goes through here.

The English of the source is the key, as GNU gettext has it; without a translation it is shown as it
stands. One language is spoken by the whole process, like its locale: it is set as a command or
the app begins and when the person chooses another, never in passing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class Translation(Protocol):
        """The words of one language; `gettext.GNUTranslations` is one."""

        def gettext(self, message: str) -> str:
            """The translation of a text."""

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            """The translation of a text that counts, in the form for `n`."""

        def pgettext(self, context: str, message: str) -> str:
            """The translation of a text that means different things in different places."""


ENGLISH = "en"
LANGUAGES = (ENGLISH, "de", "fr", "es", "ja", "ar")
"""The codes of the languages there are, by which their folders are named too."""
_WRITTEN_FROM_THE_RIGHT = frozenset({"ar"})


class _Spoken:
    language = ENGLISH
    translation: Translation | None = None


def speak(language: str, translation: Translation | None) -> None:
    """Speak that language from now on; without a translation, the English of the source."""
    _Spoken.language = ENGLISH if translation is None else language
    _Spoken.translation = translation


def spoken_language() -> str:
    """The code of the language spoken now."""
    return _Spoken.language


def is_written_from_the_right() -> bool:
    """Whether the language spoken now begins its lines at the right."""
    return _Spoken.language in _WRITTEN_FROM_THE_RIGHT


def nearest_language(wished: Iterable[str]) -> str:
    """The first of the wished languages that there is: "de" for "de_AT.UTF-8"; else English."""
    for name in wished:
        code = name.replace("-", "_").split(".")[0].split("@")[0].split("_")[0].lower()
        if code in ("c", "posix"):
            return ENGLISH
        if code in LANGUAGES:
            return code
    return ENGLISH


def _(message: str) -> str:
    """A text in the language spoken."""
    spoken = _Spoken.translation
    return spoken.gettext(message) if spoken is not None and message else message


def ngettext(one: str, many: str, count: int) -> str:
    """A text that counts, in the language spoken and in its form for `count`."""
    spoken = _Spoken.translation
    if spoken is not None:
        return spoken.ngettext(one, many, count)
    return one if count == 1 else many


def pgettext(context: str, message: str) -> str:
    """A text in the language spoken, where the English alone would not say which is meant."""
    spoken = _Spoken.translation
    return spoken.pgettext(context, message) if spoken is not None else message


def N_(message: str) -> str:  # noqa: N802  # the name that gettext's tools look for
    """A text to be translated where it is shown: the English, marked for the translators."""
    return message

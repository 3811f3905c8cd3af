"""The language the program speaks: every text a person meets goes through here.

The English of the source is the key, as GNU gettext has it; without a translation it is shown as it
stands. One language is spoken by the whole process, like its locale: it is set as a command or
the app begins and when the person chooses another, never in passing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from typing import Protocol

    class Translation(Protocol):
        """The words of one language; `gettext.GNUTranslations` is one."""

        def gettext(self, message: str) -> str:
            """The translation of a text."""

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            """The translation of a text that counts, in the form for `n`."""

        def pgettext(self, context: str, message: str) -> str:
            """The translation of a text that means different things in different places."""


class _Spoken:
    translation: Translation | None = None


def speak(translation: Translation | None) -> None:
    """Speak that language from now on; None is the English of the source."""
    _Spoken.translation = translation


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

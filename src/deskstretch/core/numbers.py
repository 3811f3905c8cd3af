"""Numbers as a person writes them, in the language spoken. Digits are 0 to 9 in every language."""

from __future__ import annotations

from deskstretch.core.language import _, pgettext


def percent_words(number: int) -> str:
    """ "82 %"."""
    # Translators: a share of a hundred, as in "82 %".
    return _("{number} %").format(number=number)


def decimal_words(number: float, places: int | None = None) -> str:
    """ "2.5"; with so many decimal places, or as few as it needs."""
    text = f"{number:g}" if places is None else f"{number:.{places}f}"
    return text.replace(".", pgettext("decimal sign", "."))

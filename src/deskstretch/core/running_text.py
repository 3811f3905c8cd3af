"""How words are joined, and written within a sentence."""

from __future__ import annotations

from deskstretch.core.language import _, pgettext

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from collections.abc import Iterable


def in_running_text(words: str) -> str:
    """Words that stand alone, as they are written within a sentence: "Left leg", "left leg"."""
    # Translators: "yes" if a heading loses its large letter within a sentence, as in English;
    # "no" where it keeps it, as in German, or where there are no large letters.
    loses_it = pgettext("large first letter is lost within a sentence", "yes") == "yes"
    return words[:1].lower() + words[1:] if loses_it else words


def as_heading(words: str) -> str:
    """Words of a sentence as they stand alone: "front of the hips", "Front of the hips"."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str]) -> str:
    """One after the other: "a, b, c"."""
    # Translators: what parts the things of a list.
    return pgettext("list", ", ").join(words)


def all_of(words: Iterable[str]) -> str:
    """All of them: "a, b and c"."""
    return _with_last(_("{things} and {last_thing}"), words)


def one_of(words: Iterable[str]) -> str:
    """Any of them: "a, b or c"."""
    return _with_last(_("{things} or {last_thing}"), words)


def _with_last(pattern: str, words: Iterable[str]) -> str:
    *first, last = list(words) or [""]
    return pattern.format(things=listed(first), last_thing=last) if first else last

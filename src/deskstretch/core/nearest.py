"""The id that was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable

from deskstretch.core.language import _


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Words to follow "there is no such ...": " (did you mean knee-rolls?)"; empty if unclear."""
    from difflib import get_close_matches  # only after a slip of the pen

    wanted = "-".join(written[:100].casefold().replace("_", " ").split())
    near = get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    return suggestion_words(near[0]) if near else ""


def suggestion_words(name: str) -> str:
    """The same words for a name that was found otherwise."""
    # Translators: follows what is said to be unknown; mind the space at the beginning.
    return _(" (did you mean {name}?)").format(name=name)

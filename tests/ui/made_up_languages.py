"""Languages that nobody speaks, which show what a test wants to see of every text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from deskstretch.core.language import ENGLISH, speak

_PLACEHOLDER_OR_WORD = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sr]|[^\W\d_]+(?:['-][^\W\d_]+)*")
_CODE = "x-made-up"

Change = Callable[[str], str]


class MadeUp:
    """A translation that changes each word, and leaves placeholders as they are."""

    def __init__(self, change: Change, *, has_spaces: bool = True) -> None:
        self._change = change
        self._has_spaces = has_spaces

    def gettext(self, message: str) -> str:
        changed = _PLACEHOLDER_OR_WORD.sub(self._changed, message)
        return changed if self._has_spaces else changed.replace(" ", "")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def _changed(self, found: re.Match[str]) -> str:
        return found[0] if found[0].startswith(("{", "%")) else self._change(found[0])


def marked(word: str) -> str:
    """In brackets that nothing else uses, each part of it, for a line may end at a hyphen."""
    return "-".join(f"«{part}»" for part in word.split("-"))


def longer(word: str) -> str:
    """About 40 % longer, as translations of short texts often are."""
    return word + "m" * max(1, round(0.4 * len(word)))


def in_signs(word: str) -> str:
    """Half as many signs, which may be parted anywhere."""
    return "漢" * max(1, len(word) // 2)


MARKED = MadeUp(marked)
LONGER = MadeUp(longer)
WITHOUT_SPACES = MadeUp(in_signs, has_spaces=False)


@contextmanager
def spoken(translation: MadeUp) -> Iterator[None]:
    """That language, and English again afterwards."""
    speak(_CODE, translation)
    try:
        yield
    finally:
        speak(ENGLISH, None)

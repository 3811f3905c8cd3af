"""The translations that come with the program, from their compiled files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deskstretch.core.language import ENGLISH
from deskstretch.resources import resource_path

if TYPE_CHECKING:
    from gettext import GNUTranslations

Texts = Literal["program", "stretches"]
"""What the windows and commands say; the words of the stretches that come with the program."""


def read_translation(language: str, texts: Texts) -> GNUTranslations | None:
    """The translation into that language; None for English, and where there is none."""
    if language == ENGLISH:
        return None
    from gettext import GNUTranslations

    try:
        with resource_path("languages", language, f"{texts}.mo").open("rb") as file:
            return GNUTranslations(file)
    except OSError:
        return None

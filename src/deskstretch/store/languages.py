"""The translations that come with the program, from their compiled files."""

from __future__ import annotations

from deskstretch.core.language import ENGLISH

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from gettext import GNUTranslations
    from typing import Literal

    Texts = Literal["program", "stretches"]


def read_translation(language: str, texts: Texts) -> GNUTranslations | None:
    """The translation into that language; None for English, and where there is none.

    "program" is what windows and commands say, "stretches" the words of the shipped stretches.
    """
    if language == ENGLISH:
        return None
    from gettext import GNUTranslations

    from deskstretch.resources import resource_path

    try:
        with resource_path("languages", language, f"{texts}.mo").open("rb") as file:
            return GNUTranslations(file)
    except OSError:
        return None

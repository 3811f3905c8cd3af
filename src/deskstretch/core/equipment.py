"""The words for things that stretches need: files and settings name them in English."""

from __future__ import annotations

from deskstretch.core.language import N_, _

# Translators: things that a stretch needs, in running text.
SHIPPED_THINGS = (
    N_("chair"),
    N_("doorway or wall corner"),
    N_("foam roller or firm cushion"),
    N_("ledge"),
    N_("mat"),
    N_("pillow"),
    N_("rolled towel"),
    N_("rolled towel or cushion"),
    N_("towel"),
)


def thing_words(thing: str) -> str:
    """What a thing is called; one from a person's own stretches as they named it."""
    return _(thing)

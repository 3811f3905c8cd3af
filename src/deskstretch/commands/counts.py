"""How much of a history something is about."""

from __future__ import annotations

from deskstretch.core.language import _


def counts_words(breaks: int, natural_breaks: int) -> str:
    """ "breaks: 12, natural breaks: 3"."""
    return _("breaks: {breaks}, natural breaks: {natural_breaks}").format(
        breaks=breaks, natural_breaks=natural_breaks
    )

"""The week in a few words, for a notification."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from deskstretch.core.language import _
from deskstretch.core.period import period_words
from deskstretch.core.review import Review
from deskstretch.core.review_words import change_words, of_words, percent_words
from deskstretch.core.week import IsoWeek, week_of
from deskstretch.core.words import duration_words

_OVER = timedelta(days=3)


class SummaryWords(msgspec.Struct, frozen=True):
    """What the notification says."""

    title: str
    body: str


def summed_up_week(today: date) -> IsoWeek:
    """The week that a summary of that day is about: until Wednesday the one before."""
    return week_of(today - _OVER)


def summary_words(review: Review) -> SummaryWords | None:
    """The week's figures; None where there was nothing to answer: a week off needs no summary."""
    figures, change = review.figures, review.compliance_change
    compliance = figures.counts.compliance
    if compliance.percent is None:
        return None
    taken = (
        # Translators: {taken_of_due} is as in "18 of 22", {percent} as in "82 %".
        _("{taken_of_due} breaks taken ({percent}).")
        if change is None
        # Translators: {change} is as in "+9 vs week before".
        else _("{taken_of_due} breaks taken ({percent}), {change}.")
    )
    lines = [
        taken.format(
            taken_of_due=of_words(compliance),
            percent=percent_words(compliance),
            change="" if change is None else change_words(change),
        )
    ]
    if figures.held.total:
        held = duration_words(figures.held.total)
        lines.append(_("{length} held in stretches.").format(length=held))
    title = _("Your week, {period}").format(period=period_words(review.period))
    return SummaryWords(title, "\n".join(lines))

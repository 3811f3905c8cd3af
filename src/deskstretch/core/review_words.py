"""Counts, shares and outcomes as words: plain numbers, and a dash where there is no share."""

from __future__ import annotations

from deskstretch.core import numbers
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Kind, Period, kind_of
from deskstretch.core.review import OutcomeCounts, Ratio

NONE = "\N{EN DASH}"

OUTCOME_NAMES = {
    Outcome.TAKEN: "Taken",
    Outcome.PARTLY: "Partly",
    Outcome.AWAY: "Away",
    Outcome.SKIPPED: "Skipped",
    Outcome.MISSED: "Missed",
    Outcome.HELD_BACK: "Held back",
}
"""In the order in which they are stacked and named."""


def percent_words(ratio: Ratio) -> str:
    """ "82 %", or a dash."""
    return NONE if ratio.percent is None else numbers.percent_words(ratio.percent)


def of_words(ratio: Ratio) -> str:
    """ "18 of 22", or a dash."""
    return f"{ratio.part:.0f} of {ratio.whole:.0f}" if ratio.whole > 0 else NONE


def counts_words(counts: OutcomeCounts) -> str:
    """ "6 taken, 1 away, 2 skipped"; only what there was."""
    return ", ".join(
        f"{counts.of(outcome)} {name.lower()}"
        for outcome, name in OUTCOME_NAMES.items()
        if counts.of(outcome)
    )


def change_words(points: int, kind: Kind = Kind.WEEK) -> str:
    """ "+9 vs week before"; the points are those of the percentages as shown."""
    if points == 0:
        return f"as in the {kind} before"
    sign = "+" if points > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(points)} vs {kind} before"


def empty_words(period: Period) -> str:
    """What is said instead of figures where there is none."""
    return f"No breaks were due this {kind_of(period)}."

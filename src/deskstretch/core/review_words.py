"""Counts, shares and outcomes as words: plain numbers, and a dash where there is no share."""

from __future__ import annotations

from deskstretch.core.outcome import Outcome
from deskstretch.core.review import OutcomeCounts, Ratio

NONE = "\N{EN DASH}"
EMPTY_WEEK = "No breaks were due this week."

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
    return NONE if ratio.percent is None else f"{ratio.percent} %"


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


def change_words(points: int) -> str:
    """ "+9 vs week before"; the points are those of the percentages as shown."""
    if points == 0:
        return "as in the week before"
    sign = "+" if points > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(points)} vs week before"

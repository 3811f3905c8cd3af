"""Counts, shares and outcomes as words: plain numbers, and a dash where there is no share."""

from __future__ import annotations

from deskstretch.core import numbers
from deskstretch.core.language import N_, _, ngettext
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Kind, Period, kind_of
from deskstretch.core.review import OutcomeCounts, Ratio
from deskstretch.core.running_text import listed

NONE = "\N{EN DASH}"

# Translators: what became of breaks, as the head of a column or the name of a colour.
OUTCOME_NAMES = {
    Outcome.TAKEN: N_("Taken"),
    Outcome.PARTLY: N_("Partly"),
    Outcome.AWAY: N_("Away"),
    Outcome.SKIPPED: N_("Skipped"),
    Outcome.MISSED: N_("Missed"),
    Outcome.HELD_BACK: N_("Held back"),
}
"""In the order in which they are stacked and named; translated where they are shown."""

_AS_BEFORE = {
    Kind.WEEK: N_("as in the week before"),
    Kind.MONTH: N_("as in the month before"),
    Kind.YEAR: N_("as in the year before"),
}
# Translators: {points} is the change of a percentage, as in "+9 vs week before".
_VERSUS_BEFORE = {
    Kind.WEEK: N_("{points} vs week before"),
    Kind.MONTH: N_("{points} vs month before"),
    Kind.YEAR: N_("{points} vs year before"),
}
_NONE_DUE = {
    Kind.WEEK: N_("No breaks were due this week."),
    Kind.MONTH: N_("No breaks were due this month."),
    Kind.YEAR: N_("No breaks were due this year."),
}


def percent_words(ratio: Ratio) -> str:
    """ "82 %", or a dash."""
    return NONE if ratio.percent is None else numbers.percent_words(ratio.percent)


def of_words(ratio: Ratio) -> str:
    """ "18 of 22", or a dash."""
    if ratio.whole <= 0:
        return NONE
    # Translators: some of all, as in "18 of 22".
    return _("{part} of {whole}").format(part=f"{ratio.part:.0f}", whole=f"{ratio.whole:.0f}")


def counts_words(counts: OutcomeCounts) -> str:
    """ "6 taken, 1 away, 2 skipped"; only what there was."""
    return listed(
        _count_words(outcome, counts.of(outcome)) for outcome in OUTCOME_NAMES if counts.of(outcome)
    )


def change_words(points: int, kind: Kind = Kind.WEEK) -> str:
    """ "+9 vs week before"; the points are those of the percentages as shown."""
    if points == 0:
        return _(_AS_BEFORE[kind])
    sign = "+" if points > 0 else "\N{MINUS SIGN}"
    return _(_VERSUS_BEFORE[kind]).format(points=f"{sign}{abs(points)}")


def empty_words(period: Period) -> str:
    """What is said instead of figures where there is none."""
    return _(_NONE_DUE[kind_of(period)])


def _count_words(outcome: Outcome, count: int) -> str:
    """ "6 taken": breaks with that outcome."""
    match outcome:
        # Translators: {count} of breaks, in each of these.
        case Outcome.TAKEN:
            words = ngettext("{count} taken", "{count} taken", count)
        case Outcome.PARTLY:
            words = ngettext("{count} partly", "{count} partly", count)
        case Outcome.AWAY:
            words = ngettext("{count} away", "{count} away", count)
        case Outcome.SKIPPED:
            words = ngettext("{count} skipped", "{count} skipped", count)
        case Outcome.MISSED:
            words = ngettext("{count} missed", "{count} missed", count)
        case Outcome.HELD_BACK:
            words = ngettext("{count} held back", "{count} held back", count)
    return words.format(count=count)

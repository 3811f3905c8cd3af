"""What the week window says: plain words and numbers, a dash where there is nothing to count."""

from __future__ import annotations

import msgspec

from deskstretch.core.held import HeldSeconds
from deskstretch.core.period import bar_words
from deskstretch.core.review import (
    SKIP_WEEKS,
    BarReview,
    Figures,
    Ratio,
    Review,
    SkipCell,
)
from deskstretch.core.review_words import (
    NONE,
    change_words,
    counts_words,
    of_words,
    percent_words,
)
from deskstretch.core.week import LONG_DAY_NAMES
from deskstretch.core.words import duration_words, exact_words

NO_PROMPTS = "No prompts in these weeks."
_MANY_SECONDS = 600


class FigureWords(msgspec.Struct, frozen=True):
    """One card: a number, what it counts, and what stands beside it."""

    number: str
    label: str
    detail: str = ""
    gained: bool = False
    """The detail tells of more than the week before."""


def figure_words(review: Review) -> tuple[FigureWords, ...]:
    """The four cards."""
    figures = review.figures
    return (
        _compliance_words(figures, review.compliance_change),
        _prompt_words(figures),
        FigureWords(of_words(figures.days), "days with a break taken", "of days with one due"),
        _held_words(figures),
    )


def further_words(figures: Figures) -> tuple[tuple[str, str], ...]:
    """More figures, each a name and its words."""
    counts = figures.counts
    return (
        ("Taken or partly", _share_words(counts.any_stretch)),
        ("Taken, partly or away", _share_words(counts.coverage)),
        ("Held of what was planned", _completion_words(figures)),
        ("Snoozes", str(figures.snooze_count) if counts.total else NONE),
        ("Held back, never asked", str(counts.held_back) if counts.total else NONE),
    )


def day_lines(day: BarReview) -> str:
    """What a day's bar shows: its name, compliance with its counts, and the outcomes."""
    if not day.counts.total:
        return f"{bar_words(day.place)}\nno break due"
    lines = [bar_words(day.place), counts_words(day.counts)]
    if day.counts.answerable:
        lines.insert(1, f"{_share_words(day.counts.compliance)} breaks taken")
    return "\n".join(lines)


def skip_lines(cell: SkipCell) -> str:
    """What a square shows: weekday, hour, and how many prompts were skipped."""
    hours = f"{cell.hour}:00\N{EN DASH}{cell.hour + 1}:00"
    place = f"{LONG_DAY_NAMES[cell.weekday]}, {hours}"
    if not cell.asked:
        return f"{place}\nno prompts"
    prompts = "prompt" if cell.asked == 1 else "prompts"
    return f"{place}\n{cell.skipped} of {cell.asked} {prompts} skipped"


def skip_caption(skips: tuple[SkipCell, ...]) -> str:
    """How much the squares stand on."""
    if not skips:
        return NO_PROMPTS
    skipped, asked = sum(cell.skipped for cell in skips), sum(cell.asked for cell in skips)
    return f"{skipped} of {asked} prompts skipped in {SKIP_WEEKS} weeks"


def _compliance_words(figures: Figures, change: int | None) -> FigureWords:
    compliance = figures.counts.compliance
    if compliance.percent is None:
        return FigureWords(NONE, "breaks taken")
    detail = "" if change is None else change_words(change)
    label = f"{of_words(compliance)} breaks taken"
    return FigureWords(percent_words(compliance), label, detail, (change or 0) > 0)


def _prompt_words(figures: Figures) -> FigureWords:
    prompted = figures.prompted
    own = figures.counts.taken + figures.counts.partly - prompted.taken - prompted.partly
    details = [f"{prompted.partly} partly"] if prompted.partly else []
    if own:
        details.append(f"{own} more on your own")
    return FigureWords(
        of_words(prompted.any_stretch), "prompts answered with a stretch", _joined(details)
    )


def _held_words(figures: Figures) -> FigureWords:
    if figures.planned_seconds <= 0:
        return FigureWords(NONE, "held in stretches")
    total = duration_words(figures.held.total)
    return FigureWords(total, "held in stretches", _sides_words(figures.held))


def _sides_words(held: HeldSeconds) -> str:
    """In whole minutes where there are many, to the second where there are few."""
    sides = [("left", held.left), ("right", held.right), ("both", held.both)]
    if held.total < _MANY_SECONDS:
        return _joined([f"{name} {exact_words(seconds)}" for name, seconds in sides if seconds])
    return _joined([f"{name} {seconds / 60:.0f}" for name, seconds in sides if seconds]) + " min"


def _completion_words(figures: Figures) -> str:
    completion = figures.hold_completion
    if completion.whole <= 0:
        return NONE
    of_planned = f"{duration_words(completion.part)} of {duration_words(completion.whole)}"
    return _joined([of_planned, percent_words(completion)])


def _share_words(ratio: Ratio) -> str:
    return _joined([of_words(ratio), percent_words(ratio)]) if ratio.whole > 0 else NONE


def _joined(parts: list[str]) -> str:
    return " \N{MIDDLE DOT} ".join(parts)

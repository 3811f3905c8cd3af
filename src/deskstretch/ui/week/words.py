"""What the window of past weeks says: plain words and numbers, a dash for nothing to count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from deskstretch.core.area import Area, area_words
from deskstretch.core.dates import day_name
from deskstretch.core.held import AreaHeld, HeldSeconds, StretchTally
from deskstretch.core.period import Kind, bar_words, kind_of
from deskstretch.core.review import (
    SKIP_WEEKS,
    BarReview,
    Figures,
    Ratio,
    Review,
    SkipCell,
    goal_reached,
)
from deskstretch.core.review_words import (
    NONE,
    change_words,
    counts_words,
    of_words,
    percent_words,
)
from deskstretch.core.words import duration_words, exact_words

NO_PROMPTS = "No prompts in this time."
NO_STRETCHES = "No stretches in this time."
_MOST = 3
"""Stretches that are named as the most finished, and as the most cut short."""
_MANY_SECONDS, _VERY_MANY_SECONDS = 600, 3 * 3600


class FigureWords(msgspec.Struct, frozen=True):
    """One card: a number, what it counts, and what stands beside it."""

    number: str
    label: str
    detail: str = ""
    gained: bool = False
    """The detail tells of more than the period before."""
    beside: str = ""
    """A second line: the goal."""


def figure_words(review: Review, goal_percent: int = 0) -> tuple[FigureWords, ...]:
    """The four cards."""
    figures = review.figures
    return (
        _compliance_words(review, goal_percent),
        _prompt_words(figures),
        FigureWords(of_words(figures.days), "days with a break taken", "of days with one due"),
        _held_words(figures),
    )


def further_words(figures: Figures) -> tuple[tuple[str, str], ...]:
    """More figures, each a name and its words."""
    counts = figures.counts
    held_back = duration_words(figures.held_back_seconds) if figures.held_back_seconds else "0"
    return (
        ("Taken or partly", _share_words(counts.any_stretch)),
        ("Taken, partly or away", _share_words(counts.coverage)),
        ("Held of what was planned", _completion_words(figures)),
        ("Snoozes", str(figures.snooze_count) if counts.total else NONE),
        ("Held back for", held_back if counts.total else NONE),
        ("Held back, never asked", str(counts.held_back) if counts.total else NONE),
    )


def stretch_words(
    stretches: Sequence[StretchTally], names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The stretches most often finished, then those most often left before their end."""
    finished = sorted(stretches, key=lambda each: (-each.finished, each.exercise_id))
    cut_short = sorted(stretches, key=lambda each: (-each.cut_short, each.exercise_id))

    def line(each: StretchTally, what: str, count: int) -> tuple[str, str]:
        return names.get(each.exercise_id, each.exercise_id), f"{what} {count} of {each.times}"

    return (
        *(
            line(each, "held to the end", each.finished)
            for each in finished[:_MOST]
            if each.finished
        ),
        *(line(each, "cut short", each.cut_short) for each in cut_short[:_MOST] if each.cut_short),
    )


def area_lines(each: AreaHeld) -> str:
    """What an area of the body shows: how long it was stretched, and the sides."""
    name = area_title(each.area)
    sides = _sides_words(each.held) if each.held.left or each.held.right else ""
    return "\n".join(part for part in (name, duration_words(each.held.total), sides) if part)


def area_title(name: str) -> str:
    """An area as a person calls it; one that is no longer known as it was kept."""
    words = area_words(Area(name)) if name in tuple(Area) else name
    return words[:1].upper() + words[1:]


def bar_lines(bar: BarReview) -> str:
    """What a bar shows: its day or month, compliance with its counts, and the outcomes."""
    if not bar.counts.total:
        return f"{bar_words(bar.place)}\nno break due"
    lines = [bar_words(bar.place), counts_words(bar.counts)]
    if bar.counts.answerable:
        lines.insert(1, f"{_share_words(bar.counts.compliance)} breaks taken")
    return "\n".join(lines)


def skip_lines(cell: SkipCell) -> str:
    """What a square shows: weekday, hour, and how many prompts were skipped."""
    hours = f"{cell.hour}:00\N{EN DASH}{cell.hour + 1}:00"
    place = f"{day_name(cell.weekday)}, {hours}"
    if not cell.asked:
        return f"{place}\nno prompts"
    prompts = "prompt" if cell.asked == 1 else "prompts"
    return f"{place}\n{cell.skipped} of {cell.asked} {prompts} skipped"


def skip_caption(review: Review) -> str:
    """How much the squares stand on."""
    skips = review.skips
    if not skips:
        return NO_PROMPTS
    skipped, asked = sum(cell.skipped for cell in skips), sum(cell.asked for cell in skips)
    kind = kind_of(review.period)
    when = f"in {SKIP_WEEKS} weeks" if kind is Kind.WEEK else f"this {kind}"
    return f"{skipped} of {asked} prompts skipped {when}"


def _compliance_words(review: Review, goal_percent: int) -> FigureWords:
    compliance, change = review.figures.counts.compliance, review.compliance_change
    goal = _goal_words(review, goal_percent)
    if compliance.percent is None:
        return FigureWords(NONE, "breaks taken", beside=goal)
    detail = "" if change is None else change_words(change, kind_of(review.period))
    label = f"{of_words(compliance)} breaks taken"
    return FigureWords(percent_words(compliance), label, detail, (change or 0) > 0, goal)


def _goal_words(review: Review, goal_percent: int) -> str:
    """The goal beside the person's own weeks; empty without a goal."""
    if not goal_percent:
        return ""
    reached = goal_reached(review, goal_percent)
    in_weeks = f", reached in {of_words(reached)} weeks" if reached.whole else ""
    return f"goal {goal_percent} %{in_weeks}"


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
    """In whole minutes where there are many, to the second where there are few, else in hours."""
    sides = [("left", held.left), ("right", held.right), ("both", held.both)]
    if held.total >= _VERY_MANY_SECONDS:
        return _joined([f"{name} {duration_words(seconds)}" for name, seconds in sides if seconds])
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

"""What the window of past weeks says: plain words and numbers, a dash for nothing to count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from deskstretch.core import numbers
from deskstretch.core.area import Area, area_words
from deskstretch.core.dates import day_name
from deskstretch.core.held import AreaHeld, HeldSeconds, StretchTally
from deskstretch.core.language import N_, _, ngettext
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

NO_PROMPTS = N_("No prompts in this time.")
NO_STRETCHES = N_("No stretches in this time.")
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
        FigureWords(
            of_words(figures.days), _("days with a break taken"), _("of days with one due")
        ),
        _held_words(figures),
    )


def further_words(figures: Figures) -> tuple[tuple[str, str], ...]:
    """More figures, each a name and its words."""
    counts = figures.counts
    held_back = duration_words(figures.held_back_seconds) if figures.held_back_seconds else "0"
    return (
        (_("Taken or partly"), _share_words(counts.any_stretch)),
        (_("Taken, partly or away"), _share_words(counts.coverage)),
        (_("Held of what was planned"), _completion_words(figures)),
        (_("Snoozes"), str(figures.snooze_count) if counts.total else NONE),
        (_("Held back for"), held_back if counts.total else NONE),
        (_("Held back, never asked"), str(counts.held_back) if counts.total else NONE),
    )


def stretch_words(
    stretches: Sequence[StretchTally], names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The stretches most often finished, then those most often left before their end."""
    finished = sorted(stretches, key=lambda each: (-each.finished, each.exercise_id))
    cut_short = sorted(stretches, key=lambda each: (-each.cut_short, each.exercise_id))

    def line(each: StretchTally, words: str, count: int) -> tuple[str, str]:
        name = names.get(each.exercise_id, each.exercise_id)
        return name, words.format(count=count, times=each.times)

    return (
        *(
            line(each, _("held to the end {count} of {times}"), each.finished)
            for each in finished[:_MOST]
            if each.finished
        ),
        *(
            line(each, _("cut short {count} of {times}"), each.cut_short)
            for each in cut_short[:_MOST]
            if each.cut_short
        ),
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
        return "\n".join((bar_words(bar.place), _("no break due")))
    lines = [bar_words(bar.place), counts_words(bar.counts)]
    if bar.counts.answerable:
        lines.insert(1, _("{share} breaks taken").format(share=_share_words(bar.counts.compliance)))
    return "\n".join(lines)


def skip_lines(cell: SkipCell) -> str:
    """What a square shows: weekday, hour, and how many prompts were skipped."""
    hours = f"{cell.hour}:00\N{EN DASH}{cell.hour + 1}:00"
    place = f"{day_name(cell.weekday)}, {hours}"
    if not cell.asked:
        return "\n".join((place, _("no prompts")))
    words = ngettext(
        "{skipped} of {count} prompt skipped", "{skipped} of {count} prompts skipped", cell.asked
    )
    return f"{place}\n{words.format(skipped=cell.skipped, count=cell.asked)}"


def skip_caption(review: Review) -> str:
    """How much the squares stand on."""
    skips = review.skips
    if not skips:
        return _(NO_PROMPTS)
    skipped, asked = sum(cell.skipped for cell in skips), sum(cell.asked for cell in skips)
    match kind_of(review.period):
        case Kind.WEEK:
            words = _("{skipped} of {count} prompts skipped in {weeks} weeks")
        case Kind.MONTH:
            words = _("{skipped} of {count} prompts skipped this month")
        case Kind.YEAR:
            words = _("{skipped} of {count} prompts skipped this year")
    return words.format(skipped=skipped, count=asked, weeks=SKIP_WEEKS)


def _compliance_words(review: Review, goal_percent: int) -> FigureWords:
    compliance, change = review.figures.counts.compliance, review.compliance_change
    goal = _goal_words(review, goal_percent)
    if compliance.percent is None:
        return FigureWords(NONE, _("breaks taken"), beside=goal)
    detail = "" if change is None else change_words(change, kind_of(review.period))
    label = _("{share} breaks taken").format(share=of_words(compliance))
    return FigureWords(percent_words(compliance), label, detail, (change or 0) > 0, goal)


def _goal_words(review: Review, goal_percent: int) -> str:
    """The goal beside the person's own weeks; empty without a goal."""
    if not goal_percent:
        return ""
    reached = goal_reached(review, goal_percent)
    goal = numbers.percent_words(goal_percent)
    if not reached.whole:
        return _("goal {percent}").format(percent=goal)
    # Translators: as in "goal 80 %, reached in 3 of 4 weeks".
    words = _("goal {percent}, reached in {share} weeks")
    return words.format(percent=goal, share=of_words(reached))


def _prompt_words(figures: Figures) -> FigureWords:
    prompted = figures.prompted
    own = figures.counts.taken + figures.counts.partly - prompted.taken - prompted.partly
    details = (
        [
            ngettext("{count} partly", "{count} partly", prompted.partly).format(
                count=prompted.partly
            )
        ]
        if prompted.partly
        else []
    )
    if own:
        details.append(
            ngettext("{count} more on your own", "{count} more on your own", own).format(count=own)
        )
    return FigureWords(
        of_words(prompted.any_stretch), _("prompts answered with a stretch"), _joined(details)
    )


def _held_words(figures: Figures) -> FigureWords:
    if figures.planned_seconds <= 0:
        return FigureWords(NONE, _("held in stretches"))
    total = duration_words(figures.held.total)
    return FigureWords(total, _("held in stretches"), _sides_words(figures.held))


def _sides_words(held: HeldSeconds) -> str:
    """In whole minutes where there are many, to the second where there are few, else in hours."""
    sides = [
        # Translators: held on the left side, as in "left 4 min".
        (_("left {length}"), held.left),
        (_("right {length}"), held.right),
        # Translators: held on both sides at once, as in "both 4 min".
        (_("both {length}"), held.both),
    ]

    def words(length_words: Callable[[float], str]) -> str:
        lengths = [each.format(length=length_words(held)) for each, held in sides if held]
        return _joined(lengths)

    if held.total >= _VERY_MANY_SECONDS:
        return words(duration_words)
    if held.total < _MANY_SECONDS:
        return words(exact_words)
    # Translators: as in "left 4 · right 5 min".
    return _("{lengths} min").format(lengths=words(lambda seconds: f"{seconds / 60:.0f}"))


def _completion_words(figures: Figures) -> str:
    completion = figures.hold_completion
    if completion.whole <= 0:
        return NONE
    of_planned = _("{part} of {whole}").format(
        part=duration_words(completion.part), whole=duration_words(completion.whole)
    )
    return _joined([of_planned, percent_words(completion)])


def _share_words(ratio: Ratio) -> str:
    return _joined([of_words(ratio), percent_words(ratio)]) if ratio.whole > 0 else NONE


def _joined(parts: list[str]) -> str:
    return " \N{MIDDLE DOT} ".join(parts)

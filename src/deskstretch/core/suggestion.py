"""One small change at a time that the person's own record speaks for, with its evidence.

Nothing is suggested on fewer than LEAST prompts (or, for a stretch, breaks that came to it). What
was applied, undone or put off rests for RESTS, longer than the record looked at: after that, all of
the evidence is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

import msgspec

from deskstretch.core.dates import short_day_name
from deskstretch.core.held import stretch_tallies
from deskstretch.core.language import _, ngettext
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord
from deskstretch.core.review import ANSWERABLE, place_in_week
from deskstretch.core.running_text import all_of
from deskstretch.core.settings import Settings
from deskstretch.core.working_hours import WEEKDAYS, without_hour

LOOKED_BACK = timedelta(weeks=3)
RESTS = timedelta(weeks=4)
LEAST = 10

_MANY = 0.6
_STANDS_OUT = 0.25
"""How much more is skipped in an hour that is to be kept free than in all others."""
_LONGER_BY_MINUTES = 15
_LONGEST_SUGGESTED = 90
_SNOOZES = (2, 5, 10, 15)

_STRETCHED = (Outcome.TAKEN, Outcome.PARTLY)


class Change(msgspec.Struct, frozen=True):
    """A setting and the value it is to have."""

    key: str
    value: int | str | tuple[str, ...]


class Suggestion(msgspec.Struct, frozen=True):
    """What could be changed, in words, and what applying it does."""

    id: str
    """What rests when it is put off: "keep-free 14", "interval"."""
    evidence: str
    question: str
    button: str
    done: str
    """What is said once it is applied."""
    changes: tuple[Change, ...]


def suggest(
    breaks: Sequence[BreakRecord],
    settings: Settings,
    today: date,
    *,
    stretch_names: Mapping[str, str],
    resting: Collection[str] = (),
    locked: Collection[str] = (),
) -> Suggestion | None:
    """The first change that enough speaks for and that does not rest; breaks of other days are
    left aside. Nothing that is `locked`, by key, is to be changed."""
    seen = [each for each in breaks if today - LOOKED_BACK < each.day <= today]
    prompts = [each for each in seen if each.outcome in ANSWERABLE and each.origin is Origin.DUE]
    found = (
        *_hours_to_keep_free(prompts, settings),
        *_stretches_to_leave_out(seen, settings, stretch_names),
        *_other_snooze(prompts, settings),
        *_longer_interval(prompts, settings),
    )
    return next(
        (
            each
            for each in found
            if each.id not in resting and not any(made.key in locked for made in each.changes)
        ),
        None,
    )


def undoing(suggestion: Suggestion, settings: Settings) -> tuple[Change, ...]:
    """The changes that bring back what `settings` have where the suggestion changes them."""
    return tuple(Change(each.key, value_in(settings, each.key)) for each in suggestion.changes)


def value_in(settings: Settings, key: str) -> Any:
    """What the settings have under that key."""
    group, _dot, name = key.partition(".")
    return getattr(getattr(settings, group), name)


def _hours_to_keep_free(prompts: Sequence[BreakRecord], settings: Settings) -> Iterator[Suggestion]:
    """The hours in which most is skipped, the clearest first."""
    asked = Counter(place_in_week(each) for each in prompts)
    skipped = Counter(place_in_week(each) for each in prompts if each.outcome is Outcome.SKIPPED)
    found = []
    for hour in range(24):
        of_hour = [weekday for weekday, at in asked if at == hour]
        weekdays = sorted(day for day in of_hour if 2 * skipped[day, hour] >= asked[day, hour])
        whole = sum(asked[day, hour] for day in weekdays)
        part = sum(skipped[day, hour] for day in weekdays)
        if whole < LEAST or part < _MANY * whole:
            continue
        others = [each for each in prompts if place_in_week(each)[1] != hour]
        elsewhere = sum(each.outcome is Outcome.SKIPPED for each in others)
        if len(others) < LEAST or part / whole < elsewhere / len(others) + _STANDS_OUT:
            continue
        days = weekdays if len(weekdays) < len(of_hour) else None
        suggestion = _keep_free(hour, weekdays, (part, whole), days, settings)
        if suggestion.changes:
            found.append((part / whole, suggestion))
    yield from (each for _share, each in sorted(found, key=lambda pair: -pair[0]))


def _keep_free(
    hour: int,
    weekdays: Sequence[int],
    skipped: tuple[int, int],
    named: Sequence[int] | None,
    settings: Settings,
) -> Suggestion:
    """`skipped` is so many of so many prompts; `named` are the weekdays to name, if they are not
    all on which that hour is asked in."""
    part, whole = skipped
    before = msgspec.structs.astuple(settings.working_hours)
    after = without_hour(before, weekdays, hour)
    start, end = f"{hour}:00", f"{hour + 1}:00"
    if named is None:
        evidence = ngettext(
            "{part} of {count} prompt between {start} and {end} skipped in 3 weeks.",
            "{part} of {count} prompts between {start} and {end} skipped in 3 weeks.",
            whole,
        )
        done = _("You are not asked between {start} and {end}.")
    else:
        # Translators: {days} are short weekdays, as in "Mon, Tue and Fri".
        evidence = ngettext(
            "{part} of {count} prompt between {start} and {end} on {days} skipped in 3 weeks.",
            "{part} of {count} prompts between {start} and {end} on {days} skipped in 3 weeks.",
            whole,
        )
        done = _("You are not asked between {start} and {end} on {days}.")
    days = all_of(map(short_day_name, named or ()))
    return Suggestion(
        id=f"keep-free {hour}",
        evidence=evidence.format(part=part, count=whole, start=start, end=end, days=days),
        question=_("Keep that hour free and ask after it?"),
        # Translators: hours of the day, of the clock.
        button=_("Keep {start}\N{EN DASH}{end} free").format(start=hour, end=hour + 1),
        done=done.format(start=start, end=end, days=days),
        changes=tuple(
            Change(f"working_hours.{name}", text)
            for name, old, text in zip(WEEKDAYS, before, after, strict=True)
            if text != old
        ),
    )


def _stretches_to_leave_out(
    breaks: Sequence[BreakRecord], settings: Settings, names: Mapping[str, str]
) -> Iterator[Suggestion]:
    """The stretches most often skipped or ended early, the clearest first."""
    left_out = settings.desk.left_out
    tallies = sorted(
        stretch_tallies(breaks), key=lambda each: (-each.cut_short / each.times, each.exercise_id)
    )
    for each in tallies:
        name = names.get(each.exercise_id)
        if name is None or each.exercise_id in left_out:
            continue
        if each.times >= LEAST and each.cut_short >= _MANY * each.times:
            yield Suggestion(
                id=f"leave-out {each.exercise_id}",
                evidence=ngettext(
                    "{stretch}: ended early or skipped {part} of {count} time in 3 weeks.",
                    "{stretch}: ended early or skipped {part} of {count} times in 3 weeks.",
                    each.times,
                ).format(stretch=name, part=each.cut_short, count=each.times),
                question=_("Leave it out and take others?"),
                button=_("Leave it out"),
                done=_("{stretch} is left out.").format(stretch=name),
                changes=(Change("desk.left_out", (*left_out, each.exercise_id)),),
            )


def _other_snooze(prompts: Sequence[BreakRecord], settings: Settings) -> Iterator[Suggestion]:
    """The snooze after which a stretch is mostly taken, where most prompts are snoozed."""
    snoozed = [each for each in prompts if each.snoozes]
    waits = [
        (each.began_at - _asked_first(each)).total_seconds() / 60
        for each in snoozed
        if each.outcome in _STRETCHED and each.began_at is not None
    ]
    if len(prompts) < LEAST or len(snoozed) < _MANY * len(prompts):
        return
    if 2 * len(waits) < len(snoozed):
        return
    usual = median(waits)
    minutes = min(_SNOOZES, key=lambda each: abs(each - usual))
    if minutes != settings.snooze.minutes:
        yield Suggestion(
            id="snooze",
            evidence=ngettext(
                "{part} of {count} prompt snoozed in 3 weeks; {stretched} of those led to a"
                " stretch, mostly about {minutes} minutes later.",
                "{part} of {count} prompts snoozed in 3 weeks; {stretched} of those led to a"
                " stretch, mostly about {minutes} minutes later.",
                len(prompts),
            ).format(part=len(snoozed), count=len(prompts), stretched=len(waits), minutes=minutes),
            question=ngettext(
                "Snooze for {count} minute instead of {before}?",
                "Snooze for {count} minutes instead of {before}?",
                minutes,
            ).format(count=minutes, before=settings.snooze.minutes),
            button=_("Snooze for {minutes} min").format(minutes=minutes),
            done=ngettext(
                "A snooze is {count} minute.", "A snooze is {count} minutes.", minutes
            ).format(count=minutes),
            changes=(Change("snooze.minutes", minutes),),
        )


def _longer_interval(prompts: Sequence[BreakRecord], settings: Settings) -> Iterator[Suggestion]:
    """A quarter of an hour more, where most prompts are skipped or missed."""
    minutes = settings.breaks.interval_minutes
    longer = min(_LONGEST_SUGGESTED, minutes + _LONGER_BY_MINUTES)
    unanswered = sum(each.outcome not in _STRETCHED for each in prompts)
    if len(prompts) < LEAST or unanswered < _MANY * len(prompts) or longer <= minutes:
        return
    yield Suggestion(
        id="interval",
        evidence=ngettext(
            "{part} of {count} prompt skipped or missed in 3 weeks.",
            "{part} of {count} prompts skipped or missed in 3 weeks.",
            len(prompts),
        ).format(part=unanswered, count=len(prompts)),
        question=ngettext(
            "Ask after {count} minute of sitting instead of {before}?",
            "Ask after {count} minutes of sitting instead of {before}?",
            longer,
        ).format(count=longer, before=minutes),
        button=_("Ask after {minutes} min").format(minutes=longer),
        done=ngettext(
            "You are asked after {count} minute of sitting.",
            "You are asked after {count} minutes of sitting.",
            longer,
        ).format(count=longer),
        changes=(Change("breaks.interval_minutes", longer),),
    )


def _asked_first(one: BreakRecord) -> datetime:
    return one.prompts[0].at if one.prompts else one.due_at

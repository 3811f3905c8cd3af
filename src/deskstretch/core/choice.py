"""What comes next: the stretches of one break, picked from what was done and what is allowed.

Pure: the same catalogue, settings and history give the same choice, whatever the time of day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from deskstretch.core.area import Area, area_words
from deskstretch.core.catalogue import Catalogue
from deskstretch.core.draft import Draft
from deskstretch.core.exercise import Exercise, Setting
from deskstretch.core.language import _, ngettext
from deskstretch.core.planner.events import Length
from deskstretch.core.practice import Practice, StretchRecord, practice_of
from deskstretch.core.routine import Routine
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable, why_not_whole

__all__ = ["Choice", "StretchRecord", "choose"]

AIM_SECONDS: Mapping[Length, float] = {"short": 60.0, "long": 180.0}
LIMIT_SECONDS: Mapping[Length, float] = {"short": 80.0, "long": 215.0}
"""About one minute and about three. A hold of 30 s on each side still fits into the short one."""

FULL_SHARE = 0.85
"""Of the aim; from there on nothing more is added."""

NEVER_DAYS = 8
"""An area that was never stretched waits as long as one of last week."""


class Choice(msgspec.Struct, frozen=True):
    """One break's stretches, the holds for this person, and why.

    `lead` is the id of the stretch that the choice began with; `reason` is about it: half a
    sentence like "hips last stretched yesterday". Where the settings leave nothing, routine and
    lead are None, and the reason says so.
    """

    routine: Routine | None
    holds: Mapping[str, float]
    lead: str | None
    reason: str


def choose(
    catalogue: Catalogue,
    desk: DeskSettings,
    history: Sequence[StretchRecord],
    today: date,
    length: Length,
    wished: str = "",
) -> Choice:
    """The next break's stretches.

    `history` may be in any order; the last 90 days are plenty. The area that has waited longest
    leads. The stretches of the last break come again only where the others do not fill the time.

    `wished` is the id of a routine that the person wants each time: it is taken as it stands, if
    all of it suits the settings. Otherwise the reason says what does not.
    """
    routine = catalogue.routines.get(wished)
    if routine is None:
        return _chosen(catalogue, desk, history, today, length)
    hindrance = why_not_whole(routine, catalogue.exercises, desk)
    if hindrance is None:
        return Choice(
            routine,
            {},
            routine.items[0].exercise,
            _("your routine {name}").format(name=routine.name),
        )
    chosen = _chosen(catalogue, desk, history, today, length)
    reason = _("not {name} because of {why}").format(name=routine.name, why=hindrance)
    return msgspec.structs.replace(chosen, reason=reason)


def _chosen(
    catalogue: Catalogue,
    desk: DeskSettings,
    history: Sequence[StretchRecord],
    today: date,
    length: Length,
) -> Choice:
    suitable = [one for one in catalogue.exercises.values() if is_suitable(one, desk)]
    if not suitable:
        return Choice(None, {}, None, _("your settings leave out every stretch"))
    practice = practice_of(catalogue.exercises, history, today)
    ranked = sorted(suitable, key=lambda one: _rank(one, practice, desk))
    lead = ranked[0]
    left_first = frozenset(one.id for one in suitable if practice.left_first(one))
    ready = _ready_made(catalogue, ranked, practice, length)
    if ready is not None:
        known, draft = ready
        routine = draft.routine(known.id, known.name, left_first)
    else:
        draft = _composed(ranked, practice, length)
        routine = draft.routine(f"chosen-{length}", _name(draft), left_first)
    return Choice(routine, draft.holds, lead.id, _reason(lead, practice))


def _rank(exercise: Exercise, practice: Practice, desk: DeskSettings) -> tuple[float, ...]:
    """Least first: not just done, the longest wait of an area, seldom done, done long ago."""
    repeats = exercise.id in practice.last_break
    waited = max(_waited_days(area, practice) for area in exercise.areas)
    times = practice.times.get(exercise.id, 0.0)
    if exercise.id in desk.favourites:
        times /= 2
    done_at = practice.done_at.get(exercise.id)
    return (repeats, -waited, times, done_at.timestamp() if done_at is not None else 0.0)


def _waited_days(area: Area, practice: Practice) -> int:
    days = practice.days_since(area)
    return NEVER_DAYS if days is None else min(days, NEVER_DAYS)


def _ready_made(
    catalogue: Catalogue, ranked: Sequence[Exercise], practice: Practice, length: Length
) -> tuple[Routine, Draft] | None:
    """A routine with the lead in it that repeats nothing, may be done whole and fits the time."""
    fresh = {one.id: one for one in ranked if one.id not in practice.last_break}
    for routine in catalogue.routines.values():
        wanted = [item.exercise for item in routine.items]
        if ranked[0].id not in wanted or not fresh.keys() >= set(wanted):
            continue
        draft = Draft()
        for item in routine.items:
            exercise = fresh[item.exercise]
            hold = _hold(exercise, practice, item.hold_seconds)
            draft = draft.plus(exercise, item.repetitions, hold)
        if FULL_SHARE * AIM_SECONDS[length] <= draft.seconds <= LIMIT_SECONDS[length]:
            return routine, draft
    return None


def _composed(ranked: Sequence[Exercise], practice: Practice, length: Length) -> Draft:
    """The lead, and what fits beside it: other areas first, and in the same place."""
    lead = ranked[0]
    sizes = list(_larger(Draft(), lead, practice))
    draft = next((size for size in sizes if size.seconds <= LIMIT_SECONDS[length]), sizes[-1])
    while draft.seconds < FULL_SHARE * AIM_SECONDS[length]:
        beside = (
            one
            for one in ranked
            if one not in draft.stretches and _is_on_floor(one) == _is_on_floor(lead)
        )
        covered = {area for one in draft.stretches for area in one.areas}
        best_first = sorted(
            beside,
            key=lambda one: (one.id in practice.last_break, len(covered.intersection(one.areas))),
        )
        larger = (size for one in best_first for size in _larger(draft, one, practice))
        fitting = next((size for size in larger if size.seconds <= LIMIT_SECONDS[length]), None)
        if fitting is None:
            break
        draft = fitting
    return draft.in_order_of_place()


def _larger(draft: Draft, exercise: Exercise, practice: Practice) -> Iterator[Draft]:
    """The draft with the stretch added: at this person's hold, then smaller and smaller."""
    few = exercise.repetitions.min
    yield draft.plus(exercise, None, _hold(exercise, practice))
    if exercise.hold is None:
        yield draft.plus(exercise, few, None)
        return
    yield draft.plus(exercise, None, exercise.hold.default)
    yield draft.plus(exercise, few, exercise.hold.default)
    yield draft.plus(exercise, few, exercise.hold.min)


def _hold(exercise: Exercise, practice: Practice, usual: float | None = None) -> float | None:
    """The hold in seconds: the one grown to, if it has grown, else the usual or the default."""
    hold = exercise.hold
    if hold is None:
        return None
    grown = practice.grown_hold(exercise, hold)
    return grown if grown > hold.default else (usual or hold.default)


def _is_on_floor(exercise: Exercise) -> bool:
    return exercise.setting is Setting.FLOOR


def _name(draft: Draft) -> str:
    first, *others = draft.stretches
    if not others:
        return first.name
    # Translators: a stretch, and how many others.
    words = ngettext("{stretch} and {count} more", "{stretch} and {count} more", len(others))
    return words.format(stretch=first.name, count=len(others))


def _reason(lead: Exercise, practice: Practice) -> str:
    area = max(lead.areas, key=lambda one: _waited_days(one, practice))
    words = area_words(area)
    match practice.days_since(area):
        case None:
            return _("{area} not stretched yet").format(area=words)
        case 0:
            time = f"{practice.area_at[area]:%H:%M}"
            return _("{area} last stretched today at {time}").format(area=words, time=time)
        case 1:
            return _("{area} last stretched yesterday").format(area=words)
        case days:
            return ngettext(
                "{area} last stretched {count} day ago",
                "{area} last stretched {count} days ago",
                days,
            ).format(area=words, count=days)

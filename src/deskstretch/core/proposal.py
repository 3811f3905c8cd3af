"""What one break proposes: which stretches, short and long, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.choice import Choice, StretchRecord, choose
from deskstretch.core.exercise import Exercise, Setting, Side
from deskstretch.core.figure.body import Side as FigureSide
from deskstretch.core.language import _
from deskstretch.core.planner.events import Length
from deskstretch.core.prompt import PromptContent, about_words
from deskstretch.core.record import StepRecord
from deskstretch.core.routine import PlannedStep, Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.settings import Settings
from deskstretch.core.words import minute_words

STRAINS_NOTHING = "deep-breathing"
_FIGURE_SIDES: Mapping[Side, FigureSide | None] = {
    Side.RIGHT: "right",
    Side.LEFT: "left",
    Side.BOTH: None,
}
_LENGTHS: tuple[Length, Length] = ("short", "long")


class Plan(msgspec.Struct, frozen=True):
    """One form of a break, laid out as steps."""

    routine: Routine
    steps: tuple[PlannedStep, ...]
    lead: Exercise
    """The stretch that it began with, and that the prompt shows."""
    place: str
    """Where it is done, to complete "1 min ...": "at your desk"."""
    reason: str
    """Why this one, as half a sentence."""

    @property
    def seconds(self) -> float:
        """How long it takes, everything included."""
        return length_seconds(self.steps)


class Proposal(msgspec.Struct, frozen=True):
    """The short and the long form of one break; the same twice where the person named it."""

    short: Plan
    long: Plan
    exercises: Mapping[str, Exercise]

    def plan(self, length: Length) -> Plan:
        """The form of that length."""
        return self.long if length == "long" else self.short


def record_of(step: PlannedStep, exercise: Exercise) -> StepRecord:
    """The step as it is kept, before anything is held of it."""
    return StepRecord(
        exercise_id=step.exercise_id,
        side=step.side,
        repetition=step.repetition,
        phase=step.phase,
        planned_seconds=step.hold_seconds,
        areas=tuple(area.value for area in exercise.areas),
    )


def chosen_proposal(
    catalogue: Catalogue, settings: Settings, history: Sequence[StretchRecord], today: date
) -> Proposal:
    """What comes next by the person's history and settings.

    Where the settings leave out every stretch, slow breathing is left, which strains nothing.
    KeyError if even that is not in the catalogue.
    """
    breaks = settings.breaks
    wishes = (breaks.short_routine, breaks.long_routine)
    short, long = (
        _plan_of(
            choose(catalogue, settings.desk, history, today, length, wished), catalogue, settings
        )
        for length, wished in zip(_LENGTHS, wishes, strict=True)
    )
    return Proposal(short, long, catalogue.exercises)


def named_proposal(
    catalogue: Catalogue, settings: Settings, routine_id: str | None, exercise_ids: Sequence[str]
) -> Proposal:
    """What the person named: a routine, or stretches in their order. KeyError: an unknown id."""
    if routine_id is not None:
        routine = catalogue.routines[routine_id]
    else:
        items = tuple(RoutineItem(catalogue.exercises[wanted].id) for wanted in exercise_ids)
        routine = Routine(id="own-choice", name=_("Your choice"), items=items)
    lead = catalogue.exercises[routine.items[0].exercise]
    plan = _plan(catalogue, settings, routine, {}, lead, _("you asked for it"))
    return Proposal(plan, plan, catalogue.exercises)


def content_of(
    proposal: Proposal, settings: Settings, sitting_seconds: float, snoozes_left: int
) -> PromptContent:
    """What the prompt says of a proposal."""
    usual = settings.breaks.length
    is_firm = settings.asking.strictness == "firm"
    plan = proposal.plan(usual)
    side = next(step.side for step in plan.steps if step.exercise_id == plan.lead.id)
    return PromptContent(
        stretch_name=plan.lead.name,
        place=plan.place,
        length=about_words(plan.seconds),
        # Translators: {reason} is half a sentence, as in "hips last stretched yesterday".
        reason=_("Sitting for {length}; {reason}.").format(
            length=minute_words(sitting_seconds), reason=plan.reason
        ),
        short_seconds=proposal.short.seconds,
        long_seconds=proposal.long.seconds,
        default_length=usual,
        snooze_minutes=settings.snooze.minutes,
        snoozes_left=snoozes_left,
        figure=plan.lead.figure or None,
        phase_poses=tuple(phase.pose for phase in plan.lead.phases),
        side=_FIGURE_SIDES[side],
        fills_screen=is_firm,
        skip_after_seconds=settings.asking.skip_after_seconds if is_firm else 0.0,
    )


def _plan_of(choice: Choice, catalogue: Catalogue, settings: Settings) -> Plan:
    if choice.routine is None or choice.lead is None:
        breathing = named_proposal(catalogue, settings, None, [STRAINS_NOTHING]).short
        return msgspec.structs.replace(breathing, reason=choice.reason)
    lead = catalogue.exercises[choice.lead]
    return _plan(catalogue, settings, choice.routine, choice.holds, lead, choice.reason)


def _plan(
    catalogue: Catalogue,
    settings: Settings,
    routine: Routine,
    holds: Mapping[str, float],
    lead: Exercise,
    reason: str,
) -> Plan:
    override = settings.trial.hold_seconds or None
    steps = plan_steps(routine, catalogue.exercises, holds, override)
    place = _place_words(catalogue.exercises[step.exercise_id] for step in steps)
    return Plan(routine, steps, lead, place, reason)


def _place_words(exercises: Iterable[Exercise]) -> str:
    # Translators: these follow a length, as in "1 min at your desk".
    match {exercise.setting for exercise in exercises}:
        case settings if Setting.FLOOR in settings:
            return _("on the mat")
        case settings if Setting.STANDING in settings and Setting.CHAIR in settings:
            return _("at your desk and on your feet")
        case settings if Setting.STANDING in settings:
            return _("on your feet")
        case _:
            return _("at your desk")

"""The catalogue as text and JSON, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from deskstretch.core.area import area_words
from deskstretch.core.catalogue import Catalogue, read_catalogue
from deskstretch.core.catalogue_fault import CatalogueFault
from deskstretch.core.columns import in_columns
from deskstretch.core.equipment import thing_words
from deskstretch.core.exercise import (
    Exercise,
    Phase,
    Position,
    Setting,
    Side,
    Sides,
    side_words,
    with_side,
)
from deskstretch.core.figure.spec import FigureSpec, GlowSpec, PropSpec
from deskstretch.core.language import N_, _, ngettext, pgettext
from deskstretch.core.numbers import decimal_words
from deskstretch.core.routine import Routine, length_seconds, plan_steps
from deskstretch.core.running_text import in_running_text, listed
from deskstretch.core.words import exact_words, second_words

_OFF_WORDS = {
    "chosen": N_("off until you choose it"),
    "chair stands still": N_("off until you say that your chair stands still"),
}
# Translators: where a stretch is done.
_SETTING_WORDS = {
    Setting.CHAIR: N_("chair"),
    Setting.STANDING: N_("standing"),
    Setting.FLOOR: N_("floor"),
}
# Translators: how the body is placed.
_POSITION_WORDS = {
    Position.SEATED: N_("seated"),
    Position.STANDING: N_("standing"),
    Position.KNEELING: N_("kneeling"),
    Position.ALL_FOURS: N_("all-fours"),
    Position.FLOOR_SEATED: N_("floor-seated"),
    Position.SUPINE: N_("supine"),
    Position.PRONE: N_("prone"),
}


def list_text(catalogue: Catalogue) -> str:
    """All stretches, one a line: id, name, place, dose and areas."""
    rows = [
        (each.id, each.name, _(_SETTING_WORDS[each.setting]), dose_words(each), _areas(each))
        for each in catalogue.exercises.values()
    ]
    return "\n".join(in_columns(rows))


def routine_list_text(catalogue: Catalogue) -> str:
    """All routines, one a line: id, name, length to the second and stretches."""
    rows = [
        (each.id, each.name, _length_words(each, catalogue), _stretches(each))
        for each in catalogue.routines.values()
    ]
    return "\n".join(in_columns(rows))


def list_json(catalogue: Catalogue) -> str:
    """All stretches with every field but the figure, as a JSON array."""
    return _json([_without_figure(exercise) for exercise in catalogue.exercises.values()])


def show_json(exercise: Exercise) -> str:
    """One stretch with every field, as JSON."""
    return _json(msgspec.to_builtins(exercise))


def show_text(exercise: Exercise) -> str:
    """One stretch with every field, to be read."""
    return "\n".join(_lines(exercise))


def routine_json(routine: Routine, catalogue: Catalogue) -> str:
    """One routine with every field and its length, as JSON."""
    return _json(msgspec.to_builtins(routine) | {"length_seconds": _length(routine, catalogue)})


def routine_text(routine: Routine, catalogue: Catalogue) -> str:
    """One routine, hold by hold, to be read."""
    return "\n".join(_routine_lines(routine, catalogue))


def check(data: bytes, onto: Catalogue | None = None) -> tuple[CatalogueFault, ...]:
    """What is wrong in the bytes of an exercise file that is to be added to `onto`."""
    return read_catalogue(data, onto).faults


def check_text(faults: Sequence[CatalogueFault], file_name: str) -> str:
    """The faults of a file, one a line, or that there is none."""
    if not faults:
        return _("{file}: no fault").format(file=file_name)
    return "\n".join(f"{file_name}: {fault.text}" for fault in faults)


def dose_words(exercise: Exercise) -> str:
    """How long and how often: "15 s (10-30 s), each side", "3 times 5 s + 5 s"."""
    hold = exercise.hold
    if hold is not None:
        # Translators: seconds, and how few and many they may be, as in "15 s (10-30 s)".
        dose = _("{usual} s ({least}-{most} s)").format(
            usual=decimal_words(hold.default),
            least=decimal_words(hold.min),
            most=decimal_words(hold.max),
        )
    else:
        dose = " + ".join(_seconds(phase.seconds) for phase in exercise.phases)
    often = exercise.repetitions.default
    if often > 1:
        # Translators: how often and how long, as in "3 times 15 s".
        words = ngettext("{count} time {dose}", "{count} times {dose}", often)
        dose = words.format(count=often, dose=dose)
    return _("{dose}, each side").format(dose=dose) if exercise.sides is Sides.EACH else dose


def origin_words(exercise: Exercise) -> str:
    """Where the numbers come from, in half a sentence."""
    if exercise.dose == "source":
        return _("from the source")
    return _("ours: no source gives a number")


def _lines(exercise: Exercise) -> Iterator[str]:
    side = exercise.side_order[0]
    repetitions = exercise.repetitions
    yield f"{exercise.name} ({exercise.id})"
    yield _("Where: {setting}, {position}").format(
        setting=_(_SETTING_WORDS[exercise.setting]), position=_(_POSITION_WORDS[exercise.position])
    )
    yield _("Sides: {sides}").format(sides=_sides(exercise))
    if exercise.hold is not None:
        hold = exercise.hold
        yield _("Hold: {usual} s, from {least} to {most} s").format(
            usual=decimal_words(hold.default),
            least=decimal_words(hold.min),
            most=decimal_words(hold.max),
        )
    for phase in exercise.phases:
        yield _("Phase: {phase}").format(phase=_phase_words(phase, side))
    yield _("Repetitions: {usual}, from {least} to {most}").format(
        usual=repetitions.default, least=repetitions.min, most=repetitions.max
    )
    yield _("Rest: {length}").format(length=_seconds(exercise.rest_seconds))
    # Translators: {origin} is as in "from the source".
    yield _("Dose: {origin}").format(origin=origin_words(exercise))
    yield _("Equipment: {things}").format(things=_equipment(exercise))
    yield _("Areas: {areas}").format(areas=_areas(exercise))
    strains = listed(map(area_words, exercise.strains)) or pgettext("things of a list", "none")
    yield _("Also asks something of: {areas}").format(areas=strains)
    yield _("Offered: {when}").format(when=_offered(exercise))
    yield _("Steps:")
    for number, step in enumerate(exercise.steps, start=1):
        current = number == exercise.hold_step + 1
        words = _("{number}. {step}  <- while holding") if current else _("{number}. {step}")
        yield f"  {words.format(number=number, step=with_side(step, side))}"
    yield _("Feel: {words}").format(words=with_side(exercise.feel, side))
    yield from _texts(_("Cues:"), exercise.cues, side)
    yield from _texts(_("Common mistakes:"), exercise.mistakes, side)
    yield from _texts(_("Cautions:"), exercise.cautions, side)
    sources = [f"{one.document}, {one.title}: {one.says}" for one in exercise.sources]
    yield from _texts(_("Sources:"), sources, side)
    if exercise.figure is not UNSET:
        yield from _figure_lines(exercise.figure)


def _routine_lines(routine: Routine, catalogue: Catalogue) -> Iterator[str]:
    yield f"{routine.name} ({routine.id})"
    yield _("Length: {length}").format(length=_length_words(routine, catalogue))
    yield _("Holds:")
    for number, step in enumerate(plan_steps(routine, catalogue.exercises), start=1):
        exercise = catalogue.exercises[step.exercise_id]
        parts = [exercise.name]
        if step.side is not Side.BOTH:
            parts.append(in_running_text(side_words(exercise, step.side)))
        if step.phase is not None:
            parts.append(with_side(exercise.phases[step.phase].label, step.side))
        # Translators: a hold of a stretch, as in "1. Seated twist, left side: 15 s".
        words = _("{number}. {hold}: {length}").format(
            number=number, hold=listed(parts), length=_seconds(step.hold_seconds)
        )
        yield f"  {words}"


def _length(routine: Routine, catalogue: Catalogue) -> float:
    return length_seconds(plan_steps(routine, catalogue.exercises))


def _length_words(routine: Routine, catalogue: Catalogue) -> str:
    return exact_words(_length(routine, catalogue))


def _stretches(routine: Routine) -> str:
    return listed(dict.fromkeys(item.exercise for item in routine.items))


def _seconds(seconds: float) -> str:
    return second_words(decimal_words(seconds))


def _figure_lines(figure: FigureSpec) -> Iterator[str]:
    camera = figure.camera
    glowing = (_glow_words(glow) for glow in figure.glow)
    words = ngettext(
        "Figure: {count} pose ({poses})", "Figure: {count} poses ({poses})", len(figure.poses)
    )
    yield words.format(count=len(figure.poses), poses=listed(figure.poses))
    # Translators: the poses through which the figure goes into the stretch.
    yield "  " + _("way in: {poses}").format(poses=listed(figure.sequence))
    share = decimal_words(figure.phase_move)
    yield "  " + _("share of a phase that it moves in: {share}").format(share=share)
    yield "  " + _("camera: turned by {yaw} degrees, down by {pitch}").format(
        yaw=decimal_words(camera.yaw), pitch=decimal_words(camera.pitch)
    )
    things = "; ".join(map(_prop_words, figure.props)) or pgettext("things of a list", "none")
    yield "  " + _("things: {things}").format(things=things)
    # Translators: the muscles that glow while they are stretched.
    yield "  " + _("glows: {muscles}").format(muscles="; ".join(glowing) or _("nothing"))


def _prop_words(prop: PropSpec) -> str:
    sizes = [
        f"{name.replace('_', ' ')} {' '.join(f'{one:g}' for one in value)}"
        if isinstance(value, tuple)
        else f"{name.replace('_', ' ')} {value}"
        for name, value in msgspec.structs.asdict(prop).items()
    ]
    return f"{prop.__struct_config__.tag}, {', '.join(sizes)}"


def _glow_words(glow: GlowSpec) -> str:
    sides = {
        "left": pgettext("side of the body", "left"),
        "right": pgettext("side of the body", "right"),
        "both": _("both sides"),
    }
    parts = [glow.muscle.replace("_", " "), sides[glow.side]]
    if (glow.start, glow.end) != (0, 1):
        start, end = decimal_words(glow.start), decimal_words(glow.end)
        parts.append(_("from {start} to {end}").format(start=start, end=end))
    if glow.poses:
        parts.append(_("in {poses}").format(poses=listed(glow.poses)))
    return listed(parts)


def _phase_words(phase: Phase, side: Side) -> str:
    words = (
        _("{label}, {length} (pose {pose})")
        if phase.step is None
        else _("{label}, {length} (pose {pose}, step {step})")
    )
    return words.format(
        label=with_side(phase.label, side),
        length=_seconds(phase.seconds),
        pose=phase.pose,
        step=None if phase.step is None else phase.step + 1,
    )


def _texts(title: str, texts: Sequence[str], side: Side) -> Iterator[str]:
    if texts:
        yield title
    for text in texts:
        yield f"  - {with_side(text, side)}"


def _sides(exercise: Exercise) -> str:
    if exercise.sides is Sides.BOTH:
        return _("both at once")
    match exercise.limb, exercise.alternate:
        case "leg", True:
            return _("each leg, in turn after each repetition")
        case "leg", False:
            return _("each leg, one after the other")
        case "arm", True:
            return _("each arm, in turn after each repetition")
        case "arm", False:
            return _("each arm, one after the other")
        case _, True:
            return _("each, in turn after each repetition")
        case _:
            return _("each, one after the other")


def _offered(exercise: Exercise) -> str:
    if exercise.off_until is not None:
        return _(_OFF_WORDS[exercise.off_until])
    if exercise.setting is Setting.FLOOR:
        return _("with floor stretches switched on")
    return _("yes")


def _equipment(exercise: Exercise) -> str:
    things = (
        _("{thing} (optional)").format(thing=thing_words(thing.item))
        if thing.optional
        else thing_words(thing.item)
        for thing in exercise.equipment
    )
    return listed(things) or pgettext("things of a list", "none")


def _areas(exercise: Exercise) -> str:
    return listed(map(area_words, exercise.areas))


def _without_figure(exercise: Exercise) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(exercise)
    fields.pop("figure", None)
    return fields


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()

"""The catalogue as text and JSON, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from deskstretch.core.area import area_words
from deskstretch.core.catalogue import Catalogue, read_catalogue
from deskstretch.core.catalogue_fault import CatalogueFault
from deskstretch.core.exercise import Exercise, Phase, Setting, Side, Sides, with_side
from deskstretch.core.figure.spec import FigureSpec, GlowSpec, PropSpec
from deskstretch.core.routine import Routine, length_seconds, plan_steps
from deskstretch.core.words import exact_words

_OFF_WORDS = {
    "chosen": "off until you choose it",
    "chair stands still": "off until you say that your chair stands still",
}


def list_text(catalogue: Catalogue) -> str:
    """All stretches, one a line: id, name, place, dose and areas."""
    rows = (
        (exercise.id, exercise.name, exercise.setting.value, dose_words(exercise), _areas(exercise))
        for exercise in catalogue.exercises.values()
    )
    return _in_columns(rows)


def routine_list_text(catalogue: Catalogue) -> str:
    """All routines, one a line: id, name, length to the second and stretches."""
    return _in_columns(
        (routine.id, routine.name, _length_words(routine, catalogue), _stretches(routine))
        for routine in catalogue.routines.values()
    )


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
    return "\n".join(f"{file_name}: {fault.text}" for fault in faults) or f"{file_name}: no fault"


def dose_words(exercise: Exercise) -> str:
    """How long and how often: "15 s (10-30 s), each side", "3 times 5 s + 5 s"."""
    hold = exercise.hold
    if hold is not None:
        seconds = f"{hold.default:g} s ({hold.min:g}-{hold.max:g} s)"
    else:
        seconds = " + ".join(f"{phase.seconds:g} s" for phase in exercise.phases)
    often = exercise.repetitions.default
    times = f"{often} times " if often > 1 else ""
    return f"{times}{seconds}{', each side' if exercise.sides is Sides.EACH else ''}"


def origin_words(exercise: Exercise) -> str:
    """Where the numbers come from, in half a sentence."""
    return "from the source" if exercise.dose == "source" else "ours: no source gives a number"


def _lines(exercise: Exercise) -> Iterator[str]:
    side = exercise.side_order[0]
    repetitions = exercise.repetitions
    yield f"{exercise.name} ({exercise.id})"
    yield f"Where: {exercise.setting.value}, {exercise.position.value}"
    yield f"Sides: {_sides(exercise)}"
    if exercise.hold is not None:
        hold = exercise.hold
        yield f"Hold: {hold.default:g} s, from {hold.min:g} to {hold.max:g} s"
    for phase in exercise.phases:
        yield f"Phase: {_phase_words(phase, side)}"
    yield f"Repetitions: {repetitions.default}, from {repetitions.min} to {repetitions.max}"
    yield f"Rest: {exercise.rest_seconds:g} s"
    yield f"Dose: {origin_words(exercise)}"
    yield f"Equipment: {_equipment(exercise)}"
    yield f"Areas: {_areas(exercise)}"
    yield f"Also asks something of: {', '.join(map(area_words, exercise.strains)) or 'none'}"
    yield f"Offered: {_offered(exercise)}"
    yield "Steps:"
    for number, step in enumerate(exercise.steps, start=1):
        current = "  <- while holding" if number == exercise.hold_step + 1 else ""
        yield f"  {number}. {with_side(step, side)}{current}"
    yield f"Feel: {with_side(exercise.feel, side)}"
    yield from _listed("Cues", exercise.cues, side)
    yield from _listed("Common mistakes", exercise.mistakes, side)
    yield from _listed("Cautions", exercise.cautions, side)
    sources = [f"{one.document}, {one.title}: {one.says}" for one in exercise.sources]
    yield from _listed("Sources", sources, side)
    if exercise.figure is not UNSET:
        yield from _figure_lines(exercise.figure)


def _routine_lines(routine: Routine, catalogue: Catalogue) -> Iterator[str]:
    yield f"{routine.name} ({routine.id})"
    yield f"Length: {_length_words(routine, catalogue)}"
    yield "Holds:"
    for number, step in enumerate(plan_steps(routine, catalogue.exercises), start=1):
        exercise = catalogue.exercises[step.exercise_id]
        phase = (
            ""
            if step.phase is None
            else f", {with_side(exercise.phases[step.phase].label, step.side)}"
        )
        side = "" if step.side is Side.BOTH else f", {step.side.value} {exercise.limb}"
        yield f"  {number}. {exercise.name}{side}{phase}: {step.hold_seconds:g} s"


def _length(routine: Routine, catalogue: Catalogue) -> float:
    return length_seconds(plan_steps(routine, catalogue.exercises))


def _length_words(routine: Routine, catalogue: Catalogue) -> str:
    return exact_words(_length(routine, catalogue))


def _stretches(routine: Routine) -> str:
    return ", ".join(dict.fromkeys(item.exercise for item in routine.items))


def _in_columns(lines: Iterable[tuple[str, ...]]) -> str:
    rows = list(lines)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _figure_lines(figure: FigureSpec) -> Iterator[str]:
    camera = figure.camera
    glowing = (_glow_words(glow) for glow in figure.glow)
    yield f"Figure: {len(figure.poses)} poses ({', '.join(figure.poses)})"
    yield f"  way in: {', '.join(figure.sequence)}"
    yield f"  share of a phase that it moves in: {figure.phase_move:g}"
    yield f"  camera: turned by {camera.yaw:g} degrees, down by {camera.pitch:g}"
    yield f"  things: {'; '.join(map(_prop_words, figure.props)) or 'none'}"
    yield f"  glows: {'; '.join(glowing) or 'nothing'}"


def _prop_words(prop: PropSpec) -> str:
    sizes = [
        f"{name.replace('_', ' ')} {' '.join(f'{one:g}' for one in value)}"
        if isinstance(value, tuple)
        else f"{name.replace('_', ' ')} {value}"
        for name, value in msgspec.structs.asdict(prop).items()
    ]
    return f"{prop.__struct_config__.tag}, {', '.join(sizes)}"


def _glow_words(glow: GlowSpec) -> str:
    side = "both sides" if glow.side == "both" else glow.side
    part = "" if (glow.start, glow.end) == (0, 1) else f", from {glow.start:g} to {glow.end:g}"
    poses = f", in {', '.join(glow.poses)}" if glow.poses else ""
    return f"{glow.muscle.replace('_', ' ')}, {side}{part}{poses}"


def _phase_words(phase: Phase, side: Side) -> str:
    step = "" if phase.step is None else f", step {phase.step + 1}"
    return f"{with_side(phase.label, side)}, {phase.seconds:g} s (pose {phase.pose}{step})"


def _listed(title: str, texts: Sequence[str], side: Side) -> Iterator[str]:
    if texts:
        yield f"{title}:"
    for text in texts:
        yield f"  - {with_side(text, side)}"


def _sides(exercise: Exercise) -> str:
    if exercise.sides is Sides.BOTH:
        return "both at once"
    turns = "in turn after each repetition" if exercise.alternate else "one after the other"
    return f"each {exercise.limb}, {turns}" if exercise.limb != "side" else f"each, {turns}"


def _offered(exercise: Exercise) -> str:
    if exercise.off_until is not None:
        return _OFF_WORDS[exercise.off_until]
    return "with floor stretches switched on" if exercise.setting is Setting.FLOOR else "yes"


def _equipment(exercise: Exercise) -> str:
    things = (
        f"{thing.item} (optional)" if thing.optional else thing.item for thing in exercise.equipment
    )
    return ", ".join(things) or "none"


def _areas(exercise: Exercise) -> str:
    return ", ".join(map(area_words, exercise.areas))


def _without_figure(exercise: Exercise) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(exercise)
    fields.pop("figure", None)
    return fields


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()

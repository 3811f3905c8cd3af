"""What the library says of a stretch, in the words a person reads."""

from __future__ import annotations

from deskstretch.core.area import area_words
from deskstretch.core.catalogue_text import dose_words, origin_words
from deskstretch.core.equipment import thing_words
from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _, ngettext
from deskstretch.core.library import PLACE_WORDS
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.running_text import listed
from deskstretch.core.words import exact_words


def capitalised(words: str) -> str:
    """The words with a large first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def about_line(exercise: Exercise) -> str:
    """Where it is done and what it stretches: "On a chair · buttocks, hips"."""
    areas = listed(map(area_words, exercise.areas))
    return f"{_(PLACE_WORDS[exercise.setting])} · {areas}"


def dose_line(exercise: Exercise) -> str:
    """How long, how often, and how long that takes in all."""
    dose, length = capitalised(dose_words(exercise)), exact_words(_seconds(exercise))
    return _("{dose} · takes {length}").format(dose=dose, length=length)


def origin_line(exercise: Exercise) -> str:
    """Where the numbers come from."""
    return _("The numbers are {origin}.").format(origin=origin_words(exercise))


def equipment_line(exercise: Exercise) -> str:
    """What is needed and what makes it easier; empty if nothing does."""
    needed = listed(map(thing_words, exercise.needed_equipment))
    optional = listed(thing_words(thing.item) for thing in exercise.equipment if thing.optional)
    if needed and optional:
        words = _("Needs: {needed} · easier with: {optional}")
    elif needed:
        words = _("Needs: {needed}")
    else:
        words = _("Easier with: {optional}") if optional else ""
    return words.format(needed=needed, optional=optional)


def strains_line(exercise: Exercise) -> str:
    """What it also asks something of; empty if nothing."""
    if not exercise.strains:
        return ""
    areas = listed(map(area_words, exercise.strains))
    return _("Also asks something of: {areas}").format(areas=areas)


def source_lines(exercise: Exercise) -> list[str]:
    """Each document that it comes from, and what that says of the dose."""
    # Translators: a document, and what it says.
    words = _("{title}: {says}.")
    return [words.format(title=source.title, says=source.says) for source in exercise.sources]


def count_words(found: int, whole: int) -> str:
    """How many stretches the list shows: "29 stretches", "4 of 29", "None of 29"."""
    if found == whole:
        return ngettext("{count} stretch", "{count} stretches", whole).format(count=whole)
    if not found:
        return _("None of {whole}").format(whole=whole)
    return _("{found} of {whole}").format(found=found, whole=whole)


def _seconds(exercise: Exercise) -> float:
    routine = Routine(id="library", name="Library", items=(RoutineItem(exercise.id),))
    return length_seconds(plan_steps(routine, {exercise.id: exercise}))

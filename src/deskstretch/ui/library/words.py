"""What the library says of a stretch, in the words a person reads."""

from __future__ import annotations

from deskstretch.core.area import area_words
from deskstretch.core.catalogue_text import dose_words, origin_words
from deskstretch.core.exercise import Exercise
from deskstretch.core.library import PLACE_WORDS
from deskstretch.core.routine import Routine, RoutineItem, length_seconds, plan_steps
from deskstretch.core.words import exact_words


def capitalised(words: str) -> str:
    """The words with a large first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def about_line(exercise: Exercise) -> str:
    """Where it is done and what it stretches: "On a chair · buttocks, hips"."""
    return f"{PLACE_WORDS[exercise.setting]} · {', '.join(map(area_words, exercise.areas))}"


def dose_line(exercise: Exercise) -> str:
    """How long, how often, and how long that takes in all."""
    return f"{capitalised(dose_words(exercise))} · takes {exact_words(_seconds(exercise))}"


def origin_line(exercise: Exercise) -> str:
    """Where the numbers come from."""
    return f"The numbers are {origin_words(exercise)}."


def equipment_line(exercise: Exercise) -> str:
    """What is needed and what makes it easier; empty if nothing does."""
    needed = exercise.needed_equipment
    optional = [thing.item for thing in exercise.equipment if thing.optional]
    parts = [f"Needs: {', '.join(needed)}"] if needed else []
    if optional:
        parts.append(f"easier with: {', '.join(optional)}")
    return capitalised(" · ".join(parts))


def strains_line(exercise: Exercise) -> str:
    """What it also asks something of; empty if nothing."""
    if not exercise.strains:
        return ""
    return f"Also asks something of: {', '.join(map(area_words, exercise.strains))}"


def source_lines(exercise: Exercise) -> list[str]:
    """Each document that it comes from, and what that says of the dose."""
    return [f"{source.title}: {source.says}." for source in exercise.sources]


def count_words(found: int, whole: int) -> str:
    """How many stretches the list shows: "29 stretches", "4 of 29", "None of 29"."""
    if found == whole:
        return f"{whole} stretches"
    return f"{found or 'None'} of {whole}"


def _seconds(exercise: Exercise) -> float:
    routine = Routine(id="library", name="Library", items=(RoutineItem(exercise.id),))
    return length_seconds(plan_steps(routine, {exercise.id: exercise}))

"""The words of the stretches and routines that come with the program, in another language.

What settings name is not translated here: ids, areas and equipment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Exercise

Translate = Callable[[str], str]


def in_language(catalogue: Catalogue, translate: Translate) -> Catalogue:
    """The same catalogue with every text that a person reads or hears translated."""
    return Catalogue(
        {id_: _in_language(exercise, translate) for id_, exercise in catalogue.exercises.items()},
        {
            id_: msgspec.structs.replace(routine, name=translate(routine.name))
            for id_, routine in catalogue.routines.items()
        },
    )


def texts_of(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every text to be translated, each with the id of the stretch or routine it belongs to."""
    for exercise in catalogue.exercises.values():
        yield from ((exercise.id, text) for text in _texts(exercise))
    yield from ((routine.id, routine.name) for routine in catalogue.routines.values())


def _texts(exercise: Exercise) -> list[str]:
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _in_language(exercise, note)
    return texts


def _in_language(exercise: Exercise, translate: Translate) -> Exercise:
    def each(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(translate, texts))

    return msgspec.structs.replace(
        exercise,
        name=translate(exercise.name),
        steps=each(exercise.steps),
        feel=translate(exercise.feel),
        cues=each(exercise.cues),
        mistakes=each(exercise.mistakes),
        cautions=each(exercise.cautions),
        phases=tuple(
            msgspec.structs.replace(phase, label=translate(phase.label))
            for phase in exercise.phases
        ),
        sources=tuple(
            msgspec.structs.replace(
                source, title=translate(source.title), says=translate(source.says)
            )
            for source in exercise.sources
        ),
    )

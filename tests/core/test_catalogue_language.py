"""Stretches keep what they are in every language; only their words change."""

from __future__ import annotations

from deskstretch.core.catalogue_language import in_language, texts_of
from tests.core.shipped import shipped_catalogue

SHIPPED = shipped_catalogue()


def test_every_word_a_person_reads_is_translated() -> None:
    spoken = in_language(SHIPPED, str.upper)
    for exercise in spoken.exercises.values():
        for text in (exercise.name, *exercise.words, *(one.says for one in exercise.sources)):
            assert text == text.upper()
    assert all(routine.name.isupper() for routine in spoken.routines.values())


def test_nothing_else_changes() -> None:
    assert in_language(SHIPPED, lambda text: text) == SHIPPED
    spoken = in_language(SHIPPED, str.upper)
    assert list(spoken.exercises) == list(SHIPPED.exercises)
    for id_, exercise in spoken.exercises.items():
        assert exercise.areas == SHIPPED.exercises[id_].areas
        assert exercise.equipment == SHIPPED.exercises[id_].equipment
        assert exercise.figure == SHIPPED.exercises[id_].figure


def test_the_texts_to_translate_are_told_with_where_they_belong() -> None:
    texts = list(texts_of(SHIPPED))
    hamstring = SHIPPED.exercises["chair-hamstring"]
    assert ("chair-hamstring", hamstring.name) in texts
    assert all(("chair-hamstring", step) in texts for step in hamstring.steps)
    assert {("", "")} & set(texts) == set()

"""Every language says everything: nothing untranslated, out of step, over-long or ill-formed."""

from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest
from babel.messages.catalog import Message

import languages
from deskstretch.core.catalogue_language import in_language
from deskstretch.core.declaration import declaration_of
from deskstretch.core.exercise import Exercise, Side, with_side
from deskstretch.core.language import LANGUAGES
from deskstretch.core.routine import Routine
from deskstretch.store.languages import read_translation
from tests.core.shipped import shipped_catalogue

EACH = [
    pytest.param(language, texts, id=f"{language}-{texts}")
    for language in languages.TRANSLATED
    for texts in ("program", "stretches")
]
_FIELD = re.compile(r"\{[^{}]*\}|%\(\w+\)[srd]|%[srd]\b")
_SIDES = {"{side}", "{other_side}"}


def messages(language: str, texts: str) -> list[Message]:
    return [message for message in languages.read_language(language, texts) if message.id]


def english_of(message: Message) -> str:
    """The text itself; the plural where it counts."""
    return message.id if isinstance(message.id, str) else message.id[1]


def forms_of(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def test_each_language_has_its_files_and_can_be_chosen() -> None:
    folders = {folder.name for folder in languages.FOLDER.iterdir()}
    declaration = declaration_of("look.language")
    assert declaration is not None
    choices = get_args(get_args(declaration.type)[0])
    assert folders == set(languages.TRANSLATED)
    assert choices == ("system", *LANGUAGES)


@pytest.mark.parametrize(("language", "texts"), EACH)
def test_its_files_are_in_step_with_the_texts_of_the_program(language: str, texts: str) -> None:
    folder = languages.FOLDER / language
    catalog = languages.brought_up_to_date(language, texts)
    for_translators = languages.po_bytes(catalog)
    assert (folder / f"{texts}.po").read_bytes() == for_translators, "run ./dev languages"
    compiled = languages.mo_bytes(catalog)
    assert (folder / f"{texts}.mo").read_bytes() == compiled, "run ./dev languages"


@pytest.mark.parametrize(("language", "texts"), EACH)
def test_every_text_is_translated_in_every_form(language: str, texts: str) -> None:
    assert languages.untranslated(languages.read_language(language, texts)) == []


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_what_is_filled_in_is_the_same_in_every_language(language: str) -> None:
    wrong = []
    for message in messages(language, "program"):
        wanted = set(_FIELD.findall(english_of(message)))
        counts = not isinstance(message.id, str)
        for form in forms_of(message):
            fields = set(_FIELD.findall(form))
            # "One break" and, in Arabic, "two breaks" need no number.
            if fields != wanted and not (counts and fields == wanted - {"{count}"}):
                wrong.append((english_of(message), form))
            if "{" in _FIELD.sub("", form) or "}" in _FIELD.sub("", form):
                wrong.append((english_of(message), form))
    assert wrong == []


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_spaces_and_breaks_at_the_ends_are_kept(language: str) -> None:
    wrong = []
    for message in messages(language, "program") + messages(language, "stretches"):
        english = english_of(message)
        for form in forms_of(message):
            if form != form.strip() and english == english.strip():
                wrong.append((english, form))
            if form.count("\n") != english.count("\n"):
                wrong.append((english, form))
    assert wrong == []


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_a_translated_stretch_is_as_sound_as_one_in_a_file(language: str) -> None:
    translation = read_translation(language, "stretches")
    assert translation is not None
    spoken = in_language(shipped_catalogue(), translation.gettext)
    for exercise in spoken.exercises.values():
        assert msgspec.convert(msgspec.to_builtins(exercise), Exercise) == exercise
    for routine in spoken.routines.values():
        assert msgspec.convert(msgspec.to_builtins(routine), Routine) == routine


@pytest.mark.parametrize("language", languages.TRANSLATED)
def test_a_translated_sentence_tells_the_sides_apart_where_the_english_does(language: str) -> None:
    wrong = []
    for message in messages(language, "stretches"):
        english, form = english_of(message), forms_of(message)[0]
        told = with_side(form, Side.LEFT) != with_side(form, Side.RIGHT)
        if told != bool(_SIDES & set(_FIELD.findall(english))):
            wrong.append((english, form))
        if "{" in with_side(form, Side.LEFT):
            wrong.append((english, form))
    assert wrong == []


def test_english_needs_no_file() -> None:
    assert read_translation("en", "program") is None
    assert read_translation("en", "stretches") is None


def test_a_language_that_is_not_there_is_english() -> None:
    assert read_translation("xx", "program") is None

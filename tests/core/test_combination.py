"""Combinations of keys as they are written in the settings file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.combination import (
    ALLOWED_WORDS,
    KEYS,
    MODIFIERS,
    Combination,
    parse_combination,
)

COMBINATIONS = st.builds(
    lambda chosen, key: Combination(tuple(each for each in MODIFIERS if each in chosen), key),
    st.sets(st.sampled_from(MODIFIERS)).filter(lambda chosen: "Super" in chosen or len(chosen) > 1),
    st.sampled_from(KEYS),
)


@given(COMBINATIONS, st.data())
def test_what_is_written_in_any_order_case_and_spacing_is_the_same(
    combination: Combination, data: st.DataObject
) -> None:
    parts = data.draw(st.permutations([*combination.modifiers, combination.key]))
    written = " + ".join(data.draw(st.sampled_from([each, each.lower()])) for each in parts)
    assert parse_combination(written) == combination


@given(COMBINATIONS)
def test_what_is_shown_can_be_written(combination: Combination) -> None:
    assert parse_combination(str(combination)) == combination


@given(st.text(st.sampled_from('+ CtrlAtShifSupeBF19"\n\u0627\U0001f642'), max_size=60))
def test_whatever_is_written_is_understood_or_refused_in_one_line(text: str) -> None:
    told = _told_of(text)
    assert told
    assert "\n" not in told


def _told_of(text: str) -> str:
    try:
        return str(parse_combination(text))
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_is_off(text: str) -> None:
    assert parse_combination(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("alt+control+b", "Ctrl+Alt+B"),
        ("win+del", "Super+Delete"),
        ("Shift+Super+pgup", "Shift+Super+PageUp"),
    ],
)
def test_keys_may_have_their_other_names(text: str, shown: str) -> None:
    assert str(parse_combination(text)) == shown


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ctrl+C", '"Ctrl+C" is for the programs you type into'),
        ("Shift+A", '"Shift+A" is for the programs you type into'),
        ("B", '"B" is for the programs you type into'),
        ("Ctrl+Alt", '"Ctrl+Alt" lacks the key itself'),
        ("Ctrl+Alt+A+B", '"Ctrl+Alt+A+B" has more than one key'),
        ("Ctrl+Control+B", '"Ctrl+Control+B" has a key twice'),
        ("Ctrl+Alt+Hyper", '"Hyper" cannot be used'),
        ("Ctrl+Alt++", '"" cannot be used'),
        ("Ctrl+Alt+F25", '"F25" cannot be used'),
        ("Ctrl+Alt+Escape", '"Escape" cannot be used'),
    ],
)
def test_what_is_wrong_is_said(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^") as refused:
        parse_combination(text)
    assert str(refused.value) == wrong


def test_every_key_that_is_no_letter_or_digit_is_named_where_it_is_allowed() -> None:
    named = [key for key in KEYS if len(key) > 1 and not key[1:].isdigit()]
    assert [key for key in named if key not in ALLOWED_WORDS] == []

"""Every setting is declared once, and its declaration alone tells what fits."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.declaration import (
    Declaration,
    checked,
    declaration_of,
    declarations,
)
from deskstretch.core.settings import Settings, SnoozeSettings
from deskstretch.core.settings_check import check_settings

EVERY_SETTING = [pytest.param(known, id=known.key) for known in declarations()]


def known(key: str) -> Declaration:
    declaration = declaration_of(key)
    assert declaration is not None
    return declaration


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_every_default_fits_its_own_declaration(declaration: Declaration) -> None:
    assert checked(declaration, declaration.default) == declaration.default


@pytest.mark.parametrize("declaration", EVERY_SETTING)
def test_every_setting_says_what_it_is_and_what_is_allowed(declaration: Declaration) -> None:
    assert declaration.title
    assert declaration.allowed
    in_daily_use = declaration.group not in ("trial", "working_hours")
    assert declaration.help.endswith(".") == in_daily_use


def test_declarations_name_every_field_of_the_settings() -> None:
    groups = msgspec.to_builtins(Settings())
    assert groups.pop("routines") == ()  # theirs are ids
    assert {declaration.key for declaration in declarations()} == {
        f"{group}.{name}" for group, table in groups.items() for name in table
    }


def test_the_numbers_of_the_design_are_the_defaults() -> None:
    defaults = Settings()
    assert defaults.breaks.interval_minutes == 45
    assert defaults.breaks.tolerance_minutes == 3
    assert (defaults.snooze.minutes, defaults.snooze.limit) == (5, 2)
    assert known("breaks.interval_minutes").allowed == "a whole number from 20 to 120"
    assert known("snooze.limit").allowed == "a whole number from 0 to 10"
    assert known("snooze.minutes").allowed == "2, 5, 10 or 15"


def test_no_settings_can_be_made_with_hours_that_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="is not a span"):
        checked(known("working_hours.monday"), "nine to five")


def test_a_faulty_value_gives_way_to_the_last_good_one() -> None:
    last_good = Settings(snooze=SnoozeSettings(minutes=10, limit=4))
    checked_settings, faults = check_settings({"snooze": {"minutes": 3, "limit": 1}}, last_good)
    assert checked_settings.snooze == SnoozeSettings(minutes=10, limit=1)
    assert [fault.key for fault in faults] == ["snooze.minutes"]


anything: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)


@given(declaration=st.sampled_from(declarations()), value=anything)
def test_whatever_is_given_either_fits_or_is_a_fault_in_words(
    declaration: Declaration, value: object
) -> None:
    data = {declaration.group: {declaration.name: value}}
    got, faults = check_settings(data, Settings())
    if faults:
        assert got == Settings()
        assert faults[0].key == declaration.key
        assert faults[0].wrong
    else:
        assert getattr(getattr(got, declaration.group), declaration.name) == checked(
            declaration, value
        )

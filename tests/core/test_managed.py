"""An office's defaults and locks: which of them hold, and what is wrong with the others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.declaration import declarations
from deskstretch.core.managed import PERSONAL, Managed, check_managed
from deskstretch.core.settings import BreakSettings, Settings
from deskstretch.core.settings_check import check_settings

OFFICE: dict[str, Any] = {
    "set_by": "Health at work",
    "defaults": {"breaks": {"interval_minutes": 50}, "sound": {"volume": 20}},
    "locked": {"history": {"keep_for_months": 12}},
}


def in_force(office: dict[str, Any], own: dict[str, Any]) -> Settings:
    managed, faults = check_managed(office)
    assert faults == ()
    settings, _faults = check_settings(own, managed.base, managed.base)
    return managed.over(settings)


def test_a_default_holds_until_the_person_sets_something_else() -> None:
    assert in_force(OFFICE, {}).breaks.interval_minutes == 50
    assert in_force(OFFICE, {"breaks": {"interval_minutes": 30}}).breaks.interval_minutes == 30
    assert in_force(OFFICE, {"breaks": {"length": "long"}}).breaks.interval_minutes == 50


def test_a_locked_key_holds_whatever_the_person_set_and_nothing_else_changes() -> None:
    own = {"history": {"keep_for_months": 0}, "snooze": {"limit": 4}}
    settings = in_force(OFFICE, own)
    assert settings.history.keep_for_months == 12
    assert settings.snooze.limit == 4


def test_where_a_value_comes_from_is_told() -> None:
    managed, _faults = check_managed(OFFICE)
    own = frozenset({"history.keep_for_months", "sound.volume"})
    assert managed.source_of("history.keep_for_months", own) == "locked"
    assert managed.source_of("sound.volume", own) == "own"
    assert managed.source_of("breaks.interval_minutes", own) == "managed default"
    assert managed.source_of("look.theme", own) == "default"


@pytest.mark.parametrize(
    ("office", "key", "wrong"),
    [
        ({"locked": {"breaks": {"interval_minutes": 5}}}, "locked.breaks.interval_minutes", "out"),
        ({"locked": {"breaks": {"intervall": 5}}}, "locked.breaks.intervall", "did you mean"),
        ({"defaults": {"brakes": {}}}, "defaults.brakes", "no such setting"),
        ({"defaults": {"breaks": 5}}, "defaults.breaks", "not a table"),
        ({"locked": ["breaks.interval_minutes"]}, "locked", "not a table"),
        ({"lock": {}}, "lock", "no such key"),
        ({"set_by": "two\nlines"}, "set_by", "no name"),
        ({"defaults": {"working_hours": {"monday": "9-5"}}}, "defaults.working_hours.monday", "sp"),
    ],
)
def test_what_does_not_fit_sets_nothing_and_is_named(
    office: dict[str, Any], key: str, wrong: str
) -> None:
    managed, (fault,) = check_managed(office)
    assert managed == Managed()
    assert fault.key == key
    assert wrong in fault.wrong
    assert fault.allowed


def test_one_fault_does_not_undo_the_other_locks() -> None:
    locked = {"breaks": {"interval_minutes": 5, "length": "long"}, "snooze": {"limit": 1}}
    managed, faults = check_managed({"locked": locked})
    assert len(faults) == 1
    assert managed.locked == {"breaks.length": "long", "snooze.limit": 1}


@pytest.mark.parametrize("part", ["defaults", "locked"])
@pytest.mark.parametrize("key", sorted(PERSONAL))
def test_no_office_sets_what_is_about_a_body_or_would_show_the_record(part: str, key: str) -> None:
    group, _, name = key.partition(".")
    value = "/srv/share" if name == "folder" else []
    managed, (fault,) = check_managed({part: {group: {name: value}}})
    assert managed == Managed()
    assert fault.key == f"{part}.{key}"
    assert fault.wrong == "is for each person alone to set"


def test_no_office_gives_a_person_routines() -> None:
    table = {"lunch": {"name": "Lunch", "stretches": ["chair-hamstring"]}}
    managed, faults = check_managed({"defaults": {"routines": table}})
    assert managed == Managed()
    assert [fault.key for fault in faults] == ["defaults.routines.lunch"]


def test_only_what_there_is_can_be_personal() -> None:
    assert {known.key for known in declarations()} >= PERSONAL


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["set_by", "defaults", "locked", "breaks", "desk", "limit", "a.b", ""])
            | st.text(max_size=4),
            inner,
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["set_by", "defaults", "locked", "x"]), anything))
def test_whatever_an_office_writes_the_settings_stay_sound(office: dict[str, Any]) -> None:
    managed, faults = check_managed(office)
    own = Settings(breaks=BreakSettings(length="long"))
    assert isinstance(managed.over(own), Settings)
    assert managed.set_by.isprintable()
    assert all(fault.wrong and fault.allowed and "\n" not in fault.key for fault in faults)

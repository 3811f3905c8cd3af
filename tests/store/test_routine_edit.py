"""One routine goes into the settings file, changes there and goes; all else in it stays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.routine import Routine, RoutineItem
from deskstretch.store.routine_edit import with_routine
from deskstretch.store.settings_edit import set_value, text_of_defaults
from deskstretch.store.settings_file import SettingsFileError, load
from tests.core.shipped import shipped_catalogue

LUNCH = Routine("lunch", "Lunch", (RoutineItem("chair-hamstring"), RoutineItem("deep-breathing")))
MINE = """\
# My settings
[routines.lunch] # every day
name = "Lunch"  # at one
stretches = ["chair-hamstring", "deep-breathing"]

# Not too often.
[breaks]
interval_minutes = 60
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_new_routine_is_added_at_the_end() -> None:
    rest = "# mine\n[breaks]\ninterval_minutes = 60  # an hour\n"
    assert with_routine(rest, "lunch", LUNCH) == (
        rest
        + '\n[routines.lunch]\nname = "Lunch"\nstretches = ["chair-hamstring", "deep-breathing"]\n'
    )


def test_adding_and_taking_out_gives_the_text_back() -> None:
    added = with_routine(MINE, "evening", LUNCH)
    assert with_routine(added, "evening", None) == MINE + "\n"


def test_a_new_name_leaves_the_comments() -> None:
    renamed = Routine("lunch", "Noon", LUNCH.items)
    assert with_routine(MINE, "lunch", renamed) == MINE.replace('"Lunch"', '"Noon"')


def test_another_order_leaves_the_comments() -> None:
    turned = Routine("lunch", "Lunch", LUNCH.items[::-1])
    before, after = '"chair-hamstring", "deep-breathing"', '"deep-breathing", "chair-hamstring"'
    assert with_routine(MINE, "lunch", turned) == MINE.replace(before, after)


def test_what_is_taken_out_leaves_the_comment_of_the_next_table() -> None:
    assert with_routine(MINE, "lunch", None) == (
        "# My settings\n# Not too often.\n[breaks]\ninterval_minutes = 60\n"
    )


def test_a_long_routine_has_a_line_for_each_stretch() -> None:
    everything = tuple(RoutineItem(one) for one in shipped_catalogue().exercises)
    text = with_routine("", "all", Routine("all", "All", everything))
    assert max(map(len, text.splitlines())) < 97
    assert '    "cat-camel",\n' in text


def test_the_key_of_a_routine_takes_a_table_too(file: Path) -> None:
    set_value(file, "routines.lunch", {"name": "Lunch", "stretches": ["chair-hamstring"]})
    (routine,) = load(file).settings.routines
    assert routine.items == LUNCH.items[:1]
    assert file.read_text().startswith(text_of_defaults())
    set_value(file, "routines.lunch", None)
    assert load(file).settings.routines == ()
    set_value(file, "routines.lunch", None)


@pytest.mark.parametrize(
    ("key", "value"), [("routines.lunch", {"name": "Lunch"}), ("routines.After lunch", LUNCH)]
)
def test_a_routine_that_is_not_sound_is_not_written(file: Path, key: str, value: object) -> None:
    file.write_text(MINE)
    with pytest.raises(SettingsFileError, match="allowed"):
        set_value(file, key, value)
    assert file.read_text() == MINE


def test_a_file_whose_routines_are_no_table_is_not_written_into(file: Path) -> None:
    file.write_text("routines = 3\n")
    with pytest.raises(SettingsFileError, match="is not a table"):
        set_value(file, "routines.lunch", LUNCH)
    assert file.read_text() == "routines = 3\n"


def test_a_fault_is_told_with_its_line(file: Path) -> None:
    file.write_text(MINE.replace('"Lunch"', "3"))
    (fault,) = load(file).faults
    assert (fault.line, fault.key) == (3, "routines.lunch.name")


names = st.text("abcdefghij klmno'\"\\#=[]é", min_size=1, max_size=12)
items = st.builds(
    RoutineItem,
    st.sampled_from(sorted(shipped_catalogue().exercises)),
    st.none() | st.integers(1, 600),
    st.none() | st.integers(1, 50),
    st.booleans(),
)
routines = st.builds(
    Routine,
    st.sampled_from(["lunch", "a", "b-2"]),
    names,
    st.lists(items, min_size=1, max_size=5).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(
    start=st.sampled_from(
        [
            "",
            MINE,
            MINE.replace("\n", "\r\n"),
            MINE.rstrip() + "\n[routines.b-2]\nname = 'b'\nstretches = [\n  'cat-camel', # c\n]\n",
            text_of_defaults(),
            "routines.a = { name = 'a', stretches = ['cat-camel'] }\n[desk]\nfloor = true\n",
            "[routines]\na = { name = 'a', stretches = ['cat-camel'] }\n",
            "routines = {}\n",
            "[routines.'lunch']\nstretches = [\n['x'],\n[]\n]\n[look]\n",
        ]
    ),
    changes=st.lists(routines | st.sampled_from(["lunch", "a", "b-2"]), max_size=5),
)
def test_after_any_changes_the_file_says_just_that(
    start: str, changes: list[Routine | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "routines.toml"
    file.write_text(start, newline="")
    wanted = {routine.id: routine for routine in load(file).settings.routines}
    rest = {key: table for key, table in tomllib.loads(start).items() if key != "routines"}
    for change in changes:
        match change:
            case Routine():
                set_value(file, f"routines.{change.id}", change)
                wanted[change.id] = change
            case routine_id:
                set_value(file, f"routines.{routine_id}", None)
                wanted.pop(routine_id, None)
    after = {routine.id: routine for routine in load(file).settings.routines}
    assert after == wanted
    now = tomllib.loads(file.read_bytes().decode())
    now.pop("routines", None)
    assert now == rest

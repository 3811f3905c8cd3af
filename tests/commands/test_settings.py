"""`deskstretch settings` tells and changes the file, and never spoils it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from deskstretch.core.declaration import declarations
from tests.commands.programs import deskstretch

BY_HAND = """\
# Mine.
[breaks]
interval_minutes = 50  # as the studies say

[look]
theme = "dark"
"""


@pytest.fixture
def file(throw_away_home: Path) -> Path:
    """A settings file that a person has written."""
    throw_away_home.mkdir()
    file = throw_away_home / "settings.toml"
    file.write_text(BY_HAND)
    return file


def test_the_path_is_told_before_there_is_a_file(throw_away_home: Path) -> None:
    ended = deskstretch("settings", "path")
    assert (ended.returncode, ended.stdout) == (0, f"{throw_away_home / 'settings.toml'}\n")
    assert not throw_away_home.exists()


def test_the_list_is_toml_of_every_setting(file: Path) -> None:
    ended = deskstretch("settings", "list")
    assert (ended.returncode, ended.stderr) == (0, "")
    listed = tomllib.loads(ended.stdout)
    assert listed["breaks"]["interval_minutes"] == 50
    assert listed["desk"]["may_stand"] is True
    keys = [line.partition(" = ")[0] for line in ended.stdout.splitlines()]
    assert keys == [declaration.key for declaration in declarations()]


def test_the_list_for_programs_has_defaults_and_what_is_allowed(file: Path) -> None:
    listed = json.loads(deskstretch("settings", "list", "--json").stdout)
    assert listed["breaks.interval_minutes"] == {
        "value": 50,
        "default": 45,
        "help": "Minutes of sitting time after which a break is due.",
        "allowed": "a whole number from 20 to 120",
        "source": "own",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("breaks.interval_minutes", "50"),
        ("look.theme", "dark"),
        ("desk.may_stand", "true"),
        ("desk.favourites", "[]"),
        ("snooze.minutes", "5"),
    ],
)
def test_a_value_is_told_as_it_can_be_set_again(file: Path, key: str, value: str) -> None:
    ended = deskstretch("settings", "get", key)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{value}\n", "")
    assert deskstretch("settings", "set", key, value).returncode == 0
    assert deskstretch("settings", "get", key).stdout == ended.stdout


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("breaks.interval_minutes", "60", 60),
        ("look.theme", "light", "light"),
        ("look.theme", '"light"', "light"),
        ("desk.floor", "true", True),
        ("desk.left_out", '["neck", "knee-rolls"]', ["neck", "knee-rolls"]),
        ("working_hours.monday", "09:00-12:30, 13:30-18:00", "09:00-12:30, 13:30-18:00"),
        ("working_hours.sunday", "off", "off"),
    ],
)
def test_a_value_is_set_and_the_persons_words_stay(
    file: Path, key: str, typed: str, kept: object
) -> None:
    ended = deskstretch("settings", "set", key, typed)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    text = file.read_text()
    group, name = key.split(".")
    assert tomllib.loads(text)[group][name] == kept
    assert "# Mine." in text
    assert "# as the studies say" in text


def test_the_first_value_makes_a_file_that_explains_itself(throw_away_home: Path) -> None:
    assert deskstretch("settings", "set", "breaks.length", "long").returncode == 0
    text = (throw_away_home / "settings.toml").read_text()
    assert tomllib.loads(text)["breaks"] == {"length": "long"}
    assert "# interval_minutes = 45" in text


@pytest.mark.parametrize(
    ("key", "typed", "wrong", "allowed"),
    [
        ("breaks.interval_minutes", "5", "out of range", "a whole number from 20 to 120"),
        ("breaks.interval_minutes", "-5", "out of range", "a whole number from 20 to 120"),
        ("breaks.interval_minutes", "often", '"often" is not a number', "from 20 to 120"),
        ("look.theme", "pink", '"pink"', '"system", "light" or "dark"'),
        ("desk.floor", "maybe", '"maybe"', "true or false"),
        ("working_hours.monday", "9 to 5", "9 to 5", "always"),
        ("desk.left_out", "neck", '"neck"', "a list of texts"),
        ("look.shirt", 'teal"\n[desk]\nfloor = true', "not one of the choices", '"teal"'),
        ("breaks.interval_minutes", "60\nlength = 'long'", "not a number", "from 20 to 120"),
        ("breaks.intervall_minutes", "60", "breaks.interval_minutes?", "settings list"),
        ("nonsense", "60", "no such setting", "settings list"),
    ],
)
def test_a_bad_value_is_refused_with_what_is_allowed_and_the_file_stays(
    file: Path, key: str, typed: str, wrong: str, allowed: str
) -> None:
    ended = deskstretch("settings", "set", key, typed)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert key in ended.stderr
    assert wrong in ended.stderr
    assert allowed in ended.stderr.partition("allowed:")[2]
    assert file.read_text() == BY_HAND


def test_an_unknown_key_is_refused_with_the_nearest_one(file: Path) -> None:
    ended = deskstretch("settings", "get", "look.teme")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "look.teme: there is no such setting (did you mean look.theme?)" in ended.stderr
    assert "settings list" in ended.stderr


def test_a_fault_in_the_file_is_told_with_its_line_and_the_rest_is_listed(file: Path) -> None:
    file.write_text(BY_HAND.replace("50", "500"))
    ended = deskstretch("settings", "get", "look.theme")
    assert (ended.returncode, ended.stdout) == (0, "dark\n")
    assert f"{file}, line 3: breaks.interval_minutes: 500 is out of range" in ended.stderr


def test_a_file_that_is_no_toml_is_not_written_over(file: Path) -> None:
    file.write_text("[breaks\n")
    ended = deskstretch("settings", "set", "look.theme", "light")
    assert ended.returncode == 2
    assert f"{file}, line 1" in ended.stderr
    assert file.read_text() == "[breaks\n"


def test_a_file_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKSTRETCH_HOME", "/proc/deskstretch")  # where nobody can make a folder
    ended = deskstretch("settings", "set", "look.theme", "light")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("/proc/deskstretch/settings.toml cannot be written: ")


LUNCH = '{ name = "Lunch", stretches = ["chair-hamstring", { exercise = "cat-camel" }] }'


def test_a_routine_is_set_got_and_listed() -> None:
    ended = deskstretch("settings", "set", "routines.lunch", LUNCH)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    got = deskstretch("settings", "get", "routines.lunch").stdout
    assert got == '{ name = "Lunch", stretches = ["chair-hamstring", "cat-camel"] }\n'
    last = deskstretch("settings", "list").stdout.splitlines()[-1]
    assert last == f"routines.lunch = {got[:-1]}  # your file"
    listed = json.loads(deskstretch("settings", "list", "--json").stdout)
    assert listed["routines.lunch"]["value"]["name"] == "Lunch"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("routines.lunch", LUNCH.replace("cat-", "cat"), "(did you mean cat-camel?)"),
        ("routines.Lunch", LUNCH, "the name of the table is not an id"),
        ("breaks.short_routine", "lower-back", "(did you mean desk-3min-lower-back?)"),
    ],
)
def test_a_routine_that_cannot_be_done_is_not_set(key: str, value: str, said: str) -> None:
    ended = deskstretch("settings", "set", key, value)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert deskstretch("settings", "get", "breaks.short_routine").stdout == "\n"


def test_a_fault_among_the_routines_is_told_with_its_line(throw_away_home: Path) -> None:
    throw_away_home.mkdir()
    file = throw_away_home / "settings.toml"
    file.write_text('[routines.lunch]\nname = "Lunch"\nstretches = ["cat-cammel"]\n')
    ended = deskstretch("settings", "list")
    assert ended.returncode == 0
    assert ended.stderr.startswith(f"{file}, line 3: routines.lunch.stretches[0]: there is no")


@pytest.mark.parametrize("key", ["sharing.folder", "look.theme", "desk.favourites"])
def test_bytes_that_are_no_text_are_refused_in_words(file: Path, key: str) -> None:
    ended = deskstretch("settings", "set", key, "/tmp/\udcff")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
    assert key in ended.stderr
    assert file.read_text() == BY_HAND

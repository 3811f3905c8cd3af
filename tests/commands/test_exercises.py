"""`deskstretch exercises` tells what there is, and what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskstretch.core.words import exact_words
from deskstretch.store.catalogue_file import load_catalogue
from tests.commands.programs import deskstretch

SHIPPED = load_catalogue().catalogue.exercises
ROUTINES = load_catalogue().catalogue.routines


def test_every_stretch_is_listed_on_a_line_that_begins_with_its_id() -> None:
    ended = deskstretch("exercises")
    assert (ended.returncode, ended.stderr) == (0, "")
    stretches, _, routines = ended.stdout.partition("\n\n")
    assert [line.split()[0] for line in stretches.splitlines()] == list(SHIPPED)
    _title, *lines = routines.splitlines()
    assert [line.split()[0] for line in lines] == list(ROUTINES)


def test_programs_get_every_stretch_as_json() -> None:
    listed = json.loads(deskstretch("exercises", "--json").stdout)
    assert [stretch["id"] for stretch in listed] == list(SHIPPED)


def test_one_stretch_is_shown_in_full() -> None:
    ended = deskstretch("exercises", "show", "chair-hamstring")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"{SHIPPED['chair-hamstring'].name} (chair-hamstring)\n")
    assert "Cautions:" in ended.stdout


@pytest.mark.parametrize(
    "words", [["show", "chair-hamstring", "--json"], ["--json", "show", "chair-hamstring"]]
)
def test_one_stretch_is_shown_as_json_wherever_that_is_said(words: list[str]) -> None:
    shown = json.loads(deskstretch("exercises", *words).stdout)
    assert shown["id"] == "chair-hamstring"
    assert shown["hold"]["default"] == SHIPPED["chair-hamstring"].hold.default  # type: ignore[union-attr]


def test_an_unknown_stretch_is_bad_input() -> None:
    ended = deskstretch("exercises", "show", "chair-hamstrings")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "'chair-hamstrings' (did you mean chair-hamstring?)" in ended.stderr
    assert "`deskstretch exercises` lists" in ended.stderr


@pytest.fixture
def own(throw_away_home: Path) -> Path:
    """A person's own file, where the program looks for one: one stretch, with a slip in it."""
    stretch = json.loads(deskstretch("exercises", "show", "chair-hamstring", "--json").stdout)
    stretch |= {"id": "mine", "sides": "both", "repetitions": {"default": 0, "min": 1, "max": 2}}
    throw_away_home.mkdir()
    file = throw_away_home / "exercises.json"
    file.write_text(json.dumps({"version": 1, "exercises": [stretch]}))
    return file


def test_a_sound_file_passes_the_check(own: Path) -> None:
    own.write_text('{"version": 1, "exercises": []}')
    ended = deskstretch("exercises", "check", str(own))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{own}: no fault\n", "")


def test_a_fault_is_told_with_the_path_inside_the_file(own: Path) -> None:
    ended = deskstretch("exercises", "check", str(own))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"{own}: $.exercises[0].repetitions.default: found 0; allowed:" in ended.stderr


def test_a_fault_in_the_persons_own_file_is_told_beside_the_list(own: Path) -> None:
    ended = deskstretch("exercises")
    assert ended.returncode == 0
    assert len(ended.stdout.partition("\n\n")[0].splitlines()) == len(SHIPPED)
    assert f"{own}: $.exercises[0].repetitions.default" in ended.stderr


def test_a_file_that_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    ended = deskstretch("exercises", "check", str(tmp_path / "none.json"))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"{tmp_path / 'none.json'} cannot be read: No such file or directory\n"


def test_an_own_routine_is_listed_with_its_length_and_shown_hold_by_hold(
    throw_away_home: Path,
) -> None:
    made = deskstretch(
        "settings",
        "set",
        "routines.lunch",
        '{ name = "Lunch", stretches = ["chair-hamstring", "cat-camel"] }',
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert "lunch" in deskstretch("exercises").stdout.splitlines()[-1]
    shown = deskstretch("exercises", "show", "lunch")
    title, length, _holds, first, *_others = shown.stdout.splitlines()
    assert title == "Lunch (lunch)"
    told = json.loads(deskstretch("exercises", "show", "lunch", "--json").stdout)
    assert [item["exercise"] for item in told["items"]] == ["chair-hamstring", "cat-camel"]
    assert length == f"Length: {exact_words(told['length_seconds'])}"
    assert first == "  1. Seated hamstring, right leg: 15 s"


def test_a_check_wants_a_file() -> None:
    ended = deskstretch("exercises", "check")
    assert ended.returncode == 2
    assert "FILE" in ended.stderr

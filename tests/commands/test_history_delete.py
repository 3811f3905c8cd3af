"""`deskstretch history delete` deletes what it is told to, once it is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.store.folders import find_folders
from deskstretch.store.history import History
from tests.commands.programs import StandInApp, deskstretch
from tests.store.few_breaks import MONDAY, a_break, an_absence, keep, kept_numbers


@pytest.fixture
def file(throw_away_home: Path) -> Path:
    """A break each on Monday, Tuesday and Wednesday, and an absence on Tuesday."""
    file = throw_away_home / "history.sqlite3"
    keep(file, a_break(1), a_break(2, days=1), an_absence(3, days=1), a_break(4, days=2))
    return file


@pytest.mark.parametrize(
    ("which", "counts", "left"),
    [
        ("2026-11-17", "breaks: 1, natural breaks: 1", {1, 4}),
        ("2026-11-16..2026-11-17", "breaks: 2, natural breaks: 1", {4}),
        ("--all", "breaks: 3, natural breaks: 1", set()),
    ],
)
def test_it_deletes_what_it_is_told_to(file: Path, which: str, counts: str, left: set[int]) -> None:
    ended = deskstretch("history", "delete", which, "--yes")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"Deleted ({counts}).\n"
    assert kept_numbers(file) == left


def test_without_a_yes_and_nobody_to_ask_nothing_is_deleted(file: Path) -> None:
    ended = deskstretch("history", "delete", "--all")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "Add --yes to delete for good (breaks: 3, natural breaks: 1).\n"
    assert kept_numbers(file) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("answer", "left"), [("y", set()), ("", {1, 2, 3, 4}), ("n", {1, 2, 3, 4})]
)
def test_at_a_terminal_it_asks(file: Path, answer: str, left: set[int]) -> None:
    import os
    import pty
    import subprocess
    import sys

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deskstretch", "history", "delete", "--all"]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, text=True) as asking:
        os.write(ours, f"{answer}\n".encode())
        told, _ = asking.communicate(timeout=30)
    os.close(ours)
    os.close(theirs)
    assert told.startswith("Delete for good (breaks: 3, natural breaks: 1)? [y/N] ")
    assert kept_numbers(file) == left


def test_the_break_that_is_going_on_stays_while_the_app_runs(file: Path, app: StandInApp) -> None:
    history = History.open(file)
    history.open_break(MONDAY, 2700)
    ended = app.run("history", "delete", "--all", "--yes")
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        "Deleted (breaks: 3, natural breaks: 1).",
        "A break is going on; it can be deleted once it is over.",
    ]
    assert len(kept_numbers(file)) == 1
    again = app.run("history", "delete", "--all", "--yes")
    assert again.stdout == "A break is going on; it can be deleted once it is over.\n"
    history.close()


def test_with_everything_goes_what_became_of_suggestions(file: Path) -> None:
    suggestions = find_folders().suggestions_file
    suggestions.write_text("{}")
    deskstretch("history", "delete", "2026-11-17", "--yes")
    assert suggestions.exists()
    deskstretch("history", "delete", "--all", "--yes")
    assert not suggestions.exists()


def test_a_break_left_open_by_a_crash_goes_with_the_rest(file: Path) -> None:
    crashed = History.open(file)
    crashed.open_break(MONDAY, 2700)
    crashed.close()
    ended = deskstretch("history", "delete", "--all", "--yes")
    assert ended.stdout == "Deleted (breaks: 4, natural breaks: 1).\n"
    assert kept_numbers(file) == set()


@pytest.mark.parametrize(
    "which", ["yesterday", "2026-11-31", "2026-11-17..2026-11-16", "2026-11-16..", ""]
)
def test_days_that_make_no_sense_are_refused(file: Path, which: str) -> None:
    ended = deskstretch("history", "delete", which, "--yes")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert repr(which) in ended.stderr
    assert kept_numbers(file) == {1, 2, 3, 4}


@pytest.mark.parametrize("which", [[], ["2026-11-16", "--all"]])
def test_either_days_or_all_of_them_must_be_named(file: Path, which: list[str]) -> None:
    assert deskstretch("history", "delete", *which, "--yes").returncode == 2
    assert kept_numbers(file) == {1, 2, 3, 4}


def test_where_there_is_nothing_it_says_so(throw_away_home: Path) -> None:
    ended = deskstretch("history", "delete", "--all")
    assert (ended.returncode, ended.stdout) == (0, "There is nothing to delete.\n")
    assert not (throw_away_home / "history.sqlite3").exists()


def test_what_is_deleted_is_gone_from_the_shared_folder_at_once(
    file: Path, throw_away_home: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (throw_away_home / "settings.toml").write_text(f'[sharing]\nfolder = "{shared}"\n')
    assert deskstretch("history", "upkeep").returncode == 0
    (written,) = shared.iterdir()
    assert b"2026-11-17" in written.read_bytes()
    assert deskstretch("history", "delete", "2026-11-17", "--yes").returncode == 0
    assert b"2026-11-17" not in b"".join(each.read_bytes() for each in shared.iterdir())

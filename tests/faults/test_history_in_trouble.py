"""The whole app where its history cannot be written: it says why, breaks go on, nothing is lost."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.headless_app import HeadlessApp, headless_app
from tests.faults.unwritable import (
    see_that_all_is_written_at_last,
    take_a_break_that_cannot_be_kept,
)
from tests.store.test_history_trouble import locked_by_another_process, may_mount
from virtual_desktop import wait_until

ROOT = Path(__file__).parents[2]
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""File modes mean nothing to root, but to a root without these they do."""


@contextmanager
def app_with_a_break(home: Path) -> Iterator[HeadlessApp]:
    with headless_app(home) as app:
        assert app.take_break()["outcome"] == "taken"
        yield app


def test_a_lock_by_another_program_is_told_and_waited_out(throw_away_home: Path) -> None:
    with app_with_a_break(throw_away_home) as app:
        with locked_by_another_process(throw_away_home / "history.sqlite3"):
            take_a_break_that_cannot_be_kept(app, "is locked by another program")
        see_that_all_is_written_at_last(app)


@pytest.mark.parametrize("file_too", [False, True])
def test_a_read_only_folder_is_told_and_the_break_written_once_it_is_writable(
    throw_away_home: Path, file_too: bool
) -> None:
    home = throw_away_home
    with app_with_a_break(home) as app:
        app.quit()
    file = home / "history.sqlite3"
    file.chmod(0o400 if file_too else 0o600)
    home.chmod(0o500)
    try:
        within = WITHOUT_PRIVILEGES if os.geteuid() == 0 else ()
        with headless_app(home, within=within) as app:
            app.commands_within = within
            take_a_break_that_cannot_be_kept(app, "is read-only")
            home.chmod(0o700)
            file.chmod(0o600)
            see_that_all_is_written_at_last(app)
    finally:
        home.chmod(0o700)


def test_a_full_disk_is_told_and_what_waited_is_written_once_there_is_room(
    throw_away_home: Path,
) -> None:
    throw_away_home.mkdir()
    if not may_mount(throw_away_home):
        pytest.skip("this system lets nobody mount; tests/store has SQLite's own limit instead")
    mounted = 'mount -t tmpfs -o size=1m,mode=700 tmpfs "$1" && exec "$2" -m "$3" "$1"'
    in_own_namespace = ("unshare", "--map-root-user", "--mount", "sh", "-c", mounted, "sh")
    done = subprocess.run(
        (*in_own_namespace, throw_away_home, sys.executable, "tests.faults.full_disk"),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_folders_that_are_deleted_while_it_runs_are_made_anew(throw_away_home: Path) -> None:
    with headless_app(throw_away_home, one_folder=False) as app:
        folders = app.folders
        assert app.take_break()["outcome"] == "taken"
        app.command("break", "--exercise", "chair-hamstring")
        wait_until(lambda: (app.breaks()[1]["held"] or 0) > 0, "something to be held")
        for folder in (folders.data, folders.settings, folders.logs):
            shutil.rmtree(folder)
        wait_until(lambda: app.status()["state"] == "working", "the end of the break", 90)
        (told,) = app.status()["trouble"]
        assert told == (
            "The history was deleted or replaced while DeskStretch ran;"
            f" it goes on in {folders.history_file}."
        )
        # What was deleted stays so; the break that went on is there from its beginning.
        (one,) = app.breaks()
        assert (one["outcome"], one["held"]) == ("taken", pytest.approx(2.0, abs=0.01))
        app.command("settings", "set", "breaks.interval_minutes", "50")
        folders.settings_file.write_text("[snooze]\nlimit = 99\n")
        wait_until(lambda: "snooze.limit" in app.status()["trouble"][0], "the file to be followed")
        assert app.quit() == 0
    for folder in (folders.data, folders.settings):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

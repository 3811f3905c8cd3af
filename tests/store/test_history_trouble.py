"""A history that cannot be written stops nobody, says why, and loses nothing once it can."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord
from deskstretch.store.history import History
from deskstretch.store.mending import set_aside
from deskstretch.store.reading import read_days

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
STEP = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0)
NOBODY = 65534


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """File permissions mean nothing to root, so root becomes somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of that user's own; pytest's lie inside one that only root may enter."""
    with as_ordinary_user():
        path = Path(tempfile.mkdtemp(prefix="deskstretch-"))
    yield path
    path.chmod(0o700)
    shutil.rmtree(path)


def take_a_break(history: History) -> str:
    story = history.open_break(NOW, 2700)
    history.keep_prompt(story, NOW)
    history.begin_steps(story, NOW, None, [STEP])
    for second in range(1, 16):
        history.keep_held(story, 0, second)
    history.close_break(story, Outcome.TAKEN, NOW)
    return story


def kept_outcomes(file: Path) -> list[tuple[str, Outcome | None, float]]:
    return [
        (story.id, story.outcome, sum(step.held_seconds for step in story.steps))
        for story in read_days(file, date.min, date.max).breaks
    ]


def test_a_read_only_folder_is_named_and_the_break_written_later(folder: Path) -> None:
    file = folder / "history.sqlite3"
    with as_ordinary_user():
        folder.chmod(0o500)
        history = History.open(file)
        story = take_a_break(history)
        assert history.trouble == f"History cannot be written: {file} is read-only."
        assert not file.exists()

        folder.chmod(0o700)
        history.try_again()
        assert history.trouble is None
        assert kept_outcomes(file) == [(story, Outcome.TAKEN, 15)]
        history.close()


def test_a_file_that_becomes_read_only_can_still_be_read(folder: Path) -> None:
    file = folder / "history.sqlite3"
    with as_ordinary_user():
        history = History.open(file)
        before = take_a_break(history)
        history.close()
        file.chmod(0o400)
        folder.chmod(0o500)
        history = History.open(file)
        later = take_a_break(history)
        assert history.trouble == f"History cannot be written: {file} is read-only."
        assert kept_outcomes(file) == [(before, Outcome.TAKEN, 15)]

        folder.chmod(0o700)
        file.chmod(0o600)
        history.try_again()
        assert history.trouble is None
        assert {story for story, _, _ in kept_outcomes(file)} == {before, later}
        history.close()


def test_held_seconds_that_wait_are_kept_once_a_step(folder: Path) -> None:
    with as_ordinary_user():
        folder.chmod(0o500)
        history = History.open(folder / "history.sqlite3")
        story = history.open_break(NOW, 2700)
        history.begin_steps(story, NOW, None, [STEP])
        before = history.unwritten_count
        for second in range(1, 1000):
            history.keep_held(story, 0, second)
        assert history.unwritten_count == before + 1


LOCKING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked_by_another_process(file: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", LOCKING, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        yield
        other.communicate()


def test_a_lock_held_by_another_program_is_named_and_waited_out(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    history = History.open(file)
    with locked_by_another_process(file):
        story = take_a_break(history)
        assert history.trouble == f"History cannot be written: {file} is locked by another program."
    history.keep_natural_break(NOW, NOW)
    assert history.trouble is None
    assert kept_outcomes(file) == [(story, Outcome.TAKEN, 15)]
    history.close()


def test_a_lock_at_the_start_does_not_keep_an_earlier_runs_break_open(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    earlier = History.open(file)
    left_open = earlier.open_break(NOW, 2700)
    earlier.close()
    with locked_by_another_process(file):
        history = History.open(file)
        own = history.open_break(NOW, 2700)
        assert history.trouble is not None
    history.try_again()
    assert set(kept_outcomes(file)) == {(left_open, Outcome.HELD_BACK, 0), (own, None, 0)}
    history.close()


def test_a_new_connection_after_trouble_leaves_this_runs_own_break_open(folder: Path) -> None:
    file = folder / "history.sqlite3"
    with as_ordinary_user():
        history = History.open(file)
        own = history.open_break(NOW, 2700)
        assert history._writer is not None
        history._writer._let_go()  # as after any trouble but a lock
        history.keep_prompt(own, NOW)
        assert history.trouble is None
        assert kept_outcomes(file) == [(own, None, 0)]
        history.close()


def test_a_file_that_cannot_grow_is_said_to_be_on_a_full_disk(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    history = History.open(file)
    assert history._writer is not None
    connection = history._writer._connection
    assert connection is not None
    # SQLite's own limit gives the very error of a full disk.
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    stories = []
    while history.trouble is None:
        stories.append(take_a_break(history))
        assert len(stories) < 1000
    assert history.trouble == f"History cannot be written: {file} is on a full disk."
    history.try_again()  # a new connection has no such limit: the disk has room again
    assert history.trouble is None
    assert {story for story, _, _ in kept_outcomes(file)} == set(stories)
    history.close()


ON_A_FULL_DISK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from deskstretch.store.history import History

folder = Path(sys.argv[1])
filler = folder / "filler"
history = History.open(folder / "history.sqlite3")
with filler.open("wb", buffering=0) as file:
    try:
        while file.write(bytes(512)):
            pass
    except OSError:
        pass
for _ in range(200):
    history.open_break(datetime.now(UTC), 2700)
print(history.trouble)
filler.unlink()
history.try_again()
print(history.trouble, history.unwritten_count)
history.close()
"""


def test_a_really_full_disk_is_named_and_what_waited_is_written_once_there_is_room(
    tmp_path: Path,
) -> None:
    mounted = 'mount -t tmpfs -o size=256k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    in_own_namespace = ["unshare", "--map-root-user", "--mount", "sh", "-c", mounted, "sh"]
    if not may_mount(tmp_path):
        pytest.skip("this system lets nobody mount; the test before holds the same rule")
    told = subprocess.run(
        [*in_own_namespace, str(tmp_path), sys.executable, ON_A_FULL_DISK],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert told.stdout.splitlines() == [
        f"History cannot be written: {tmp_path / 'history.sqlite3'} is on a full disk.",
        "None 0",
    ], told.stderr


def may_mount(folder: Path) -> bool:
    try:
        tried = subprocess.run(
            ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", str(folder)],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def test_a_file_that_is_no_history_is_set_aside_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    file.write_bytes(b"this is not a database, but it is somebody's" * 100)
    content = file.read_bytes()
    history = History.open(file)
    take_a_break(history)
    history.close()
    (aside,) = set_aside(file)
    assert history.trouble is None
    assert str(aside) in str(history.mended)
    assert aside.read_bytes() == content
    assert len(kept_outcomes(file)) == 1


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    history = History.open(tmp_path)
    assert history.trouble == f"History cannot be written: {tmp_path} is a folder."

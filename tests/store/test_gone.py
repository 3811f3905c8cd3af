"""A history that is deleted or replaced while it is written: the break goes on in the next file."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskstretch.core.exercise import Side
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import StepRecord
from deskstretch.store.history import History
from tests.store.few_breaks import a_break, all_kept, keep, kept_numbers

NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)
STEP = StepRecord("chair-hamstring", Side.LEFT, 1, None, 15.0, ("hamstrings",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def begin_a_break(history: History) -> str:
    story = history.open_break(NOW, 2700)
    history.keep_prompt(story, NOW)
    history.begin_steps(story, NOW, None, [STEP, STEP])
    history.keep_held(story, 0, 9)
    return story


def end_it(history: History, story: str) -> None:
    history.keep_held(story, 0, 15)
    history.keep_held(story, 1, 15)
    history.close_break(story, Outcome.TAKEN, NOW + timedelta(minutes=1))


def test_a_deleted_folder_is_made_anew_with_the_break_that_goes_on_and_nothing_else(
    file: Path,
) -> None:
    keep(file, a_break(1))
    history = History.open(file)
    story = begin_a_break(history)
    shutil.rmtree(file.parent)
    end_it(history, story)
    assert history.trouble is None
    assert history.mended == (
        f"The history was deleted or replaced while DeskStretch ran; it goes on in {file}."
    )
    (one,) = all_kept(file).breaks
    assert (one.id, one.outcome, len(one.prompts)) == (story, Outcome.TAKEN, 1)
    assert [step.held_seconds for step in one.steps] == [15, 15]
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    history.close()
    assert History.open(file).mended is None


def test_a_file_put_in_its_place_is_gone_on_with(file: Path, tmp_path: Path) -> None:
    history = History.open(file)
    begin_a_break(history)
    story = begin_a_break(history)
    other = tmp_path / "other.sqlite3"
    keep(other, a_break(1), a_break(2))
    other.replace(file)
    end_it(history, story)
    history.close()
    assert history.trouble is None
    assert {1, 2} < kept_numbers(file)
    assert len(kept_numbers(file)) == 4
    assert {each.outcome for each in all_kept(file).breaks if each.id == story} == {Outcome.TAKEN}


def test_where_the_folder_cannot_be_made_anew_it_is_said_and_the_break_waits(file: Path) -> None:
    history = History.open(file)
    story = begin_a_break(history)
    shutil.rmtree(file.parent)
    file.parent.write_text("a file where the folder was")
    end_it(history, story)
    assert str(history.trouble).startswith(f"History cannot be written: {file} is inside something")
    assert history.mended is None
    file.parent.unlink()
    history.try_again()
    assert history.trouble is None
    (one,) = all_kept(file).breaks
    assert (one.id, one.outcome) == (story, Outcome.TAKEN)
    assert [step.held_seconds for step in one.steps] == [15, 15]
    history.close()


def test_between_two_breaks_nothing_is_taken_along(file: Path) -> None:
    history = History.open(file)
    end_it(history, begin_a_break(history))
    shutil.rmtree(file.parent)
    story = begin_a_break(history)
    assert [each.id for each in all_kept(file).breaks] == [story]
    history.close()

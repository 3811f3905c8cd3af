"""What became of suggestions is kept, and nothing of it is lost or trusted too far."""

from __future__ import annotations

import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskstretch.core.suggestion import RESTS, Change
from deskstretch.store.suggestions_file import (
    Applied,
    SuggestionsMade,
    load_suggestions,
    save_suggestions,
)

DAY = date(2026, 11, 20)
MADE = SuggestionsMade(
    rests={"keep-free 14": DAY},
    applied=Applied(
        DAY,
        "You are not asked between 14:00 and 15:00.",
        (Change("desk.left_out", ("one", "two")), Change("snooze.minutes", 10)),
        (Change("desk.left_out", ()), Change("snooze.minutes", 5)),
    ),
)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "new" / "suggestions.json"
    save_suggestions(file, MADE)
    assert load_suggestions(file) == MADE
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_it_is_for_this_person_alone(tmp_path: Path) -> None:
    file = tmp_path / "suggestions.json"
    save_suggestions(file, MADE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"rests": {"x": "yesterday"}}', b"\xff"])
def test_a_file_that_cannot_be_read_counts_as_none(tmp_path: Path, text: bytes) -> None:
    file = tmp_path / "suggestions.json"
    file.write_bytes(text)
    assert load_suggestions(file) == SuggestionsMade()


def test_a_suggestion_rests_for_four_weeks() -> None:
    assert MADE.resting(DAY + RESTS - timedelta(days=1)) == {"keep-free 14"}
    assert MADE.resting(DAY + RESTS) == frozenset()


def test_it_can_be_undone_for_a_week() -> None:
    assert MADE.undoable(DAY + timedelta(days=6)) == MADE.applied
    assert MADE.undoable(DAY + timedelta(days=7)) is None

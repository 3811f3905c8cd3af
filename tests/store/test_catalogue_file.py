"""The shipped catalogue and a person's own file come together; trouble never stops the program."""

from __future__ import annotations

import json
from pathlib import Path

from deskstretch.store.catalogue_file import LARGEST_FILE_BYTES, load_catalogue


def test_without_a_file_of_ones_own_the_shipped_stretches_are_there() -> None:
    loaded = load_catalogue()
    assert len(loaded.catalogue.exercises) == 29
    assert loaded.faults == ()


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path / "nowhere" / "exercises.json").faults == ()


def test_a_persons_routine_is_added(tmp_path: Path) -> None:
    own = tmp_path / "exercises.json"
    routine = {"id": "mine", "name": "Mine", "items": [{"exercise": "chair-hamstring"}]}
    own.write_text(json.dumps({"version": 1, "routines": [routine]}))
    loaded = load_catalogue(own)
    assert loaded.faults == ()
    assert "mine" in loaded.catalogue.routines


def test_a_fault_names_the_file_and_the_path_and_leaves_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "exercises.json"
    own.write_text('{"version": 1, "exercises": [{"id": "x"}]}')
    loaded = load_catalogue(own)
    [fault] = loaded.faults
    assert fault.text.startswith(f"{own}: $.exercises[0]: ")
    assert len(loaded.catalogue.exercises) == 29


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    loaded = load_catalogue(tmp_path)
    [fault] = loaded.faults
    assert "cannot be read" in fault.text
    assert len(loaded.catalogue.exercises) == 29


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    own = tmp_path / "exercises.json"
    own.write_bytes(b" " * (LARGEST_FILE_BYTES + 1))
    [fault] = load_catalogue(own).faults
    assert "too large" in fault.text

"""Files are replaced whole, and what a killed writer left beside them goes, but nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskstretch.store.settings_edit import set_value
from deskstretch.store.settings_file import load
from deskstretch.store.whole_file import write_whole

YESTERDAY = time.time() - 24 * 3600


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def breaks_off() -> Iterator[bytes]:
        yield b"half"
        raise OSError("no more")

    file = tmp_path / "export.jsonl"
    write_whole(file, [b"whole\n"])
    with pytest.raises(OSError, match="no more"):
        write_whole(file, breaks_off())
    assert file.read_bytes() == b"whole\n"
    assert list(tmp_path.iterdir()) == [file]
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_writer_left_goes_with_the_next_write(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    left = tmp_path / ".settings.toml.0123abcd.tmp"
    left.write_text("[breaks]")
    os.utime(left, (YESTERDAY, YESTERDAY))
    set_value(file, "breaks.interval_minutes", 50)
    assert list(tmp_path.iterdir()) == [file]
    assert load(file).settings.breaks.interval_minutes == 50


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / ".settings.toml.00000000.tmp").write_text("a writer at work")
    for name in (
        ".settings.toml.kept.tmp",
        ".settings.toml.0123abcd.tmp~",
        ".settings_toml.0123abcd.tmp",
        ".routines.toml.0123abcd.tmp",
        "settings.toml.0123abcd.tmp",
    ):
        (tmp_path / name).write_text("somebody's")
        os.utime(tmp_path / name, (YESTERDAY, YESTERDAY))
    (tmp_path / ".settings.toml.11111111.tmp").mkdir()
    os.utime(tmp_path / ".settings.toml.11111111.tmp", (YESTERDAY, YESTERDAY))
    before = set(tmp_path.iterdir())
    file = tmp_path / "settings.toml"
    write_whole(file, [b"[breaks]\n"])
    assert set(tmp_path.iterdir()) == {*before, file}

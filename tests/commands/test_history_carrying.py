"""`deskstretch history export` and `import` carry a history from one machine to another."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from argparse import Namespace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskstretch.commands.history import run
from deskstretch.core.outcome import Outcome
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from tests.commands.programs import deskstretch

AT = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.fixture
def history(throw_away_home: Path) -> Path:
    """Two breaks that are over, one that is open, and an absence."""
    file = throw_away_home / "history.sqlite3"
    history = History.open(file)
    for outcome in (Outcome.TAKEN, Outcome.SKIPPED):
        history.close_break(history.open_break(AT, 2700.0), outcome, AT)
    history.open_break(AT, 2700.0)
    history.keep_natural_break(AT, AT)
    history.close()
    return file


def test_a_history_goes_to_another_machine_and_back_without_loss(
    history: Path, throw_away_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, back = tmp_path / "there.jsonl", tmp_path / "back.jsonl"
    ended = deskstretch("history", "export", str(there))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{there}: written (breaks: 2, natural breaks: 1)\n"

    monkeypatch.setenv("DESKSTRETCH_HOME", str(tmp_path / "other"))
    ended = deskstretch("history", "import", str(there))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{there}: imported (new: 3, more complete: 0, already here: 0)\n"
    again = deskstretch("history", "import", str(there))
    assert "(new: 0, more complete: 0, already here: 3)" in again.stdout
    deskstretch("history", "export", str(back))
    assert back.read_bytes() == there.read_bytes()
    assert deskstretch("history", "check").returncode == 0


def test_a_dash_writes_to_standard_output_and_nothing_else(history: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    deskstretch("history", "export", str(file))
    command = [sys.executable, "-m", "deskstretch", "history", "export", "-"]
    ended = subprocess.run(command, capture_output=True, check=True)
    assert ended.stdout == file.read_bytes()


def test_a_bad_line_is_named_and_nothing_is_imported(history: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    deskstretch("history", "export", str(file))
    lines = file.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"skipped"', b'"ignored"').replace(b'"taken"', b'"ignored"')
    file.write_bytes(b"".join(lines))
    history.unlink()
    ended = deskstretch("history", "import", str(file))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"{file}, line 3: ")
    assert ended.stderr.endswith(" Nothing was imported.\n")
    assert not history.exists()


def test_of_500_damaged_files_nothing_is_stored_and_each_names_its_line(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "export.jsonl"
    deskstretch("history", "export", str(file))
    whole = file.read_bytes()
    before = read_days(history, date.min, date.max)
    order = Namespace(action="import", file=file)
    chance = random.Random(7)
    capsys.readouterr()
    for _ in range(500):
        at = chance.randrange(len(whole) - 1)
        lost = chance.randint(1, min(60, len(whole) - 1 - at))
        file.write_bytes(whole[:at] + bytes(chance.choices(range(256), k=3)) + whole[at + lost :])
        assert run(order) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert re.match(
            rf"{re.escape(str(file))}, line [1-5]: .+ Nothing was imported\.$", said.err
        )
    assert read_days(history, date.min, date.max) == before


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"[1, 2]\n", b"day,taken\n2026,1\n"])
def test_a_file_that_is_no_history_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "something"
    file.write_bytes(content)
    ended = deskstretch("history", "import", str(file))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"{file}, line 1: is not the head of a history" in ended.stderr


def test_a_file_that_is_not_there_and_a_folder_that_is_not_there_are_named(tmp_path: Path) -> None:
    file = tmp_path / "none" / "export.jsonl"
    ended = deskstretch("history", "import", str(file))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"{file}: cannot be read (No such file or directory)")
    ended = deskstretch("history", "export", str(file))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"{file}: cannot be written (No such file or directory)\n"


def test_a_history_that_cannot_be_read_is_not_exported(throw_away_home: Path) -> None:
    file = throw_away_home / "history.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"this is no history" * 100)
    ended = deskstretch("history", "export", "-")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"History cannot be read: {file} is damaged.\n"

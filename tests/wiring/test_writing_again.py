"""What waits in memory is written as soon as the file allows it, without anything new to keep."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.outcome import Outcome
from deskstretch.store.history import History
from deskstretch.store.reading import read_days
from deskstretch.wiring import writing_again as module
from deskstretch.wiring.writing_again import WritingAgain

AT = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_MS", 10)


def test_a_break_that_ends_during_an_import_is_closed_after_it(
    tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "history.sqlite3"
    history = History.open(file)
    story = history.open_break(AT, 2700)
    again = WritingAgain(history)
    with closing(sqlite3.connect(file, isolation_level=None)) as importing:
        importing.execute("BEGIN IMMEDIATE")
        history.close_break(story, Outcome.TAKEN, AT)
        assert history.trouble is not None
        with qtbot.waitSignals([again.tried, again.tried]):
            again.look()
        assert history.unwritten_count > 0
        with qtbot.waitSignal(again.written):
            importing.execute("COMMIT")
    assert history.trouble is None
    (kept,) = read_days(file, date.min, date.max).breaks
    assert kept.outcome is Outcome.TAKEN
    assert not again._timer.isActive()
    history.close()


def test_without_trouble_nothing_ticks(tmp_path: Path) -> None:
    history = History.open(tmp_path / "history.sqlite3")
    again = WritingAgain(history)
    again.look()
    assert not again._timer.isActive()
    history.close()


def test_trouble_that_lasts_is_looked_at_less_and_less_often(tmp_path: Path) -> None:
    history = History.open(tmp_path)  # a folder
    again = WritingAgain(history)
    again.look()
    waits = []
    for _ in range(20):
        waits.append(again._timer.interval())
        again._timer.stop()  # as a single shot is when its time has come
        again._timer.timeout.emit()
    assert waits[:3] == [10, 20, 40]
    assert waits[-1] == 600_000
    again.stop()
    assert not again._timer.isActive()

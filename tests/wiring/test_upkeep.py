"""The history is looked after by a process of its own, each day and whenever it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from deskstretch.core.settings import HistorySettings, Settings, SharingSettings
from deskstretch.wiring import upkeep as module
from deskstretch.wiring.upkeep import Upkeep
from tests.store.few_breaks import a_break, keep, kept_numbers

SHARING = Settings(sharing=SharingSettings("/somewhere"))
KEEPING = Settings(history=HistorySettings(2))

STAND_IN = """
import pathlib, sys, time
with pathlib.Path({log!r}).open("a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
{then}
"""


@pytest.fixture(autouse=True)
def no_settling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SETTLE_MS", 0)


class Runs:
    """The commands that were run, and what those that come will do."""

    def __init__(self, tmp_path: Path) -> None:
        self._log = tmp_path / "log"
        self._script = tmp_path / "stand_in.py"
        self.settings = Settings()
        self.do("")
        self.command = (sys.executable, str(self._script))

    def do(self, then: str) -> None:
        self._script.write_text(STAND_IN.format(log=str(self._log), then=then))

    def so_far(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


@pytest.fixture
def begin(runs: Runs, qtbot: QtBot) -> Callable[[Settings], Upkeep]:
    def begin(settings: Settings) -> Upkeep:
        runs.settings = settings
        return Upkeep(lambda: runs.settings, runs.command)

    return begin


Begin = Callable[[Settings], Upkeep]


def test_where_nothing_is_shared_nothing_is_done_at_once(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(Settings())
    upkeep.share_soon()
    qtbot.wait(50)
    assert upkeep.findChildren(QProcess) == []
    upkeep.run()
    assert upkeep.findChildren(QProcess) == []
    upkeep.close()


@pytest.mark.parametrize("settings", [SHARING, KEEPING, Settings()])
def test_all_is_done_when_it_is_time(
    settings: Settings, begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(settings)
    with qtbot.waitSignal(upkeep.finished):
        upkeep.run()
    assert runs.so_far() == ["history upkeep"]
    assert upkeep.trouble is None


def test_after_a_break_it_is_shared_once_however_much_was_kept(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(SHARING)
    with qtbot.waitSignal(upkeep.finished):
        for _ in range(3):
            upkeep.share_soon()
    assert runs.so_far() == ["history upkeep --share-only"]


def test_a_break_ends_without_a_process_where_nothing_is_shared(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    begin(KEEPING).share_soon()
    qtbot.wait(50)
    assert runs.so_far() == []


def test_what_is_kept_while_it_runs_is_shared_afterwards(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(SHARING)
    with qtbot.waitSignals([upkeep.finished, upkeep.finished]):
        upkeep.run()
        upkeep.share_soon()
        qtbot.waitUntil(lambda: not upkeep._settling.isActive())
    assert runs.so_far() == ["history upkeep", "history upkeep --share-only"]


def test_its_last_words_are_the_trouble_until_it_works_again(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(SHARING)
    runs.do("sys.exit('First.\\nThe folder is gone.')")
    with qtbot.waitSignal(upkeep.finished):
        upkeep.run()
    assert upkeep.trouble == "The folder is gone."
    runs.do("")
    with qtbot.waitSignal(upkeep.finished):
        upkeep.try_again()
    assert upkeep.trouble is None
    upkeep.try_again()  # what works waits for the night
    qtbot.wait(50)
    assert runs.so_far() == ["history upkeep"] * 2


def test_a_program_that_cannot_be_started_is_trouble_too(qtbot: QtBot, tmp_path: Path) -> None:
    upkeep = Upkeep(lambda: SHARING, (str(tmp_path / "none"),))
    with qtbot.waitSignal(upkeep.finished):
        upkeep.run()
    assert upkeep.trouble is not None


def test_a_folder_that_never_answers_is_told_and_given_up(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(SHARING)
    runs.do("time.sleep(600)")
    upkeep.run()
    qtbot.waitUntil(lambda: runs.so_far() != [])
    upkeep._patience.timeout.emit()
    qtbot.waitUntil(lambda: upkeep._process is None)
    assert upkeep.trouble == "The shared folder does not answer."


def test_another_folder_is_taken_up_and_a_shorter_time_to_keep_waits_for_the_night(
    begin: Begin, runs: Runs, qtbot: QtBot
) -> None:
    upkeep = begin(Settings())
    runs.settings = replace(runs.settings, history=HistorySettings(1))
    upkeep.follow_settings()
    qtbot.wait(50)
    assert runs.so_far() == []
    runs.settings = replace(runs.settings, sharing=SharingSettings("/elsewhere"))
    upkeep.follow_settings()
    qtbot.waitUntil(lambda: runs.so_far() == ["history upkeep --share-only"])
    upkeep.close()


def test_quitting_ends_what_is_under_way(begin: Begin, runs: Runs, qtbot: QtBot) -> None:
    upkeep = begin(SHARING)
    runs.do("time.sleep(0.1)")
    upkeep.run()
    qtbot.waitUntil(lambda: runs.so_far() != [])
    upkeep.close()
    assert upkeep._process is None


def test_the_program_itself_does_it(throw_away_home: Path, tmp_path: Path, qtbot: QtBot) -> None:
    file = throw_away_home / "history.sqlite3"
    keep(file, a_break(1))
    shared = tmp_path / "shared"
    shared.mkdir()
    (throw_away_home / "settings.toml").write_text(f'[sharing]\nfolder = "{shared}"\n')
    upkeep = Upkeep(lambda: Settings(sharing=SharingSettings(str(shared))))
    with qtbot.waitSignal(upkeep.finished, timeout=30_000):
        upkeep.run()
    assert upkeep.trouble is None
    assert len(list(shared.glob("deskstretch-*-2026.jsonl"))) == 1
    assert kept_numbers(file) == {1}

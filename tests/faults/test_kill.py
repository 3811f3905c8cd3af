"""kill -9 at any moment of a running break: what was said to be kept is there, and is true."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

import pytest

from deskstretch.store.history import History
from tests.faults.headless_app import headless_app
from virtual_desktop import wait_until

KILLS = 200
AT_ONCE = 24
MOST_WORDS = 64
"""About as many things as are said in a whole break; those killed later had come to its end."""
PROGRAM = Path(__file__).with_name("break_program.py")


class Breaks:
    """Running breaks, a process each."""

    def __init__(self, folder: Path, program: subprocess.Popen[str]) -> None:
        self.folder = folder
        self._program = program
        self._lock = Lock()

    def begin(self, name: str) -> int:
        """Begin one; gives its process."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        with self._lock:
            self._program.stdin.write(f"{name}\n")
            self._program.stdin.flush()
            return int(self._program.stdout.readline())

    def told(self, name: str) -> list[str]:
        """What that break has said so far, whole lines only."""
        with suppress(FileNotFoundError):
            return (self.folder / f"{name}.told").read_text().splitlines()
        return []


@contextmanager
def breaks_in(folder: Path) -> Iterator[Breaks]:
    with subprocess.Popen(
        (sys.executable, PROGRAM, folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        yield Breaks(folder, program)


def kill_in_mid_break(breaks: Breaks, number: int) -> str:
    """Kill one at a moment that chance chooses, see what is kept; gives how far it had come."""
    chance = random.Random(number)
    words = chance.randrange(MOST_WORDS)
    name = f"break{number}"
    process = breaks.begin(name)
    wait_until(
        lambda: (
            len(told := breaks.told(name)) >= words
            or any(said.startswith("closed ") for said in told)
        ),
        f"{words} words of {name}",
        60,
    )
    time.sleep(chance.uniform(0, 0.02))
    os.kill(process, signal.SIGKILL)
    wait_until(lambda: not is_alive(process), "the process to be gone")
    told = breaks.told(name)
    see_that_it_is_kept(breaks.folder / f"{name}.sqlite3", told)
    return told[-1].split()[0] if told else "nothing"


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def see_that_it_is_kept(file: Path, told: list[str]) -> None:
    # Before anything mends it: what is kept is between what was said to be so, and what was begun.
    said, begun = held_in(told, "held"), held_in(told, "hold")
    if "opened" in told:
        kept = held_kept(file)
        for position, seconds in begun.items():
            assert said.get(position, 0.0) <= kept[position] <= seconds
        assert kept.keys() >= begun.keys()
        assert sum(kept.values()) <= sum(begun.values())
        assert_outcome_is_open_or_told(file, told)
    History.open(file).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        outcomes = [row[0] for row in connection.execute("SELECT outcome FROM break")]
    if "opened" in told:
        assert outcomes == [true_outcome(file)]
    else:
        assert len(outcomes) <= 1


def held_in(told: list[str], verb: str) -> dict[int, float]:
    words = [line.split() for line in told]
    return {int(each[1]): float(each[2]) for each in words if each[0] == verb}


def held_kept(file: Path) -> dict[int, float]:
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT position, held_seconds FROM step").fetchall())


def assert_outcome_is_open_or_told(file: Path, told: list[str]) -> None:
    with closing(sqlite3.connect(file)) as connection:
        ((outcome,),) = connection.execute("SELECT outcome FROM break").fetchall()
    match told[-1].split():
        case ["closed", closed]:
            assert outcome == closed
        case ["close", closing_as]:
            assert outcome in {None, closing_as}
        case _:
            assert outcome is None


def true_outcome(file: Path) -> str:
    """By the rule's own words: four fifths held are taken; one whole hold or 20 s are partly."""
    with closing(sqlite3.connect(file)) as connection:
        ((asked, began),) = connection.execute(
            "SELECT (SELECT count(*) FROM prompt), began_at IS NOT NULL FROM break"
        ).fetchall()
        steps = connection.execute("SELECT planned_seconds, held_seconds FROM step").fetchall()
    if not began:
        return "away" if asked else "held_back"
    planned, held = (sum(column) for column in zip(*steps, strict=True))
    if held >= 0.8 * planned - 0.001:
        return "taken"
    whole = any(seconds >= wanted - 0.001 for wanted, seconds in steps)
    return "partly" if whole or held >= 20 else "skipped"


def test_killed_at_two_hundred_moments_of_a_break_no_kept_second_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with breaks_in(tmp_path) as breaks, ThreadPoolExecutor(AT_ONCE) as pool:
        last_words = Counter(
            pool.map(lambda number: kill_in_mid_break(breaks, number), range(KILLS))
        )
    with capsys.disabled():
        print(f"\n{KILLS} breaks killed, after: {dict(last_words.most_common())}")
    assert last_words.total() == KILLS
    assert {"held", "closed"} <= last_words.keys()


@pytest.mark.parametrize("seconds_held", [0, 1])
def test_the_whole_app_killed_in_a_break_keeps_what_was_held_and_starts_again(
    throw_away_home: Path, seconds_held: int
) -> None:
    settings = "[trial]\ninterval_seconds = 600\nhold_seconds = 30\n"
    file = throw_away_home / "history.sqlite3"
    with headless_app(throw_away_home, settings=settings) as app:
        app.command("break")
        wait_until(lambda: app.breaks(), "the break")
        wait_until(lambda: (app.breaks()[0]["held"] or 0.0) >= seconds_held, "held seconds")
        time.sleep(random.Random(seconds_held).uniform(0, 0.9))
        app.process.kill()
        app.process.wait()
        held = sum(held_kept(file).values())
        assert held >= seconds_held
    with headless_app(throw_away_home, settings=settings) as app:
        (one,) = app.breaks()
        assert one["outcome"] == true_outcome_of_own_break(file)
        assert (one["held"] or 0.0) == held
        assert app.status()["trouble"] == []


def true_outcome_of_own_break(file: Path) -> str:
    """It was never asked for: killed before its first step it held nothing."""
    outcome = true_outcome(file)
    return "skipped" if outcome == "held_back" else outcome

"""Two starts of the whole app at the same instant, as by a double click."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.faults.headless_app import DESKSTRETCH, TRIAL, environment
from virtual_desktop import listens, wait_until

ROUNDS = 20


def test_of_two_starts_at_the_same_instant_exactly_one_stays(throw_away_home: Path) -> None:
    throw_away_home.mkdir()
    (throw_away_home / "settings.toml").write_text(TRIAL)
    for number in range(ROUNDS):
        both = [start(throw_away_home), start(throw_away_home)]
        try:
            # The one that stays is killed: the next two find what a crash leaves behind.
            assert len(left_of(both, throw_away_home)) == 1, f"round {number}"
        finally:
            for each in both:
                each.kill()
                each.wait()


def start(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(DESKSTRETCH, env=environment(home), stderr=subprocess.DEVNULL)


def left_of(both: list[subprocess.Popen[bytes]], home: Path) -> list[subprocess.Popen[bytes]]:
    """Those that still run once one has ended and one hears commands."""
    wait_until(lambda: any(each.poll() is not None for each in both), "one to end")
    wait_until(lambda: listens(home / "run" / "control"), "the other to listen")
    return [each for each in both if each.poll() is None]

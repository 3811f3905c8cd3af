"""The disturbance program as the tests see it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from deskstretch.core.settings import DisturbanceSettings
from virtual_desktop import wait_until

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
NOTHING = DisturbanceSettings(
    camera=False,
    microphone=False,
    screen_sharing=False,
    full_screen=False,
    do_not_disturb=False,
    inhibitors=False,
)

Answer = str | list[str] | None
"""What an adapter finds; why it is not used; None if it does not know yet."""


class DisturbanceProgram:
    """The program of its own, for the one environment that it is to find."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._file = folder / "said"
        self._file.touch()
        self._process = subprocess.Popen(
            (sys.executable, HERE / "disturbance_program.py", self._file),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **env},
            stdin=subprocess.PIPE,
        )

    def follow(self, settings: DisturbanceSettings) -> None:
        self.order(f"follow {msgspec.json.encode(settings).decode()}")

    def order(self, order: str) -> None:
        """Have it done."""
        done = f"done: {order}"
        count = self._lines().count(done)
        assert self._process.stdin is not None
        self._process.stdin.write(f"{order}\n".encode())
        self._process.stdin.flush()
        wait_until(lambda: self._lines().count(done) > count, f"{order!r} to be done")

    def told(self) -> list[str]:
        """The reasons as they were told, in one text each time."""
        return self._after("changed: ")

    def wait_until_told(self, *told: str) -> None:
        """Exactly this, all in all, or a little later."""
        wait_until(lambda: self.told() == [*told], f"{told} in {self._file}: {self.told()}")

    def adapters(self) -> dict[str, Answer]:
        """Each adapter that was tried."""
        self.order("describe")
        adapters: dict[str, Answer] = json.loads(self._after("described: ")[-1])
        return adapters

    def wait_for_answer(self, adapter: str, answer: Answer) -> None:
        """Until the adapter finds this."""
        what = f"{adapter}: {answer}"
        wait_until(lambda: self.adapters()[adapter] == answer, f"{what}, not {self.adapters()}")

    def children(self) -> list[str]:
        """The programs that it runs, by name."""
        return [
            (child / "comm").read_text().strip()
            for pid in Path(f"/proc/{self._process.pid}/task").glob("*/children")
            for child in map(Path("/proc").joinpath, pid.read_text().split())
        ]

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            assert self._process.wait(20) == 0
        finally:
            self._process.kill()

    def _after(self, beginning: str) -> list[str]:
        lines = self._lines()
        return [line.removeprefix(beginning) for line in lines if line.startswith(beginning)]

    def _lines(self) -> list[str]:
        return self._file.read_text().splitlines()


@contextlib.contextmanager
def watching(
    folder: Path, env: Mapping[str, str], settings: DisturbanceSettings | None = None
) -> Iterator[DisturbanceProgram]:
    """The program in a folder of its own, watching; ended when the test is over."""
    folder.mkdir(exist_ok=True)
    program = DisturbanceProgram(folder, env)
    try:
        if settings is not None:
            program.follow(settings)
        program.order("watch")
        yield program
    finally:
        program.end()

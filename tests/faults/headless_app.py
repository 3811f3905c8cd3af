"""The whole app as a process of its own, its windows drawn without a screen."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from deskstretch.store.folders import Folders
from virtual_desktop import listens, wait_until

DESKSTRETCH = (sys.executable, "-m", "deskstretch")
PROGRAM = Path(__file__).with_name("app_program.py")
TRIAL = "[trial]\ninterval_seconds = 600\nhold_seconds = 1\n"
STRETCH = "deep-breathing"
XDG = {"CONFIG_HOME": "config", "DATA_HOME": "data", "STATE_HOME": "state", "RUNTIME_DIR": "run"}
Process = subprocess.Popen[str]


class HeadlessApp:
    """One running app and what is kept of it."""

    def __init__(self, folders: Folders, env: Mapping[str, str], process: Process) -> None:
        self.folders = folders
        self.env = env
        self.process = process
        self.commands_within: tuple[str, ...] = ()

    def listens(self) -> bool:
        """Whether it answers commands; AssertionError with its last words if it has ended."""
        if self.process.poll() is not None:
            assert self.process.stderr is not None
            raise AssertionError(self.process.stderr.read())
        return listens(self.folders.runtime / "control")

    def command(self, *words: str) -> str:
        """What a command of the command line prints."""
        done = subprocess.run(
            (*self.commands_within, *DESKSTRETCH, *words),
            env=self.env,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *words: str) -> str:
        """What a command that does not work says."""
        done = subprocess.run(
            (*self.commands_within, *DESKSTRETCH, *words),
            env=self.env,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 1, done.stdout
        return done.stderr

    def status(self) -> dict[str, Any]:
        """`deskstretch status --json`."""
        answer: dict[str, Any] = json.loads(self.command("status", "--json"))
        return answer

    def take_break(self, *of: str) -> dict[str, Any]:
        """One guided break, a short one if `of` names no other, to its end; gives its row."""
        before = len(self.breaks())
        self.command("break", *(of or ("--exercise", STRETCH)))
        return wait_until(lambda: self._closed(before), "the end of the break", 60)

    def quit(self) -> int:
        """`deskstretch quit`; gives the exit code."""
        self.command("quit")
        return self.process.wait(timeout=20)

    def breaks(self) -> list[dict[str, Any]]:
        """The rows of the breaks, in the order in which they were kept."""
        uri = f"{self.folders.history_file.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            query = "SELECT *, (SELECT sum(held_seconds) FROM step WHERE break_id = id) AS held"
            return [dict(row) for row in connection.execute(f"{query} FROM break ORDER BY rowid")]

    def log(self) -> str:
        """The app's log."""
        return (self.folders.logs / "deskstretch.log").read_text()

    def _closed(self, number: int) -> dict[str, Any] | None:
        breaks = self.breaks()
        over = len(breaks) > number and breaks[number]["outcome"] is not None
        return breaks[number] if over else None


@contextmanager
def headless_app(
    home: Path,
    *command: str | Path,
    settings: str = TRIAL,
    within: tuple[str, ...] = (),
    one_folder: bool = True,
) -> Iterator[HeadlessApp]:
    """Start it, or `command` in its place, and wait until it answers; killed at the end.

    Everything lies in `home`, or as the system has it, in different folders below it.
    """
    folders = Folders(home, home, home / "logs", home / "run")
    env = environment(home)
    if not one_folder:
        places = {name: home / folder for name, folder in XDG.items()}
        settings_in, data, logs, runtime = (each / "deskstretch" for each in places.values())
        folders = Folders(settings_in, data, logs / "log", runtime)
        env |= {f"XDG_{name}": str(place) for name, place in places.items()}
        del env["DESKSTRETCH_HOME"]
    folders.settings.mkdir(parents=True, exist_ok=True)
    folders.settings_file.write_text(settings)
    folders.runtime.parent.mkdir(mode=0o700, exist_ok=True)
    started = (*within, *(command or DESKSTRETCH))
    with subprocess.Popen(
        started, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            app = HeadlessApp(folders, env, process)
            wait_until(app.listens, "the app to listen")
            yield app
        finally:
            process.kill()


def environment(home: Path) -> dict[str, str]:
    """A world without a desktop."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "DESKSTRETCH_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }

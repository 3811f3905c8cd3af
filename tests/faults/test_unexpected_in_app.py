"""Errors that nobody foresaw and crashes, in the whole app."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

from deskstretch.desktop.unexpected import CRASH_REPORT, LAST_CRASH_REPORT
from tests.faults.headless_app import PROGRAM, HeadlessApp, headless_app
from virtual_desktop import wait_until


def test_an_error_in_a_slot_is_logged_and_told_once_and_breaks_go_on(
    throw_away_home: Path,
) -> None:
    with headless_app(throw_away_home, sys.executable, PROGRAM, "slot_fails") as app:
        wait_until(lambda: app.log().count("Traceback") == 2, "both errors to be logged")
        assert app.log().count("RuntimeError: nobody foresaw this") == 2
        assert "in _fail" in app.log()
        (told,) = app.status()["trouble"]
        assert str(throw_away_home / "logs" / "deskstretch.log") in told
        assert "Breaks go on." in told
        app.command("break")
        assert app.status()["state"] == "guided"
        assert app.quit() == 0


def test_a_crash_leaves_a_report_that_the_next_start_keeps(throw_away_home: Path) -> None:
    logs = throw_away_home / "logs"
    with headless_app(throw_away_home) as app:
        os.kill(app.process.pid, signal.SIGSEGV)
        assert app.process.wait(timeout=20) == -signal.SIGSEGV
    assert "Segmentation fault" in (logs / CRASH_REPORT).read_text()
    assert "in run" in (logs / CRASH_REPORT).read_text()
    named = "Fatal Python error: Segmentation fault"
    assert last_crash_told(app) == f"~/logs/{CRASH_REPORT}: {named}"
    with headless_app(throw_away_home) as app:
        report = (logs / LAST_CRASH_REPORT).read_text()
        assert report.splitlines()[0] == named
        assert 'deskstretch/program.py", line ' in report
        assert last_crash_told(app) == f"~/logs/{LAST_CRASH_REPORT}: {named}"
        assert app.status()["running"] is True


def last_crash_told(app: HeadlessApp) -> str:
    """What `deskstretch doctor` says of it, without size and day."""
    (line,) = (each for each in app.command("doctor").splitlines() if each.startswith("last crash"))
    return re.sub(r", [\d.]+ KB of [\d-]+", "", line.removeprefix("last crash").strip())

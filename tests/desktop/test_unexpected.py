"""What nobody foresaw leaves a trace, is told once, and does not end the program."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

from deskstretch.desktop.unexpected import CRASH_REPORT, LAST_CRASH_REPORT

PROGRAM = """
import logging, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer
from deskstretch.desktop.unexpected import UnexpectedErrors

logging.basicConfig(stream=sys.stdout, format="%(message)s")
app = QCoreApplication([])
errors = UnexpectedErrors()
errors.happened.connect(lambda: print("told", flush=True))

def fail(where):
    raise RuntimeError(f"no good in a {where}")

QTimer.singleShot(0, lambda: fail("slot"))
QTimer.singleShot(10, lambda: threading.Thread(target=fail, args=("thread",)).start())
QTimer.singleShot(60, lambda: fail("second slot"))
QTimer.singleShot(120, lambda: print("still here", flush=True))
QTimer.singleShot(150, app.quit)
sys.exit(app.exec())
"""

CRASH = """
import os, sys
from pathlib import Path
from deskstretch.desktop.unexpected import report_crashes

report_crashes(Path(sys.argv[1]))
def in_the_midst_of_it():
    os.kill(os.getpid(), {signal})
if {crash}:
    in_the_midst_of_it()
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-c", program, *arguments), capture_output=True, text=True, check=False
    )


def crash(folder: Path, *, really: bool = True) -> int:
    program = CRASH.format(signal=int(signal.SIGSEGV), crash=really)
    return run(program, str(folder)).returncode


def test_errors_in_slots_and_threads_are_logged_told_once_and_survived() -> None:
    done = run(PROGRAM)
    assert done.returncode == 0
    for where in ("slot", "thread", "second slot"):
        assert f"RuntimeError: no good in a {where}\n" in done.stdout
    assert done.stdout.count("Traceback") == 3
    assert done.stdout.count("told") == 1
    assert done.stdout.rstrip().endswith("still here")
    assert done.stderr == ""


def test_a_crash_leaves_a_report_of_where_it_was(tmp_path: Path) -> None:
    assert crash(tmp_path) == -signal.SIGSEGV
    report = tmp_path / CRASH_REPORT
    assert "in in_the_midst_of_it" in report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_the_next_start_keeps_the_report_and_a_calm_run_leaves_it_alone(tmp_path: Path) -> None:
    crash(tmp_path)
    assert crash(tmp_path, really=False) == 0
    assert crash(tmp_path, really=False) == 0
    assert "in in_the_midst_of_it" in (tmp_path / LAST_CRASH_REPORT).read_text()
    assert (tmp_path / CRASH_REPORT).read_text() == ""


def test_without_a_folder_there_is_no_report_and_no_trouble(tmp_path: Path) -> None:
    assert crash(tmp_path / "missing", really=False) == 0

"""A break in the whole app: no network, nothing for others to read, nothing personal logged."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

from tests.faults.headless_app import PROGRAM, STRETCH, TRIAL, headless_app
from virtual_desktop import wait_until

INET_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6", "packet")
REFUSED = ("unshare", "--map-root-user", "--net", "--")
"""Within this there is no network at all, not even the machine's own."""


def may_refuse_networking() -> bool:
    """Whether this system lets a person without rights start a program without a network."""
    tried = subprocess.run((*REFUSED, "true"), capture_output=True, check=False)
    return tried.returncode == 0


def network_sockets_of(process: int) -> set[str]:
    """The sockets of a process that are no local ones, by the kernel's own tables."""
    inodes = set()
    for table in INET_TABLES:
        file = Path(f"/proc/{process}/net/{table}")
        inodes |= set(file.read_text().split()) if file.exists() else set()
    held = set()
    for handle in Path(f"/proc/{process}/fd").iterdir():
        try:
            found = re.fullmatch(r"socket:\[(\d+)\]", str(handle.readlink()))
        except FileNotFoundError:
            continue
        held |= {found[1]} if found else set()
    assert held, "it has at least the socket that hears commands"
    return held & inodes


def test_a_break_is_taken_where_all_networking_is_refused_and_none_is_asked_for(
    throw_away_home: Path, tmp_path: Path
) -> None:
    report = tmp_path / "sockets"
    within = REFUSED if may_refuse_networking() else ()
    program = (sys.executable, PROGRAM, "watched", report)
    held: set[str] = set()
    over = threading.Event()
    with headless_app(throw_away_home, *program, within=within) as app:

        def look_on() -> None:
            while not over.wait(0.05):
                held.update(network_sockets_of(app.process.pid))

        looking = threading.Thread(target=look_on)
        looking.start()
        try:
            assert app.take_break()["outcome"] == "taken"
        finally:
            over.set()
            looking.join()
        held |= network_sockets_of(app.process.pid)
        assert app.status()["trouble"] == []
        assert app.quit() == 0
    assert held == set()
    assert report.read_text() == "watching\n"


def test_what_a_day_writes_is_for_its_owner_alone_and_its_log_says_nothing_of_the_person(
    throw_away_home: Path,
) -> None:
    settings = (
        f'{TRIAL}[history]\nkeep_for_months = 1\n[desk]\nspare_areas = ["knees"]\n'
        '[routines.my-secret-back]\nname = "Secret"\n'
        f'stretches = ["{STRETCH}"]\n'
    )
    with headless_app(throw_away_home, settings=settings) as app:
        assert app.take_break("--routine", "my-secret-back")["outcome"] == "taken"
        app.command("settings", "set", "snooze.minutes", "10")
        app.command("pause")
        app.command("resume")
        while_running = modes_below(throw_away_home)
        (throw_away_home / "settings.toml").write_text("[snooze]\nlimit = 'my-secret-back'\n")
        wait_until(lambda: app.status()["trouble"], "the fault to be found")
        assert app.quit() == 0
        log = app.log().lower()
    for path, mode in {**modes_below(throw_away_home), **while_running}.items():
        assert mode & 0o077 == 0, f"{path}: {mode:o}"
    names = {path.name for path in while_running}
    assert {"history.sqlite3", "deskstretch.log", "crash.txt", "control", "lock"} <= names
    assert log
    for word in ("secret", STRETCH, "knees", "hips", "taken", "partly", "skipped", "sitting"):
        assert word not in log


def modes_below(folder: Path) -> dict[Path, int]:
    return {path: stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}

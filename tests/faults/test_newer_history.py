"""The whole app on a history that a newer version of it wrote."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.programs import deskstretch
from tests.faults.headless_app import headless_app
from tests.store.newer_history import make_newer


def test_a_history_from_a_newer_version_is_only_read_and_breaks_go_on(
    throw_away_home: Path,
) -> None:
    file = throw_away_home / "history.sqlite3"
    with headless_app(throw_away_home) as app:
        assert app.take_break()["outcome"] == "taken"
        app.quit()
    make_newer(file)
    content = file.read_bytes()
    with headless_app(throw_away_home) as app:
        (told,) = app.status()["trouble"]
        assert told.startswith(f"History is only read: {file} was written by a newer DeskStretch")
        app.command("break")
        assert app.status()["state"] == "guided"
        report = json.loads(app.command("report", "--format", "json"))
        assert report["counts"]["taken"] == 1
        checked = deskstretch("history", "check")
        assert checked.returncode == 1
        assert checked.stderr == f"{file}: written by a newer DeskStretch, only read here\n"
        assert "sound (breaks: 1" in checked.stdout
        assert "written by a newer DeskStretch and only read here" in app.command("doctor")
        # What looks after the history each day says the same, and is not told again.
        assert deskstretch("history", "upkeep").stderr == f"{told}\n"
        assert app.status()["trouble"] == [told]
        assert app.quit() == 0
        assert "Traceback" not in app.log()
    assert file.read_bytes() == content
    assert not (throw_away_home / "backups").exists()

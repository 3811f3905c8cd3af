"""The app's own writer beside commands: each sees what the others set, and nothing gets lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from deskstretch.store.settings_file import load
from deskstretch.wiring.settings_watch import SettingsWatch

COMMANDS = """
import sys
from pathlib import Path
from deskstretch.store.settings_edit import set_value
for number in range(30):
    set_value(Path(sys.argv[1]), "sound.volume", number)
"""


def test_the_running_app_and_a_command_write_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# mine\n[future]\nkey = 1 # keep\n")
    watch = SettingsWatch(file)
    with subprocess.Popen((sys.executable, "-c", COMMANDS, file)) as other:
        minutes = 20
        while other.poll() is None:
            minutes = minutes + 1 if minutes < 120 else 20
            assert watch.change("breaks.interval_minutes", minutes) is None
            qtbot.wait(1)
            assert watch.settings.breaks.interval_minutes == minutes
    assert other.returncode == 0
    qtbot.waitUntil(lambda: watch.settings.sound.volume == 29)
    loaded = load(file).settings
    assert (loaded.breaks.interval_minutes, loaded.sound.volume) == (minutes, 29)
    assert file.read_text().startswith("# mine\n[future]\nkey = 1 # keep\n")

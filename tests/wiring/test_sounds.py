"""A guided break is heard where it is wished, and leaves nothing running behind."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.moment import Moment
from deskstretch.core.routine import Routine, RoutineItem, plan_steps
from deskstretch.core.settings import SoundSettings
from deskstretch.desktop.first_program import Adapter
from deskstretch.desktop.voice.speaker import Speaker
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.wiring.sounds import GuideSounds
from tests.core.shipped import shipped_catalogue

ROOT = Path(__file__).parents[2]


class Heard(Speaker):
    """A player and a speaker that note what is heard."""

    def __init__(self) -> None:
        super().__init__(())
        self.chimes: list[tuple[str, int]] = []
        self.words: list[str] = []

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        return ()

    def play(self, file: Path, volume: int) -> None:
        assert file.is_file()
        self.chimes.append((file.stem, volume))

    def say(self, text: str, volume: int) -> None:
        self.words.append(text)

    def close(self) -> None:
        self.words.append("closed")


class Break:
    """One stretch of 20 seconds a side, on a clock set by hand."""

    def __init__(self) -> None:
        self._now = Moment(datetime(2026, 11, 18, 12, tzinfo=UTC), 1000.0)
        self.exercises = shipped_catalogue().exercises
        routine = Routine("one", "One", (RoutineItem("chair-hamstring"),))
        steps = plan_steps(routine, self.exercises, hold_override_seconds=20)
        self.runner = GuideRunner(steps, lambda: self._now)

    def go_on(self, seconds: int) -> None:
        for _ in range(seconds * 2):
            self._now = self._now.later(0.5)
            self.runner.advance()


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)


def test_a_break_is_chimed_and_spoken_from_its_start_to_its_end(qtbot: QtBot) -> None:
    guided, heard = Break(), Heard()
    GuideSounds(guided.runner, guided.exercises, SoundSettings(volume=30), heard, heard)
    guided.runner.start()
    guided.go_on(30)
    assert heard.chimes[:3] == [("ready", 30), ("done", 30), ("switch", 30)]
    assert heard.words[2:4] == ["Hold.", "10 seconds left."]
    guided.go_on(400)
    assert heard.words[-1] == "Done, well held."
    assert heard.chimes[-1] == ("done", 30)


def test_what_is_not_wished_is_not_heard(qtbot: QtBot) -> None:
    guided, heard = Break(), Heard()
    GuideSounds(guided.runner, guided.exercises, SoundSettings(), player=heard)
    guided.runner.start()
    guided.go_on(30)
    assert heard.chimes
    assert heard.words == []


def test_it_falls_silent_with_the_guide(qtbot: QtBot) -> None:
    guided, heard = Break(), Heard()
    GuideSounds(guided.runner, guided.exercises, SoundSettings(), heard, heard)
    with qtbot.waitSignal(guided.runner.destroyed):
        guided.runner.deleteLater()
    assert "closed" in heard.words


@pytest.mark.parametrize(
    ("sounds", "banners", "chimes", "words"),
    [("true", "true", True, True), ("false", "true", False, True), ("true", "false", False, False)],
)
def test_a_desktop_that_wants_silence_gets_it(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sounds: str,
    banners: str,
    chimes: bool,
    words: bool,
) -> None:
    asked = tmp_path / "asked"
    script = f"""#!/bin/sh
case $3 in event-sounds) echo {sounds};; show-banners) echo {banners};; esac
echo "$3" >> {asked}
"""
    (tmp_path / "gsettings").write_text(script)
    (tmp_path / "gsettings").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    guided, heard = Break(), Heard()
    sounding = GuideSounds(guided.runner, guided.exercises, SoundSettings(), heard, heard)
    guided.runner.start()
    assert heard.chimes == []
    qtbot.waitUntil(lambda: not sounding.is_asking)
    assert sorted(asked.read_text().split()) == ["event-sounds", "show-banners"]
    assert (bool(heard.chimes), bool(heard.words)) == (chimes, words)


def test_a_guide_that_goes_amid_words_ends_them_without_complaint(tmp_path: Path) -> None:
    (tmp_path / "spd-say").write_text("#!/bin/sh\nexec sleep 60\n")
    (tmp_path / "spd-say").chmod(0o755)
    code = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from deskstretch.core.settings import SoundSettings
from deskstretch.wiring.sounds import GuideSounds
from tests.wiring.test_sounds import Break

app = QCoreApplication(sys.argv)
guided = Break()
GuideSounds(guided.runner, guided.exercises, SoundSettings(voice=True))
guided.runner.start()
QTimer.singleShot(300, guided.runner.deleteLater)
guided.runner.destroyed.connect(lambda: QTimer.singleShot(0, app.quit))
app.exec()
"""
    ended = subprocess.run(
        (sys.executable, "-c", code),
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHONPATH": f"{ROOT}:{ROOT / 'scripts'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_without_sound_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys, deskstretch.app, deskstretch.wiring.break_windows;"
        "print([m for m in sys.modules if m.startswith(('deskstretch.desktop.sound',"
        "'deskstretch.desktop.voice', 'deskstretch.wiring.sounds', 'deskstretch.core.cues',"
        "'deskstretch.desktop.first_program', 'wave'))])"
    )
    answer = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"

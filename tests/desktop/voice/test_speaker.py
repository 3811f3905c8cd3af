"""Words reach the program that speaks as they are, whatever they look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskstretch.core.language import LANGUAGES, speak
from deskstretch.desktop.voice.speaker import LINUX, MAC, WINDOWS, Speaker
from deskstretch.store.languages import read_translation

HOSTILE = (
    "-w /tmp/written.wav",
    "--stdin",
    """It's "held"; $(touch here) `touch here` | & > here""",
    "%s {volume} \\n <speak>",
)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stand-ins for the programs are given: one argument a line."""
    told = tmp_path / "told"
    script = f'#!/bin/sh\nfor each; do printf "%s\\n" "$each"; done >> {told}\n'
    for name in ("spd-say", "espeak-ng", "say"):
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return told


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("way", [*LINUX[:2], *MAC], ids=lambda way: way.program)
def test_words_are_passed_literally_as_the_last_argument(
    qtbot: QtBot, told: Path, way: object, text: str
) -> None:
    speaker = Speaker((way,))  # type: ignore[arg-type]
    speaker.say(text, 50)
    qtbot.waitUntil(lambda: told.exists() and text in told.read_text())
    assert told.read_text().splitlines()[-2:] == ["--", text]
    speaker.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_voice_is_one_of_the_language_spoken(language: str) -> None:
    speak(language, read_translation(language, "program"))
    try:
        arguments = [way.order("Hold.", 50).arguments for way in (*LINUX, *WINDOWS)]
    finally:
        speak("en", None)
    assert f"--language={language}" in arguments[0]
    assert all(options[:2] == ("-v", language) for options in arguments[1:3])
    assert f"GetCultureInfo('{language}')" in arguments[3][-1]


@pytest.mark.parametrize("text", HOSTILE)
def test_on_windows_words_are_read_and_never_part_of_the_script(text: str) -> None:
    order, other = WINDOWS[0].order(text, 50), WINDOWS[0].order("Hold.", 50)
    assert order.arguments == other.arguments
    assert order.standard_input == text.encode()


def test_the_latest_words_wait_for_the_present_ones_and_older_are_dropped(
    qtbot: QtBot, told: Path
) -> None:
    speaker = Speaker(MAC)
    for text in ("one", "two", "three"):
        speaker.say(text, 50)
    qtbot.waitUntil(lambda: told.exists() and "three" in told.read_text())
    assert told.read_text().split() == ["--", "one", "--", "three"]
    speaker.close()


def test_a_program_that_fails_gives_way_to_the_next(qtbot: QtBot, told: Path) -> None:
    (told.parent / "spd-say").write_text("#!/bin/sh\necho no server >&2\nexit 1\n")
    speaker = Speaker(LINUX)
    speaker.say("Hold.", 50)
    qtbot.waitUntil(lambda: told.exists() and "Hold." in told.read_text())
    assert speaker.adapters[0].why_not == "spd-say ended with 1"
    assert speaker.adapters[1].why_not is None
    speaker.close()


def test_with_nothing_that_speaks_there_is_silence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    speaker = Speaker(LINUX)
    speaker.say("Hold.", 50)
    assert all(adapter.why_not for adapter in speaker.adapters)
    speaker.close()

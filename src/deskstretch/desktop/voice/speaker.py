"""Words said aloud by the first program of the system's that can.

Words may come from a file of the person's: each program gets them as one argument of its own after
"--", or to read, and there is no shell. They are told which language it is; on macOS the voice is
the one that the person has chosen for the system.

plyer's tts is not among the ways: it waits until all is said, which would stop the guide, and on
Linux it runs the same espeak without the "--".
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from deskstretch.core.language import spoken_language
from deskstretch.desktop.first_program import Adapter, FirstProgram, Order, Way

_SAPI = """
[Console]::InputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Volume = {volume}
$culture = [Globalization.CultureInfo]::GetCultureInfo('{language}')
try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture) }} catch {{ }}
$voice.Speak([Console]::In.ReadToEnd())
"""


def _speech_dispatcher(text: str, volume: int) -> Order:
    return Order(
        ("--wait", f"--language={spoken_language()}", f"--volume={2 * volume - 100}", "--", text)
    )


def _espeak(text: str, volume: int) -> Order:
    return Order(("-v", spoken_language(), "-a", str(2 * volume), "--", text))


def _mac(text: str, volume: int) -> Order:
    """It has no volume of its own."""
    return Order(("--", text))


def _windows(text: str, volume: int) -> Order:
    script = _SAPI.format(volume=int(volume), language=spoken_language())
    return Order(("-NoProfile", "-NonInteractive", "-Command", script), text.encode())


LINUX = (
    Way("spd-say", _speech_dispatcher),
    Way("espeak-ng", _espeak),
    Way("espeak", _espeak),
)
MAC = (Way("say", _mac),)
WINDOWS = (Way("powershell", _windows),)


def ways_of(platform: str = sys.platform) -> tuple[Way, ...]:
    """The ways to speak on this system, the best one first."""
    return {"darwin": MAC, "win32": WINDOWS}.get(platform, LINUX)


class Speaker:
    """Says one thing at a time; the latest one waits for it, and what was waiting is dropped."""

    def __init__(self, ways: tuple[Way, ...], parent: QObject | None = None) -> None:
        self._programs = FirstProgram(ways, parent)
        self._programs.done.connect(self._go_on)
        self._waiting: tuple[str, int] | None = None

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All programs, in order."""
        return self._programs.adapters

    def say(self, text: str, volume: int) -> None:
        """Say `text` at 0 to 100 percent, on one line; nothing where nothing is to be heard."""
        line = " ".join(text.replace("\0", " ").split())
        if line and volume > 0:
            self._waiting = line, volume
            if not self._programs.is_busy:
                self._go_on()

    def close(self) -> None:
        """Be silent from now on."""
        self._waiting = None
        self._programs.close()

    def _go_on(self) -> None:
        if self._waiting is not None:
            (line, volume), self._waiting = self._waiting, None
            self._programs.run(line, volume)

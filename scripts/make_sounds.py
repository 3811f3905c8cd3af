"""Makes the chimes in resources/sounds: soft bells, reckoned from sines, the same bytes each time.

They belong to the project and are under its licence.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 22_050
"""Samples a second; nothing in a chime is above 4 kHz."""
PEAK = 0.5
"""Of full scale, so that nobody starts at full volume either."""
ATTACK_SECONDS = 0.012
FADE_SECONDS = 0.08
PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.32, 0.6), (3.01, 0.1, 0.35))
"""Of a bell: its multiple of the tone, its loudness, its share of the time to die away."""

C5, E5, G5 = 523.25, 659.26, 783.99
CHIMES = {
    "ready": (((0.0, C5), (0.16, G5)), 1.1),
    "switch": (((0.0, E5), (0.14, E5)), 0.8),
    "done": (((0.0, G5), (0.16, E5), (0.32, C5)), 1.25),
}
"""By name: the tones with the seconds at which each is struck, and the seconds in all."""


def bell(hertz: float, seconds: float) -> float:
    """One struck tone, so many seconds after the stroke; 0 before it."""
    if seconds < 0:
        return 0.0
    attack = min(1.0, seconds / ATTACK_SECONDS)
    return attack * sum(
        loudness * math.exp(-seconds / (0.28 * lasting)) * math.sin(math.tau * hertz * of * seconds)
        for of, loudness, lasting in PARTIALS
    )


def samples(tones: tuple[tuple[float, float], ...], seconds: float) -> array.array[int]:
    """A whole chime as 16-bit samples, faded out at its end."""
    count = int(RATE * seconds)
    heard = [sum(bell(hertz, i / RATE - at) for at, hertz in tones) for i in range(count)]
    loudest = max(map(abs, heard))
    fade = [min(1.0, (count - i) / RATE / FADE_SECONDS) for i in range(count)]
    scale = PEAK * 32_767 / loudest
    made = array.array("h", (round(h * f * scale) for h, f in zip(heard, fade, strict=True)))
    if sys.byteorder == "big":
        made.byteswap()
    return made


def make(folder: Path = FOLDER) -> None:
    """Write all chimes to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (tones, seconds) in CHIMES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(tones, seconds).tobytes())


if __name__ == "__main__":
    make()

"""The same sound at a lower volume, for what knows none."""

from __future__ import annotations

import array
import io
import sys
import wave


def quieter(sound: bytes, volume: int) -> bytes:
    """A WAV file of 16-bit samples at 0 to 100 percent. ValueError for other samples."""
    with wave.open(io.BytesIO(sound), "rb") as read:
        parameters, frames = read.getparams(), read.readframes(read.getnframes())
    if parameters.sampwidth != 2:
        raise ValueError(f"Samples of {parameters.sampwidth} bytes, expected 2")
    samples = array.array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    scaled = array.array("h", (sample * volume // 100 for sample in samples))
    if sys.byteorder == "big":
        scaled.byteswap()
    made = io.BytesIO()
    with wave.open(made, "wb") as written:
        written.setparams(parameters)
        written.writeframes(scaled.tobytes())
    return made.getvalue()

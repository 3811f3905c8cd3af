"""Chimes as a real PulseAudio hears them, and silence where nothing can be heard."""

from __future__ import annotations

import array
import subprocess
import sys
import wave
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from deskstretch.desktop.sound.choose import choose_player
from deskstretch.desktop.sound.programs import LINUX, MAC
from deskstretch.desktop.sound.quieter import quieter
from deskstretch.resources import resource_path
from make_sounds import CHIMES, make
from tests.desktop.disturbance.test_sound_servers import Env, env, pulseaudio
from tests.desktop.presence.conftest import bus
from virtual_desktop import wait_until

__all__ = ["bus", "env", "pulseaudio"]

READY = resource_path("sounds", "ready.wav")
PROGRAM = Path(__file__).with_name("play_program.py")


def peak_of(samples: bytes) -> int:
    whole = samples[: len(samples) // 2 * 2]
    return max(map(abs, array.array("h", whole)), default=0)


def play(env: Env, volume: int, *only: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, PROGRAM, READY, str(volume), *only),
        env={**env, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def heard(env: Env, folder: Path, volume: int) -> int:
    """The loudest sample that comes out of the loudspeaker while a chime is played."""
    record = folder / f"{volume}.raw"
    with (
        record.open("wb") as file,
        subprocess.Popen(
            ("parec", "--device=null.monitor", "--format=s16le", "--channels=1"),
            env=env,
            stdout=file,
            stderr=subprocess.DEVNULL,
        ) as recording,
    ):
        wait_until(lambda: record.stat().st_size > 0, "a recording")
        assert play(env, volume, "paplay").stderr == ""
        recording.terminate()
    return peak_of(record.read_bytes())


def test_a_chime_comes_out_of_the_loudspeaker_as_loud_as_wished(
    env: Env, pulseaudio: None, tmp_path: Path
) -> None:
    quiet, loud = heard(env, tmp_path, 50), heard(env, tmp_path, 100)
    assert 100 < quiet < loud
    assert heard(env, tmp_path, 0) == 0


def test_without_any_device_all_is_silent_and_nothing_is_complained_of(env: Env) -> None:
    played = play(env, 50)
    assert (played.returncode, played.stderr) == (0, "")
    names = [line.split(":")[0] for line in played.stdout.splitlines()]
    assert names == ["pw-play", "paplay", "aplay"]
    assert "None" not in played.stdout


@pytest.mark.parametrize("name", CHIMES)
def test_the_chimes_are_small_and_are_what_the_script_makes(name: str, tmp_path: Path) -> None:
    make(tmp_path)
    shipped = resource_path("sounds", f"{name}.wav").read_bytes()
    assert shipped == (tmp_path / f"{name}.wav").read_bytes()
    assert len(shipped) < 60_000


def test_a_quieter_chime_is_the_same_at_a_part_of_its_height(tmp_path: Path) -> None:
    made = tmp_path / "half.wav"
    made.write_bytes(quieter(READY.read_bytes(), 50))
    with wave.open(str(READY)) as whole, wave.open(str(made)) as half:
        assert whole.getparams() == half.getparams()
        full, less = (peak_of(each.readframes(each.getnframes())) for each in (whole, half))
    assert abs(full / 2 - less) <= 1


def test_every_program_gets_the_file_and_a_volume() -> None:
    orders = {way.program: way.order(READY, 25) for way in (*LINUX, *MAC)}
    assert "--volume=0.25" in orders["pw-play"].arguments
    assert "--volume=16384" in orders["paplay"].arguments
    assert orders["afplay"].arguments == ("-v", "0.25", str(READY))
    assert orders["aplay"].standard_input == quieter(READY.read_bytes(), 25)


def test_windows_plays_from_memory_and_no_device_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    played: list[tuple[bytes, int]] = []
    done = Event()

    def play_sound(sound: bytes, flags: int) -> None:
        played.append((sound, flags))
        done.set()
        raise RuntimeError("Failed to play sound")

    fake = SimpleNamespace(PlaySound=play_sound, SND_MEMORY=4, SND_NODEFAULT=2)
    monkeypatch.setitem(sys.modules, "winsound", fake)
    player = choose_player(platform="win32")
    player.play(READY, 0)
    player.play(READY, 25)
    assert done.wait(10)
    assert played == [(quieter(READY.read_bytes(), 25), 6)]
    wait_until(lambda: player.adapters[0].why_not is not None, "why not")

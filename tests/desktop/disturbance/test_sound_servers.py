"""Microphones as a real PipeWire and a real PulseAudio tell of them; cameras as PipeWire prints."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest

from deskstretch.core.reasons import CAMERA, MICROPHONE, SCREEN_SHARING
from tests.desktop.disturbance.running import NOTHING, DisturbanceProgram, watching
from tests.desktop.presence.running import Bus
from virtual_desktop import wait_until

SETTINGS = msgspec.structs.replace(NOTHING, camera=True, microphone=True, screen_sharing=True)
Env = Mapping[str, str]

# The properties by which a camera, a shared screen and a call are known, as pw-dump prints them.
CAMERA_NODE = {"media.class": "Video/Source", "device.api": "v4l2", "media.role": "Camera"}
SCREEN_NODE = {"media.class": "Stream/Output/Video", "node.name": "gnome-shell"}
LISTENER = {"media.class": "Stream/Input/Audio", "application.name": "Talker"}


@contextmanager
def started(env: Env, *command: str | Path) -> Iterator[None]:
    """A program that runs meanwhile."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=env, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


def ask(env: Env, *command: str) -> str:
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def env(bus: Bus) -> Iterator[Env]:
    """A runtime folder of its own, whose path is short enough for sockets."""
    with TemporaryDirectory(prefix="deskstretch-sound-") as folder:
        yield {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/none",
        }


@pytest.fixture
def pipewire(env: Env) -> Iterator[Callable[[], None]]:
    """A PipeWire with a microphone, and how to end it."""
    runtime = Path(env["XDG_RUNTIME_DIR"])
    with ExitStack() as all_of_it:
        server = all_of_it.enter_context(ExitStack())
        server.enter_context(started(env, "pipewire"))
        wait_until((runtime / "pipewire-0").exists, "PipeWire")
        server.enter_context(started(env, "wireplumber"))
        microphone = {
            "factory.name": "support.null-audio-sink", "node.name": "microphone",
            "media.class": "Audio/Source/Virtual", "audio.position": "[ MONO ]",
            "object.linger": True,
        }  # fmt: skip
        ask(env, "pw-cli", "create-node", "adapter", json.dumps(microphone))
        yield server.close


@pytest.fixture
def pulseaudio(env: Env) -> Iterator[None]:
    """A PulseAudio with a microphone and a loudspeaker."""
    modules = ("module-native-protocol-unix", "module-null-sink", "module-null-source")
    loads = [f"--load={module}" for module in modules]
    options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no")
    with started(env, "pulseaudio", *options, *loads):
        wait_until(lambda: "null" in _sources(env), "PulseAudio")
        yield


def _sources(env: Env) -> str:
    if not Path(env["XDG_RUNTIME_DIR"], "pulse/native").exists():
        return ""
    command = ("pactl", "list", "short", "sources")
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout


@contextmanager
def watched(env: Env, **settings: Any) -> Iterator[DisturbanceProgram]:
    heeded = msgspec.structs.replace(SETTINGS, **settings)
    with watching(Path(env["HOME"]) / "program", env, heeded) as program:
        yield program


class TestPipeWire:
    RECORD = ("pw-record", "--target", "microphone", "/dev/null")

    def test_a_recording_is_heard_from_its_beginning_to_its_end(
        self, env: Env, pipewire: object
    ) -> None:
        with watched(env) as program:
            program.wait_for_answer("PipeWire", [])
            with started(env, *self.RECORD):
                program.wait_until_told(MICROPHONE)
            program.wait_until_told(MICROPHONE, "")

    def test_a_recording_under_way_is_found_and_may_be_ignored_by_name(
        self, env: Env, pipewire: object
    ) -> None:
        with watched(env) as program, started(env, *self.RECORD):
            program.wait_until_told(MICROPHONE)
            program.follow(msgspec.structs.replace(SETTINGS, microphone_ignored=("PW-Record",)))
            program.wait_until_told(MICROPHONE, "")

    def test_it_is_listened_to_only_while_somebody_watches(
        self, env: Env, pipewire: object
    ) -> None:
        with watched(env) as program:
            program.wait_for_answer("PipeWire", [])
            assert program.children() == ["pw-dump"]
            program.order("stop")
            assert program.children() == []

    def test_when_it_ends_nothing_holds_back_any_more(
        self, env: Env, pipewire: Callable[[], None]
    ) -> None:
        with watched(env) as program, started(env, *self.RECORD):
            program.wait_until_told(MICROPHONE)
            pipewire()
            program.wait_until_told(MICROPHONE, "")
            wait_until(lambda: "ended" in str(program.adapters()["PipeWire"]), "its end")


class TestPulseAudio:
    def test_a_recording_is_heard_from_its_beginning_to_its_end(
        self, env: Env, pulseaudio: None
    ) -> None:
        with watched(env) as program:
            program.wait_for_answer("PulseAudio", [])
            with started(env, "parec", "--device=source.null"):
                program.wait_until_told(MICROPHONE)
            program.wait_until_told(MICROPHONE, "")

    def test_what_is_played_is_no_microphone(self, env: Env, pulseaudio: None) -> None:
        with started(env, "parec", "--device=null.monitor"), watched(env) as program:
            listing = ("pactl", "list", "short", "source-outputs")
            wait_until(lambda: ask(env, *listing), "the recording")
            program.wait_for_answer("PulseAudio", [])
            assert program.told() == []

    def test_a_program_may_be_ignored_by_name(self, env: Env, pulseaudio: None) -> None:
        with started(env, "parec", "--device=source.null"), watched(env) as program:
            program.wait_until_told(MICROPHONE)
            program.follow(msgspec.structs.replace(SETTINGS, microphone_ignored=("Parec",)))
            program.wait_until_told(MICROPHONE, "")


def test_where_no_sound_server_runs_none_is_started(env: Env) -> None:
    with watched(env) as program:
        adapters = program.adapters()
        assert adapters["PipeWire"] == "PipeWire is not running"
        assert adapters["PulseAudio"] == "PulseAudio is not running"
        assert program.children() == []


def a_node(number: int, state: str, **properties: Any) -> dict[str, Any]:
    kind = "PipeWire:Interface:Node"
    return {"id": number, "type": kind, "info": {"state": state, "props": properties}}


class TestWhatPipeWirePrints:
    """A stand-in prints what pw-dump does where there is a camera or a shared screen."""

    @pytest.fixture
    def print_graph(self, env: Env, tmp_path: Path) -> Iterator[Callable[..., DisturbanceProgram]]:
        printed = tmp_path / "printed"
        printed.touch()
        program = tmp_path / "bin/pw-dump"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nexec tail -n +1 -f {printed}\n")
        program.chmod(0o755)
        remote = f"{env['HOME']}/remote"
        here = {**env, "PATH": f"{program.parent}:{env['PATH']}", "PIPEWIRE_REMOTE": remote}
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(remote)
            with watched(here) as watcher:

                def print_graph(*objects: dict[str, Any]) -> DisturbanceProgram:
                    with printed.open("a") as file:
                        file.write(json.dumps(objects, indent=2) + "\n")
                    return watcher

                yield print_graph

    def test_a_camera_counts_while_it_is_running(self, print_graph: Any) -> None:
        program = print_graph(a_node(40, "suspended", **CAMERA_NODE))
        program.wait_for_answer("PipeWire", [])
        print_graph(a_node(40, "running", **CAMERA_NODE))
        program.wait_until_told(CAMERA)
        print_graph(a_node(40, "idle", **CAMERA_NODE))
        program.wait_until_told(CAMERA, "")

    def test_other_pictures_are_the_screen_being_shared(self, print_graph: Any) -> None:
        program = print_graph(a_node(41, "running", **SCREEN_NODE))
        program.wait_until_told(SCREEN_SHARING)
        print_graph({"id": 41, "info": None})
        program.wait_until_told(SCREEN_SHARING, "")

    @pytest.mark.parametrize(
        "more",
        [
            {"stream.monitor": True},
            {"stream.capture.sink": True},
            {"node.link-group": "filter-1"},
            {"node.name": 7, "media.class": "Stream/Output/Audio"},
        ],
    )
    def test_meters_loudspeakers_and_filters_do_not_listen(
        self, print_graph: Any, more: dict[str, Any]
    ) -> None:
        program = print_graph(a_node(42, "running", **(LISTENER | more)))
        program.wait_for_answer("PipeWire", [])
        print_graph(a_node(43, "running", **LISTENER))
        program.wait_until_told(MICROPHONE)
        print_graph({"id": 43, "info": None})
        program.wait_until_told(MICROPHONE, "")

    def test_what_cannot_be_understood_ends_the_adapter_and_nothing_else(
        self, print_graph: Any
    ) -> None:
        program = print_graph(a_node(42, "running", **LISTENER))
        program.wait_until_told(MICROPHONE)
        print_graph({"id": "forty-two"})
        program.wait_until_told(MICROPHONE, "")
        assert "it failed: ValidationError" in str(program.adapters()["PipeWire"])
        assert program.children() == []

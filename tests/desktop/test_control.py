"""The control socket answers its owner, in time and in sense, and nothing throws it off."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskstretch.desktop import control, control_client, control_socket
from deskstretch.desktop.control import ControlServer
from deskstretch.desktop.instance import SingleInstance


def echo(verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
    if verb == "fail":
        raise RuntimeError("a slot failed")
    return {"ok": True, "verb": verb, "arguments": arguments}


@pytest.fixture
def folder() -> str:
    return control_socket.runtime_folders()[0]


@pytest.fixture
def server(qtbot: QtBot, folder: str) -> Iterator[ControlServer]:
    control_socket.prepare_folder(folder)
    server = ControlServer(echo)
    server.listen(folder)
    yield server
    server.close()


def answer_to(qtbot: QtBot, asking: Callable[[], Any]) -> Any:
    """What `asking` gives, in a thread of its own while Qt's event loop serves it."""
    outcome: list[Any] = []

    def ask() -> None:
        try:
            outcome.append(asking())
        except Exception as error:
            outcome.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: bool(outcome))
    thread.join()
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def raw_answer(folder: str, message: bytes) -> dict[str, Any]:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        client.connect(f"{folder}/control")
        client.sendall(message)
        answer = json.loads(client.makefile("rb").readline())
    assert isinstance(answer, dict)
    return answer


def test_a_command_and_its_arguments_reach_the_app_and_the_answer_comes_back(
    server: ControlServer, qtbot: QtBot
) -> None:
    answer = answer_to(qtbot, lambda: control_client.ask("snooze", {"minutes": 5}))
    assert answer == {"ok": True, "verb": "snooze", "arguments": {"minutes": 5}}


def test_where_nothing_runs_the_client_says_so() -> None:
    with pytest.raises(control_client.NotRunningError, match="not running"):
        control_client.ask("status", {})


def test_the_socket_of_a_crashed_app_neither_misleads_the_client_nor_blocks_the_next(
    qtbot: QtBot, folder: str
) -> None:
    control_socket.prepare_folder(folder)
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(f"{folder}/control")
    with pytest.raises(control_client.NotRunningError):
        control_client.ask("status", {})
    server = ControlServer(echo)
    server.listen(folder)
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]
    server.close()
    assert not Path(folder, "control").exists()


def test_socket_and_folder_are_closed_to_all_others(server: ControlServer, folder: str) -> None:
    assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(folder, "control").stat().st_mode) == 0o600


def test_a_very_long_path_is_no_hindrance(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKSTRETCH_HOME", str(tmp_path / ("long" * 30) / ("path" * 30)))
    instance = SingleInstance()
    assert instance.acquire()
    assert instance.folder is not None
    assert len(instance.folder) > 240
    server = ControlServer(echo)
    server.listen(instance.folder)
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]
    server.close()
    instance.release()


def test_a_socket_answered_by_another_user_is_not_trusted(
    server: ControlServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control_socket, "peer_uid", lambda _: os.getuid() + 1)
    with pytest.raises(control_client.UntrustedError, match="another user"):
        answer_to(qtbot, lambda: control_client.ask("status", {}))


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_folder_into_which_others_may_write_is_not_trusted(
    server: ControlServer, folder: str, mode: int
) -> None:
    Path(folder).chmod(mode)
    with pytest.raises(control_client.UntrustedError, match="nothing in it is trusted"):
        control_client.ask("status", {})


def test_a_link_in_place_of_the_folder_is_not_trusted(
    server: ControlServer, folder: str, tmp_path: Path
) -> None:
    Path(folder).rename(tmp_path / "elsewhere")
    Path(folder).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(control_client.UntrustedError):
        control_client.ask("status", {})


def test_a_visitor_who_is_another_user_is_not_heard(
    server: ControlServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    heard: list[str] = []

    def hear(verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
        heard.append(verb)
        return {"ok": True}

    monkeypatch.setattr(server, "_handler", hear)
    monkeypatch.setattr(control_socket, "peer_uid", lambda _: os.getuid() + 1)
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{folder}/control")
        client.sendall(b'{"verb": "quit"}\n')
        assert answer_to(qtbot, lambda: received_until_closed(client)) == b""
    assert heard == []


def received_until_closed(client: socket.socket) -> bytes:
    try:
        return client.recv(1000)
    except ConnectionResetError:
        return b""


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"status\n",
        b"[]\n",
        b"null\n",
        b'{"verb": 5}\n',
        b'{"verb": ""}\n',
        b'{"verb": "status", "arguments": []}\n',
        b'{"verb": "status", "sudo": true}\n',
        b'{"verb": "\xff"}\n',
        b"[" * 60_000 + b"\n",
        b'{"verb": "status", "arguments": {"at": 1e999}}\n',
        b"x" * 65_536,
        b"x" * 65_535 + b"\n",
    ],
)
def test_nonsense_is_answered_with_an_error(
    server: ControlServer, qtbot: QtBot, folder: str, message: bytes
) -> None:
    answer = answer_to(qtbot, lambda: raw_answer(folder, message))
    assert answer["ok"] is False
    assert answer["message"].startswith("not understood")
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(st.binary(max_size=300))
def test_no_bytes_make_the_server_raise(message: bytes) -> None:
    answer = ControlServer(echo).answer(message)
    assert isinstance(answer["ok"], bool)
    assert answer["ok"] or answer["message"]


def test_a_failing_command_is_answered_and_logged_and_the_next_one_works(
    server: ControlServer, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answer_to(qtbot, lambda: control_client.ask("fail", {}))
    assert answer == {"ok": False, "message": "that failed; the log says why"}
    assert "a slot failed" in caplog.text
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]


def test_a_message_may_come_in_pieces(server: ControlServer, qtbot: QtBot, folder: str) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{folder}/control")
        for piece in (b'{"ve', b'rb": "sta', b'tus"}', b"\n"):
            client.sendall(piece)
            qtbot.wait(10)
        assert json.loads(answer_to(qtbot, lambda: client.recv(1000)))["verb"] == "status"


def test_while_one_is_inside_the_next_waits_at_the_door(
    server: ControlServer, qtbot: QtBot, folder: str
) -> None:
    slow, quick = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    with slow, quick:
        slow.connect(f"{folder}/control")
        qtbot.waitUntil(lambda: server._visitor is not None)
        quick.connect(f"{folder}/control")
        quick.sendall(b'{"verb": "status"}\n')
        qtbot.wait(50)
        slow.sendall(b'{"verb": "slow"}\n')
        assert json.loads(answer_to(qtbot, lambda: slow.recv(1000)))["verb"] == "slow"
        assert json.loads(answer_to(qtbot, lambda: quick.recv(1000)))["verb"] == "status"


def test_a_silent_visitor_is_shown_out_and_holds_up_nobody(
    server: ControlServer, qtbot: QtBot, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "_PATIENCE_MS", 20)
    idlers = [socket.socket(socket.AF_UNIX) for _ in range(10)]
    for idler in idlers:
        idler.connect(f"{folder}/control")
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]
    for idler in idlers:
        assert received_until_closed(idler) == b""
        idler.close()


def test_a_visitor_who_hangs_up_makes_room_at_once(
    server: ControlServer, qtbot: QtBot, folder: str
) -> None:
    for _ in range(3):
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(f"{folder}/control")
            caller.sendall(b'{"verb": "sta')
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]


def test_when_no_file_handle_is_left_the_door_rests_and_opens_again(
    server: ControlServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control, "_REST_MS", 20)
    listener = server._listener
    tries: list[int] = []

    class Exhausted:
        def accept(self) -> None:
            tries.append(1)
            monkeypatch.setattr(server, "_listener", listener)
            raise OSError(24, "Too many open files")

    monkeypatch.setattr(server, "_listener", Exhausted())
    assert answer_to(qtbot, lambda: control_client.ask("status", {}))["ok"]
    assert tries == [1]


def test_a_command_that_closes_the_server_is_still_answered(
    server: ControlServer, qtbot: QtBot
) -> None:
    def close(verb: str, arguments: dict[str, Any]) -> dict[str, Any]:
        server.close()
        return {"ok": True}

    server._handler = close
    assert answer_to(qtbot, lambda: control_client.ask("quit", {})) == {"ok": True}
    with pytest.raises(control_client.NotRunningError):
        control_client.ask("status", {})


def test_an_app_that_hangs_up_unanswered_is_told_as_that(qtbot: QtBot, folder: str) -> None:
    control_socket.prepare_folder(folder)
    with socket.socket(socket.AF_UNIX) as rude:
        control_socket.bind(rude, folder)
        rude.listen()

        def hang_up() -> None:
            visitor, _ = rude.accept()
            visitor.recv(1000)
            visitor.close()

        hanging_up = threading.Thread(target=hang_up)
        hanging_up.start()
        with pytest.raises(control_client.UntrustedError, match="broke off"):
            control_client.ask("status", {})
        hanging_up.join()


def test_a_thousand_commands_leave_nothing_open(
    server: ControlServer, qtbot: QtBot, folder: str
) -> None:
    handles = open_handles()

    def flood() -> int:
        return sum(1 for _ in range(1000) if control_client.ask("status", {})["ok"])

    assert answer_to(qtbot, flood) == 1000
    qtbot.waitUntil(lambda: server._visitor is None)
    assert open_handles() <= handles


def open_handles() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_an_answer_that_makes_no_sense_is_not_taken_for_the_apps(
    server: ControlServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_handler", lambda verb, arguments: {"fine": 1})
    with pytest.raises(control_client.UntrustedError, match="makes no sense"):
        answer_to(qtbot, lambda: control_client.ask("status", {}))


def test_an_app_that_hangs_does_not_hang_the_client(folder: str) -> None:
    control_socket.prepare_folder(folder)
    with socket.socket(socket.AF_UNIX) as hanging:
        control_socket.bind(hanging, folder)
        hanging.listen()
        with pytest.raises(control_client.UntrustedError, match="does not answer"):
            control_client.ask("status", {}, timeout_seconds=0.05)


def test_the_client_loads_neither_qt_nor_msgspec_nor_the_socket_module() -> None:
    script = (
        "import sys, deskstretch.desktop.control_client\n"
        "heavy = {'PySide6', 'msgspec', 'socket', 'pathlib', 'typing', 'argparse'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-S", "-c", script], check=True, env=source_only())


def source_only() -> dict[str, str]:
    source = Path(control_client.__file__).parents[2]
    return os.environ | {"PYTHONPATH": str(source)}

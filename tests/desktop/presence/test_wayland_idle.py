"""Which protocol is spoken with a compositor, and what comes of a bad one.

The compositor is a made-up one; `tests/desktops` has real ones.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop.presence.compositor import IDLED, RESUMED, Compositor, Offers, Watch
from tests.desktop.presence.running import PresenceProgram, running
from virtual_desktop import wait_until

SEAT = ("wl_seat", 7)
FIRST, SECOND = ("ext_idle_notifier_v1", 1), ("ext_idle_notifier_v1", 2)
FORERUNNER = ("org_kde_kwin_idle", 1)
CHOSEN = "Wayland idle notifications True"


@pytest.fixture
def runtime() -> Iterator[Path]:
    """Where the compositor's socket is; its path is short enough."""
    with TemporaryDirectory(prefix="deskstretch-wayland-") as folder:
        yield Path(folder)


@contextmanager
def told_by(
    runtime: Path, tmp_path: Path, *offers: tuple[str, int]
) -> Iterator[tuple[Compositor, PresenceProgram]]:
    """A compositor with these offers, and a program that asks it."""
    compositor = Compositor(runtime / "wayland-0", offers)
    try:
        with running(tmp_path / "presence", env_of(runtime)) as program:
            yield compositor, program
    finally:
        compositor.end()


def env_of(runtime: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(runtime), "WAYLAND_DISPLAY": "wayland-0"}


def watches(compositor: Compositor, count: int) -> list[Watch]:
    """Those asked for, as soon as there are so many."""
    found = compositor.watches
    return wait_until(lambda: found if len(found) >= count else [], f"{count} watches")


@pytest.mark.parametrize(
    ("offers", "version", "request_for_half_a_second"),
    [
        ((SEAT, SECOND), 2, ("ext_idle_notifier_v1", 2, (500, 0))),
        ((SEAT, FIRST), 1, ("ext_idle_notifier_v1", 1, (500, 0))),
        ((FORERUNNER, SEAT), 1, ("org_kde_kwin_idle", 0, (0, 500))),
        ((FORERUNNER, FIRST, SEAT), 1, ("ext_idle_notifier_v1", 1, (500, 0))),
        ((SEAT, ("ext_idle_notifier_v1", 9)), 2, ("ext_idle_notifier_v1", 2, (500, 0))),
    ],
)
def test_the_best_that_is_offered_is_asked(
    offers: Offers,
    version: int,
    request_for_half_a_second: tuple[str, int, tuple[int, ...]],
    runtime: Path,
    tmp_path: Path,
) -> None:
    with told_by(runtime, tmp_path, *offers) as (compositor, program):
        assert program.chosen.startswith("Wayland idle notifications True")
        program.order("idle 0.5")
        assert watches(compositor, 1)[0].request == request_for_half_a_second
        assert compositor.bound == {"wl_seat": 1, request_for_half_a_second[0]: version}


@pytest.mark.parametrize(
    ("offers", "reason"),
    [
        ((SEAT, ("wl_compositor", 5)), "the compositor does not tell programs of idle time"),
        ((SECOND, FORERUNNER), "the compositor has no keyboard and no mouse"),
        ((), "the compositor has no keyboard and no mouse"),
    ],
)
def test_of_a_compositor_that_does_not_tell_it_the_reason_is_kept(
    offers: Offers, reason: str, runtime: Path, tmp_path: Path
) -> None:
    with told_by(runtime, tmp_path, *offers) as (_, program):
        assert f"Wayland idle notifications=Wayland: {reason}" in program.chosen


def test_a_watch_that_is_no_longer_wanted_is_dropped_and_not_heard(
    runtime: Path, tmp_path: Path
) -> None:
    with told_by(runtime, tmp_path, SEAT, SECOND) as (compositor, program):
        for order in ("idle 60", "lull 5", "lull off", "idle 30", "lull 5"):
            program.order(order)
        first_idle, first_lull, idle, lull = (watch.id for watch in watches(compositor, 4))
        wait_until(lambda: compositor.destroyed == [first_lull, first_idle], "both to be dropped")
        for watch in (first_idle, first_lull):
            compositor.tell(watch, IDLED)
            compositor.tell(watch, RESUMED)
        compositor.tell(lull, IDLED)
        program.wait_for("lull_reached")
        compositor.tell(idle, IDLED)
        assert program.wait_for("input_stopped") == ["input_stopped 30.0"]
        assert program.told() == ["lull_reached", "input_stopped 30.0"]


def test_the_end_of_a_silence_is_heard_after_another_threshold_was_asked_for(
    runtime: Path, tmp_path: Path
) -> None:
    with told_by(runtime, tmp_path, SEAT, SECOND) as (compositor, program):
        program.order("idle 30")
        told, *_ = watches(compositor, 1)
        compositor.tell(told.id, IDLED)
        program.wait_for("input_stopped")
        program.order("idle 60")
        program.order("idle 90")
        _, dropped, asked = watches(compositor, 3)
        compositor.tell(asked.id, IDLED)
        compositor.tell(asked.id, RESUMED)
        compositor.tell(told.id, RESUMED)
        program.wait_for("input_resumed")
        compositor.tell(asked.id, IDLED)
        program.wait_for("input_stopped", 2)
        assert compositor.destroyed == [dropped.id, told.id]
        assert program.told() == ["input_stopped 30.0", "input_resumed", "input_stopped 90.0"]


def test_what_comes_in_pieces_is_understood(runtime: Path, tmp_path: Path) -> None:
    with told_by(runtime, tmp_path, SEAT, SECOND) as (compositor, program):
        program.order("idle 30")
        watch, *_ = watches(compositor, 1)
        for _ in range(3):
            compositor.tell(watch.id, IDLED, in_pieces=True)
            compositor.tell(watch.id, RESUMED, in_pieces=True)
        program.wait_for("input_resumed", 3)


def test_when_the_compositor_goes_the_person_is_no_longer_taken_for_idle(
    runtime: Path, tmp_path: Path
) -> None:
    with told_by(runtime, tmp_path, SEAT, SECOND) as (compositor, program):
        program.order("idle 30")
        watch, *_ = watches(compositor, 1)
        compositor.tell(watch.id, IDLED)
        program.wait_for("input_stopped")
        compositor.end()
        assert "Wayland: the compositor is gone" in program.wait_for("changed: none False")[0]
        program.wait_for("input_resumed")
        for order in ("idle 0.4", "lull 0.4", "lull off"):
            program.order(order)
        assert program.idle_seconds() is None
        before = program.cpu_ticks()
        with pytest.raises(TimeoutError):
            wait_until(lambda: program.cpu_ticks() - before > 20, "much computing", seconds=0.6)


def test_what_the_compositor_objects_to_is_kept_as_the_reason(
    runtime: Path, tmp_path: Path
) -> None:
    with told_by(runtime, tmp_path, SEAT, SECOND) as (compositor, program):
        program.order("idle 30")
        watch, *_ = watches(compositor, 1)
        compositor.object_to(watch.id, "not like this")
        changed = program.wait_for("changed: none False")[0]
        assert "Wayland: the compositor objects: not like this" in changed


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "Wayland: timed out"),
        (bytes(64), "Wayland: the compositor speaks something else"),
        (struct.pack("=IHH", 2, 0, 9) + b"!", "it failed: error: unpack_from requires"),
    ],
)
def test_a_server_that_is_no_compositor_is_left_alone(
    answer: bytes, reason: str, runtime: Path, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as listener, ThreadPoolExecutor() as server:
        listener.bind(str(runtime / "wayland-0"))
        listener.listen()
        accepted = server.submit(listener.accept)
        accepted.add_done_callback(lambda accepted: accepted.result()[0].sendall(answer))
        with running(tmp_path / "presence", env_of(runtime)) as program:
            assert f"Wayland idle notifications={reason}" in program.chosen


@pytest.mark.parametrize(
    ("env", "reason"),
    [
        ({}, "no Wayland display"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "no XDG_RUNTIME_DIR to look for the compositor in"),
        ({"WAYLAND_DISPLAY": "/nowhere/wayland-0"}, "No such file or directory"),
        ({"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/nowhere"}, "No such file"),
    ],
)
def test_where_there_is_no_compositor_the_reason_is_kept(
    env: dict[str, str], reason: str, tmp_path: Path
) -> None:
    with running(tmp_path / "presence", env) as program:
        _, _, idle = program.chosen.partition("Wayland idle notifications=")
        assert reason in idle.partition(";")[0]

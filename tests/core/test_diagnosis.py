"""The diagnosis reads as calm columns."""

from __future__ import annotations

import pytest

from deskstretch.core.diagnosis import Diagnosis, NotUsed, Port, RunningApp, diagnosis_lines


def lines_of(app: RunningApp, *notes: str) -> list[str]:
    ports = (
        Port("idle", ("X11 idle counter",), "2.0 s since the last input"),
        Port("lock", (), "not told here", (NotUsed("logind", "no bus"),)),
    )
    return list(diagnosis_lines(Diagnosis({"DeskStretch": "1", "Qt": "6"}, ports, app, notes)))


def test_each_port_has_its_reading_its_adapter_and_why_not_the_others() -> None:
    assert lines_of(RunningApp(running=False), "All is well.") == [
        "DeskStretch 1, Qt 6",
        "",
        "idle              2.0 s since the last input  [X11 idle counter]",
        "lock              not told here",
        "                    not logind: no bus",
        "running app       none",
        "",
        "All is well.",
    ]


@pytest.mark.parametrize(
    ("app", "words"),
    [
        (RunningApp(True, "working", "logind"), "working, idle time told by logind, no trouble"),
        (
            RunningApp(True, "away", None, 2),
            "away, idle time told by nothing, 2 troubles, which `deskstretch status` names",
        ),
        (RunningApp(True, cannot_ask="it is silent"), "it is silent"),
    ],
)
def test_a_running_app_is_told_in_one_line(app: RunningApp, words: str) -> None:
    assert lines_of(app)[-1] == f"running app       {words}"

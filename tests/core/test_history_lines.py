"""The history as lines: nothing is lost on the way, and nothing that is wrong gets in."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.core.exercise import Side
from deskstretch.core.history_lines import (
    LONGEST_LINE_BYTES,
    HistoryLines,
    LineError,
    lines_of,
    read_lines,
)
from deskstretch.core.merging import same
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord, NaturalBreakRecord, StepRecord
from tests.core.any_record import break_records, histories

AT = datetime(2026, 11, 16, 10, tzinfo=UTC)
BREAK_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ABSENCE_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
BREAK = BreakRecord(
    id=BREAK_ID,
    day=AT.date(),
    due_at=AT,
    sitting_seconds=2700.0,
    outcome=Outcome.TAKEN,
    closed_at=AT,
    began_at=AT,
    steps=(StepRecord("neck", Side.BOTH, 1, None, 20.0, ("neck",), 20.0),),
)
ABSENCE = NaturalBreakRecord(ABSENCE_ID, AT.date(), AT, AT, 60.0)
WHOLE = HistoryLines((BREAK,), (ABSENCE,), ("d" * 8 + "-0000-4000-8000-" + "0" * 12,))


def objects() -> list[dict[str, Any]]:
    """The lines of WHOLE, to be spoiled."""
    return [json.loads(line) for line in lines_of(WHOLE)]


def as_lines(lines: list[dict[str, Any]]) -> list[bytes]:
    return [json.dumps(line).encode() + b"\n" for line in lines]


def refusal(lines: list[bytes]) -> LineError:
    with pytest.raises(LineError) as refused:
        read_lines(lines)
    return refused.value


@given(histories())
def test_what_is_written_is_read_back_to_the_last_offset(history: HistoryLines) -> None:
    read = read_lines(lines_of(history))
    assert read == history
    assert all(map(same, read.breaks, history.breaks))
    assert all(map(same, read.natural_breaks, history.natural_breaks))


def test_machine_and_deleted_ids_are_carried_too() -> None:
    whole = msgspec.structs.replace(WHOLE, machine=ABSENCE_ID)
    assert read_lines(lines_of(whole)) == whole


@given(break_records(outcomes=st.none()))
def test_a_break_that_is_still_open_stays_at_home(still_open: BreakRecord) -> None:
    assert read_lines(lines_of(HistoryLines((still_open,)))) == HistoryLines()


def test_an_empty_history_is_a_head_and_an_end() -> None:
    assert list(lines_of(HistoryLines())) == [
        b'{"format":"deskstretch-history","version":1}\n',
        b'{"end":{"breaks":0,"natural_breaks":0,"deleted":0}}\n',
    ]


def test_a_file_cut_off_after_any_byte_is_refused() -> None:
    whole = b"".join(lines_of(WHOLE))
    for length in range(len(whole) - 1):  # without the last end of line it is still whole
        with pytest.raises(LineError):
            read_lines(whole[:length].splitlines(keepends=True))
    assert read_lines(whole[:-1].splitlines(keepends=True)) == WHOLE


def test_a_lost_line_is_noticed() -> None:
    lines = list(lines_of(WHOLE))
    for lost in range(len(lines)):
        with pytest.raises(LineError):
            read_lines(lines[:lost] + lines[lost + 1 :])


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("sitting_seconds",), -1, "sitting_seconds"),
        (("sitting_seconds",), 1e300, "sitting_seconds"),
        (("sitting_seconds",), "long", "sitting_seconds"),
        (("outcome",), "done", "outcome"),
        (("outcome",), None, "still open"),
        (("id",), "1", "Expected a UUID - at `$.break.id`"),
        (("day",), "2026-11-17", "it was due on 2026-11-16"),
        (("due_at",), "2026-11-16T10:00:00", "timezone"),
        (("due_at",), "2026-11-16T10:00:00.000001Z", "finer than milliseconds"),
        (("closed_at",), "0001-01-01T00:00:00+12:00", "lies outside 1970 to 8999"),
        (("steps", 0, "repetition"), 10**30, "repetition"),
        (("steps", 0, "held_seconds"), float("nan"), "malformed"),
        (("steps", 0, "side"), "middle", "side"),
        (("steps", 0, "mood"), "good", "mood"),
        (("note",), "x", "note"),
    ],
)
def test_what_no_history_holds_is_refused_with_its_line(
    place: tuple[str | int, ...], value: object, said: str
) -> None:
    lines = objects()
    inside: Any = lines[1]["break"]
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    error = refusal(as_lines(lines))
    assert error.line == 2
    assert said in error.wrong


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"not JSON\n",
        b"[]\n",
        b"{}\n",
        b"[" * 200_000,
        b'{"break":null}\n',
        b'{"deleted":"d"}\n',
        b'{"song":"la"}\n',
        b"\xff\xfe\n",
        b'{"deleted":"0f8fad5b-d9cb-469f-a165-70867728950e","end":{"breaks":0}}\n',
        b" " * (LONGEST_LINE_BYTES + 1),
    ],
)
def test_a_line_that_is_something_else_is_refused(line: bytes) -> None:
    lines = as_lines(objects())
    assert refusal([lines[0], line, *lines[1:]]).line == 2


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"", "is not the head of a history"),
        (b"{}\n", "is not the head of a history"),
        (b'{"format":"other","version":1}\n', "is not the head of a history"),
        (b'{"format":"deskstretch-history","version":2,"more":1}\n', "a newer DeskStretch"),
        (b'{"format":"deskstretch-history","version":1,"more":1}\n', "more"),
        (b'{"format":"deskstretch-history","version":1,"machine":"me"}\n', "machine"),
    ],
)
def test_a_file_that_is_something_else_or_newer_is_refused(head: bytes, said: str) -> None:
    error = refusal([head, *as_lines(objects())[1:]])
    assert error.line == 1
    assert said in error.wrong


def test_two_histories_in_one_file_are_refused() -> None:
    lines = list(lines_of(WHOLE))
    assert refusal(lines + lines).line == len(lines) + 1


def test_500_damaged_files_are_read_whole_or_refused_with_a_line_of_theirs() -> None:
    whole = b"".join(lines_of(WHOLE))
    chance = random.Random(5)
    refused = 0
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            match chance.randrange(4):
                case 0:
                    damaged[at] = chance.randrange(256)
                case 1:
                    del damaged[at : at + chance.randint(1, 40)]
                case 2:
                    damaged[at:at] = bytes(chance.choices(b'{}[]",:0123456789eE-\n\0', k=5))
                case _:
                    damaged[at:at] = damaged[at : at + chance.randint(1, 200)]
            damaged = damaged or bytearray(b"x")
        lines = bytes(damaged).splitlines(keepends=True)
        line = line_refused(lines)
        if line is not None:
            refused += 1
            assert 1 <= line <= len(lines)
    assert refused > 400


def line_refused(lines: list[bytes]) -> int | None:
    try:
        read_lines(lines)
    except LineError as error:
        return error.line
    return None

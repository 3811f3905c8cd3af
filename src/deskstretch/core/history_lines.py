"""The history as lines of JSON, to be carried elsewhere; docs/history-format.md describes them.

A head, then one break, natural break or deleted id a line, then an end with the counts: a file that
was cut off anywhere is never taken for a whole one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

import msgspec

from deskstretch.core.language import _, ngettext
from deskstretch.core.record import UUID_PATTERN, BreakRecord, NaturalBreakRecord, Uuid
from deskstretch.core.running_text import all_of

FORMAT = "deskstretch-history"
VERSION = 1
LONGEST_LINE_BYTES = 1_000_000
"""Far beyond what one break comes to."""

_Read = TypeVar("_Read")

_NOT_READABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_YEARS = range(1970, 9000)


class HistoryLines(msgspec.Struct, frozen=True):
    """What a file holds; none of its breaks is still open."""

    breaks: tuple[BreakRecord, ...] = ()
    natural_breaks: tuple[NaturalBreakRecord, ...] = ()
    deleted: tuple[str, ...] = ()
    """Ids of what was deleted and is not to come back."""
    machine: str | None = None
    """Whose file it is in a shared folder; None for an export."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all that is not deleted."""
        return (*(each.id for each in self.breaks), *(each.id for each in self.natural_breaks))


class LineError(Exception):
    """What is wrong, and on which line (from 1)."""

    def __init__(self, line: int, wrong: str) -> None:
        # Translators: {wrong} is as in "is longer than 100 bytes".
        super().__init__(_("line {line}: {wrong}").format(line=line, wrong=wrong))
        self.line = line
        self.wrong = wrong


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class _Kind(msgspec.Struct, frozen=True):
    """As much of a head as every version has."""

    format: str = ""
    version: int = 0


class _Head(_Struct, frozen=True):
    format: str
    version: int
    machine: Uuid | None = None


class _Counts(_Struct, frozen=True, omit_defaults=False):
    breaks: int = 0
    natural_breaks: int = 0
    deleted: int = 0


class _Line(_Struct, frozen=True):
    """One of these, or nothing."""

    break_: BreakRecord | None = msgspec.field(default=None, name="break")
    natural_break: NaturalBreakRecord | None = None
    deleted: Uuid | None = None
    end: _Counts | None = None

    @property
    def given(self) -> list[BreakRecord | NaturalBreakRecord | str | _Counts]:
        """What the line says; in a sound one that is one thing."""
        fields = (self.break_, self.natural_break, self.deleted, self.end)
        return [each for each in fields if each is not None]


def lines_of(history: HistoryLines) -> Iterator[bytes]:
    """The lines, each with its end of line. Breaks that are still open are left out."""
    encode = msgspec.json.Encoder().encode
    closed = [each for each in history.breaks if each.outcome is not None]
    yield encode(_Head(FORMAT, VERSION, history.machine)) + b"\n"
    for each in closed:
        yield encode(_Line(break_=each)) + b"\n"
    for absence in history.natural_breaks:
        yield encode(_Line(natural_break=absence)) + b"\n"
    for id_ in history.deleted:
        yield encode(_Line(deleted=id_)) + b"\n"
    counts = _Counts(len(closed), len(history.natural_breaks), len(history.deleted))
    yield encode(_Line(end=counts)) + b"\n"


def read_lines(lines: Iterable[bytes]) -> HistoryLines:
    """What the lines hold, all of it. LineError for the first one that is not as it should be."""
    numbered = enumerate(lines, start=1)
    head = _head(next(numbered, (1, b""))[1])
    decoder = msgspec.json.Decoder(_Line)
    breaks: list[BreakRecord] = []
    natural_breaks: list[NaturalBreakRecord] = []
    deleted: list[str] = []
    number = 1
    for number, line in numbered:
        match _decoded(decoder, line, number).given:
            case [BreakRecord() as each]:
                _check_break(each, number)
                breaks.append(each)
            case [NaturalBreakRecord() as absence]:
                _check_natural_break(absence, number)
                natural_breaks.append(absence)
            case [str(id_)]:
                deleted.append(id_)
            case [_Counts() as told]:
                found = _Counts(len(breaks), len(natural_breaks), len(deleted))
                _check_end(told, found, number, numbered)
                return HistoryLines(
                    tuple(breaks), tuple(natural_breaks), tuple(deleted), head.machine
                )
            case _:
                raise LineError(
                    number, _('is not one of "break", "natural_break", "deleted" and "end"')
                )
    raise LineError(
        number, _('is the last one, but the file should close with "end": it was cut off')
    )


def _head(line: bytes) -> _Head:
    try:
        kind = msgspec.json.decode(line, type=_Kind)
    except _NOT_READABLE:
        kind = _Kind()
    if kind.format != FORMAT:
        head = f'{{"format":"{FORMAT}","version":…}}'
        raise LineError(1, _("is not the head of a history, {head}").format(head=head))
    if kind.version > VERSION:
        raise LineError(
            1,
            _("was written by a newer DeskStretch (version {version}; known is {known})").format(
                version=kind.version, known=VERSION
            ),
        )
    return _decoded(msgspec.json.Decoder(_Head), line, 1)


def _decoded(decoder: msgspec.json.Decoder[_Read], line: bytes, number: int) -> _Read:
    if len(line) > LONGEST_LINE_BYTES:
        raise LineError(number, _("is longer than {size} bytes").format(size=LONGEST_LINE_BYTES))
    try:
        return decoder.decode(line)
    except _NOT_READABLE as error:
        words = str(error).replace(f"`str` matching regex '{UUID_PATTERN}'", "a UUID")
        raise LineError(number, words) from None


def _check_break(each: BreakRecord, number: int) -> None:
    if each.outcome is None:
        raise LineError(number, _("is a break that is still open; only what is over can be kept"))
    if each.day != each.due_at.date():
        wrong = _("its day is {day}, but it was due on {due_day}")
        raise LineError(number, wrong.format(day=each.day, due_day=each.due_at.date()))
    _check_times(
        number,
        (each.due_at, each.closed_at, each.began_at),
        (prompt.at for prompt in each.prompts),
        (snooze.at for snooze in each.snoozes),
        (time for one in each.hold_backs for time in (one.started_at, one.ended_at)),
    )


def _check_natural_break(absence: NaturalBreakRecord, number: int) -> None:
    if absence.day != absence.started_at.date():
        started_on = absence.started_at.date()
        wrong = _("its day is {day}, but it began on {first_day}")
        raise LineError(number, wrong.format(day=absence.day, first_day=started_on))
    _check_times(number, (absence.started_at, absence.ended_at))


def _check_times(number: int, *groups: Iterable[datetime | None]) -> None:
    for time in (time for group in groups for time in group if time is not None):
        if time.year not in _YEARS:
            wrong = _("{time} lies outside {first_year} to {last_year}").format(
                time=time, first_year=_YEARS.start, last_year=_YEARS.stop - 1
            )
            raise LineError(number, wrong)
        if time.microsecond % 1000:
            raise LineError(number, _("{time} is finer than milliseconds").format(time=time))


def _check_end(
    told: _Counts, found: _Counts, number: int, rest: Iterator[tuple[int, bytes]]
) -> None:
    if told != found:
        wrong = _("tells of {told}, but before it are {found}")
        raise LineError(number, wrong.format(told=_words(told), found=_words(found)))
    for later, line in rest:
        if line.strip():
            raise LineError(later, _("stands after the end on line {line}").format(line=number))


def _words(counts: _Counts) -> str:
    return all_of(
        (
            ngettext("{count} break", "{count} breaks", counts.breaks).format(count=counts.breaks),
            ngettext(
                "{count} natural break", "{count} natural breaks", counts.natural_breaks
            ).format(count=counts.natural_breaks),
            ngettext("{count} deleted", "{count} deleted", counts.deleted).format(
                count=counts.deleted
            ),
        )
    )

"""One history on several machines, through a folder that something else keeps in step.

Each machine writes files of its own alone, one for each year and one for what it deleted, and reads
those of all. So no two machines ever write the same file. What comes half-written or is no history
is left aside until it is whole; copies that the other program made of a conflict are read like any
other file, since a break counts once by its id.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from deskstretch.core.history_lines import HistoryLines, lines_of
from deskstretch.core.language import _
from deskstretch.core.merging import Record
from deskstretch.core.record import BreakRecord, NaturalBreakRecord
from deskstretch.store.changing import changing, transaction
from deskstretch.store.forgetting import Deleted, compact, delete_ids
from deskstretch.store.history_file import HistoryFileError, read_history_file
from deskstretch.store.merging import Merged, merge
from deskstretch.store.reading import Kept, kept_on
from deskstretch.store.whole_file import write_whole

_ALL = "deskstretch-*.jsonl"
_DELETED = "deleted"
_OLD_SECONDS = 3600.0


class SharingError(Exception):
    """The folder cannot be used; the text names it and says why."""


class Shared(msgspec.Struct, frozen=True):
    """What one exchange came to."""

    merged: Merged = Merged()
    deleted: Deleted = Deleted()
    left_aside: tuple[str, ...] = ()
    """Files that were not whole or no history, each with the reason."""


class _File(msgspec.Struct, frozen=True):
    """A file of some machine, and what it holds."""

    path: Path
    machine: str
    lines: HistoryLines

    @property
    def is_for_deleted(self) -> bool:
        """Not so for a copy of it, which may be older and say what is no longer true."""
        return self.path.name == _name(self.machine, _DELETED)


def share(history: Path, folder: Path, machine: str, first_kept: date | None = None) -> Shared:
    """Take over what the others have, and write what this machine has.

    What is older than `first_kept` is not taken over. SharingError, UnwritableHistoryError.
    """
    try:
        if not folder.is_dir():
            # An empty one made here could be taken for the real one that is not mounted yet.
            raise SharingError(_("The shared folder {folder} is not there.").format(folder=folder))
        files, left_aside = _read_all(folder)
        with changing(history) as connection:
            merged, deleted = _take_over(connection, history, files, machine, first_kept)
            own = _own(connection)
            gone = [id_ for (id_,) in connection.execute("SELECT id FROM deleted ORDER BY id")]
        _write_own(folder, machine, own, gone)
    except OSError as error:
        words = _("The shared folder {folder} cannot be used: {why}.")
        why = error.strerror or error
        raise SharingError(words.format(folder=folder, why=why)) from error
    return Shared(merged, deleted, left_aside)


def _read_all(folder: Path) -> tuple[list[_File], tuple[str, ...]]:
    files: list[_File] = []
    left_aside: list[str] = []
    for path in sorted(folder.glob(_ALL)):
        try:
            lines = read_history_file(path)
        except HistoryFileError as error:
            left_aside.append(str(error))
            continue
        if lines.machine is None:
            words = _("{file}: does not say whose it is; it can be imported")
            left_aside.append(words.format(file=path))
        else:
            files.append(_File(path, lines.machine, lines))
    return files, tuple(left_aside)


def _take_over(
    connection: sqlite3.Connection,
    history: Path,
    files: Sequence[_File],
    machine: str,
    first_kept: date | None,
) -> tuple[Merged, Deleted]:
    elsewhere = {
        id_ for each in files if each.is_for_deleted and each.machine != machine
        for id_ in each.lines.deleted
    }  # fmt: skip
    with transaction(connection):
        here = {id_ for (id_,) in connection.execute("SELECT id FROM deleted")}
        known = _known(connection)
        coming = [_wanted(each.lines, here | elsewhere, first_kept) for each in files]
        merged = merge(
            connection,
            HistoryLines(
                tuple(one for lines in coming for one in lines.breaks),
                tuple(one for lines in coming for one in lines.natural_breaks),
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO elsewhere VALUES (?, ?)",
            [
                (id_, each.machine)
                for each, lines in zip(files, coming, strict=True)
                if each.machine != machine
                for id_ in lines.ids
                if id_ not in known
            ],
        )
        deleted = delete_ids(connection, elsewhere)
    if deleted.total:
        compact(connection, history)
    return merged, deleted


def _known(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT id FROM break UNION ALL SELECT id FROM natural_break")
    return {id_ for (id_,) in rows}


def _wanted(lines: HistoryLines, gone: set[str], first_kept: date | None) -> HistoryLines:
    def is_wanted(each: BreakRecord | NaturalBreakRecord) -> bool:
        return each.id not in gone and (first_kept is None or each.day >= first_kept)

    return HistoryLines(
        tuple(filter(is_wanted, lines.breaks)), tuple(filter(is_wanted, lines.natural_breaks))
    )


def _own(connection: sqlite3.Connection) -> Kept:
    """What is over and was not taken over from another machine."""
    elsewhere = {id_ for (id_,) in connection.execute("SELECT id FROM elsewhere")}
    kept = kept_on(connection, date.min, date.max)
    return Kept(
        tuple(each for each in kept.breaks if each.outcome and each.id not in elsewhere),
        tuple(each for each in kept.natural_breaks if each.id not in elsewhere),
    )


def _write_own(folder: Path, machine: str, own: Kept, gone: Sequence[str]) -> None:
    breaks, natural_breaks = _by_year(own.breaks), _by_year(own.natural_breaks)
    wanted = {
        _name(machine, str(year)): HistoryLines(
            tuple(breaks[year]), tuple(natural_breaks[year]), machine=machine
        )
        for year in sorted({*breaks, *natural_breaks})
    }
    if gone:
        wanted[_name(machine, _DELETED)] = HistoryLines(deleted=tuple(gone), machine=machine)
    for name, lines in wanted.items():
        _write_if_changed(folder / name, b"".join(lines_of(lines)))
    is_own = re.compile(re.escape(_name(machine, "0000")).replace("0000", rf"(\d{{4}}|{_DELETED})"))
    for path in folder.glob(_name(machine, "*")):
        if is_own.fullmatch(path.name) and path.name not in wanted:
            path.unlink(missing_ok=True)
    for path in folder.glob(f".{_name(machine, '*')}.*.tmp"):
        # Left behind by a run that was killed; a younger one may still be written.
        if time.time() - path.stat().st_mtime > _OLD_SECONDS:
            path.unlink(missing_ok=True)


def _by_year(records: Iterable[Record]) -> defaultdict[int, list[Record]]:
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for each in records:
        found[each.day.year].append(each)
    return found


def _write_if_changed(file: Path, content: bytes) -> None:
    """A file that is written anew is carried to every other machine anew."""
    try:
        if file.read_bytes() == content:
            return
    except FileNotFoundError:
        pass
    write_whole(file, [content])


def _name(machine: str, part: str) -> str:
    return f"deskstretch-{machine}-{part}.jsonl"

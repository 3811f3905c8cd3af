"""Another history into this one: by id, the more complete account of each break, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from deskstretch.core.history_lines import HistoryLines
from deskstretch.core.merging import Record, more_complete, same
from deskstretch.core.record import BreakRecord
from deskstretch.store.changing import changing, transaction
from deskstretch.store.reading import Kept, kept_on
from deskstretch.store.rows import Table, insert_break, insert_natural_break


class Merged(msgspec.Struct, frozen=True):
    """What came of it; breaks and natural breaks count alike."""

    added: int = 0
    replaced: int = 0
    """By an account that tells more."""
    known: int = 0
    """Already here, no less complete."""

    def plus(self, other: Merged) -> Merged:
        """Both together."""
        return Merged(
            self.added + other.added, self.replaced + other.replaced, self.known + other.known
        )


def import_history(path: Path, coming: HistoryLines) -> Merged:
    """Take all of it over as this machine's own; what was deleted here before comes back.

    What `coming` says was deleted elsewhere changes nothing here. UnwritableHistoryError.
    """
    with changing(path) as connection, transaction(connection):
        merged = merge(connection, coming)
        ids = [(id_,) for id_ in coming.ids]
        connection.executemany("DELETE FROM deleted WHERE id = ?", ids)
        connection.executemany("DELETE FROM elsewhere WHERE id = ?", ids)
    return merged


def merge(connection: sqlite3.Connection, coming: HistoryLines) -> Merged:
    """Add what is not here and replace what tells less; within a transaction of the caller's."""
    kept = kept_on(connection, date.min, date.max) if _any_known(connection, coming) else Kept()
    breaks = _merge_table(connection, Table.BREAK, kept.breaks, coming.breaks, insert_break)
    return breaks.plus(
        _merge_table(
            connection,
            Table.NATURAL_BREAK,
            kept.natural_breaks,
            coming.natural_breaks,
            insert_natural_break,
        )
    )


def _merge_table(
    connection: sqlite3.Connection,
    table: Table,
    kept: Iterable[Record],
    coming: Iterable[Record],
    insert: Callable[[sqlite3.Connection, Record], None],
) -> Merged:
    known = {each.id: each for each in kept}
    before = dict(known)
    told: dict[str, None] = {}
    for each in coming:
        told[each.id] = None
        here = known.get(each.id)
        known[each.id] = each if here is None else _chosen(here, each)
    added = replaced = 0
    for id_ in told:
        if id_ not in before:
            added += 1
        elif same(known[id_], before[id_]):
            continue
        else:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (id_,))
            replaced += 1
        insert(connection, known[id_])
    return Merged(added, replaced, len(told) - added - replaced)


def _chosen(here: Record, coming: Record) -> Record:
    if isinstance(here, BreakRecord) and here.outcome is None:
        return here  # a running app is writing it
    return more_complete(here, coming)


def _any_known(connection: sqlite3.Connection, coming: HistoryLines) -> bool:
    """Whether anything of it is here; to read all that was kept takes much longer than this."""
    known = {id_ for table in Table for (id_,) in connection.execute(f"SELECT id FROM {table}")}
    return not known.isdisjoint(coming.ids)

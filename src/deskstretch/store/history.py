"""The history while the app runs: keeps what happens at the moment it happens.

A file that cannot be written stops nobody: what happened waits in memory, in order, and is written
as soon as the file allows it again. SQLite is loaded for the first row, or at the start where the
file is not as it should be.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import PromptKind, StepRecord
from deskstretch.store.at_rest import is_at_rest
from deskstretch.store.gone import Identity, identity_of
from deskstretch.store.instant import instant_of, instant_or_none
from deskstretch.store.rows import Row, as_json, step_columns

if TYPE_CHECKING:
    from deskstretch.store.history_writer import HistoryWriter

_OPEN_BREAK = (
    "INSERT INTO break (id, day, due_at, due_offset, sitting_seconds, origin)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_KEEP_PROMPT = "INSERT INTO prompt SELECT ?1, count(*), ?2, ?3, ?4 FROM prompt WHERE break_id = ?1"
_KEEP_SNOOZE = "INSERT INTO snooze SELECT ?1, count(*), ?2, ?3, ?4 FROM snooze WHERE break_id = ?1"
_BEGIN_HOLD_BACK = (
    "INSERT INTO hold_back SELECT ?1, count(*), ?2, ?3, NULL, NULL, ?4"
    " FROM hold_back WHERE break_id = ?1"
)
_END_HOLD_BACK = (
    "UPDATE hold_back SET ended_at = ?2, ended_offset = ?3 WHERE break_id = ?1 AND ended_at IS NULL"
)
_BEGIN_GUIDE = "UPDATE break SET routine_id = ?2, began_at = ?3, began_offset = ?4 WHERE id = ?1"
_PLAN_STEP = (
    "INSERT INTO step (break_id, position, exercise_id, side, repetition, phase, areas,"
    " planned_seconds, held_seconds, hurt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KEEP_HELD = "UPDATE step SET held_seconds = ?3 WHERE break_id = ?1 AND position = ?2"
_KEEP_HURT = "UPDATE step SET hurt = 1 WHERE break_id = ?1 AND position = ?2"
_CLOSE_BREAK = (
    "UPDATE break SET outcome = ?2, closed_at = ?3, closed_offset = ?4"
    " WHERE id = ?1 AND outcome IS NULL"
)
_KEEP_NATURAL_BREAK = "INSERT INTO natural_break VALUES (?, ?, ?, ?, ?, ?, ?)"


class History:
    """Writes the history; keeps at most one break open at a time, though nothing here needs that.

    All times are aware. No method raises for a file that cannot be written: see `trouble`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unwritten: list[Row] = []
        self._identity: Identity = ()
        self._writer: HistoryWriter | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Make, mend or migrate the file and close what an earlier run left open, if need be."""
        history = cls(path)
        history.try_again()
        return history

    @property
    def trouble(self) -> str | None:
        """Why the history cannot be written now, in one sentence; None if all is written."""
        return None if self._writer is None else self._writer.trouble

    @property
    def mended(self) -> str | None:
        """What became of a damaged or vanished file in this run, in one sentence; None if none."""
        return None if self._writer is None else self._writer.mended

    @property
    def unwritten_count(self) -> int:
        """How many rows wait in memory."""
        return len(self._unwritten)

    def try_again(self) -> None:
        """Write what is waiting. The next row does so too; this is for times when none comes.

        Damage that another process has found since is mended first.
        """
        if self._writer is not None:
            self._writer.look_for_damage()
        elif is_at_rest(self.path):
            self._identity = identity_of(self.path)
            return
        self._write()

    def close(self) -> None:
        """Write what is left, waiting a little for a lock, and let go of the file."""
        if self._writer is not None:
            self._writer.close(self._unwritten)

    def open_break(
        self, due_at: datetime, sitting_seconds: float, origin: Origin = Origin.DUE
    ) -> str:
        """A break became due (or was asked for); gives its id. It belongs to that local day."""
        break_id = _new_id()
        day = due_at.date().isoformat()
        self._keep(
            _OPEN_BREAK, break_id, day, *instant_of(due_at), float(sitting_seconds), origin.value
        )
        return break_id

    def keep_prompt(
        self, break_id: str, at: datetime, kind: PromptKind = PromptKind.PROMPT
    ) -> None:
        """The person was asked."""
        self._keep(_KEEP_PROMPT, break_id, *instant_of(at), kind.value)

    def keep_snooze(self, break_id: str, at: datetime, delay_seconds: float) -> None:
        """The person wants to be asked again after that delay."""
        self._keep(_KEEP_SNOOZE, break_id, *instant_of(at), float(delay_seconds))

    def begin_hold_back(self, break_id: str, at: datetime, reasons: Iterable[str]) -> None:
        """From here on the person must not be disturbed. Ends one that was still going on."""
        self._keep(_END_HOLD_BACK, break_id, *instant_of(at))
        self._keep(_BEGIN_HOLD_BACK, break_id, *instant_of(at), as_json(reasons))

    def end_hold_back(self, break_id: str, at: datetime) -> None:
        """The person may be asked again."""
        self._keep(_END_HOLD_BACK, break_id, *instant_of(at))

    def begin_steps(
        self, break_id: str, at: datetime, routine_id: str | None, steps: Sequence[StepRecord]
    ) -> None:
        """The guide begins; `steps` are the planned holds in their order."""
        begin = Row(_BEGIN_GUIDE, (break_id, routine_id, *instant_of(at)))
        planned = [
            Row(_PLAN_STEP, (break_id, position, *step_columns(step)))
            for position, step in enumerate(steps)
        ]
        self._unwritten += [begin, *planned]
        self._write()

    def keep_held(self, break_id: str, position: int, held_seconds: float) -> None:
        """So much of the step at `position` (from 0) has been held by now."""
        if self._unwritten:
            self._unwritten = [
                row
                for row in self._unwritten
                if row.statement is not _KEEP_HELD or row.values[:2] != (break_id, position)
            ]
        self._keep(_KEEP_HELD, break_id, position, float(held_seconds))

    def keep_hurt(self, break_id: str, position: int) -> None:
        """The person ended this step because it hurt."""
        self._keep(_KEEP_HURT, break_id, position)

    def close_break(self, break_id: str, outcome: Outcome, at: datetime) -> None:
        """The break is over. The first outcome stays: a later one changes nothing."""
        ended = instant_of(at)
        self._unwritten.append(Row(_END_HOLD_BACK, (break_id, *ended)))
        self._keep(_CLOSE_BREAK, break_id, outcome.value, *ended)

    def keep_natural_break(
        self,
        started_at: datetime,
        ended_at: datetime | None,
        sitting_seconds: float | None = None,
    ) -> str:
        """An absence restarted sitting time while nothing was due; gives its id.

        `sitting_seconds` is the sitting time that it ended, if known.
        """
        natural_break_id = _new_id()
        self._keep(
            _KEEP_NATURAL_BREAK,
            natural_break_id,
            started_at.date().isoformat(),
            *instant_of(started_at),
            *instant_or_none(ended_at),
            sitting_seconds if sitting_seconds is None else float(sitting_seconds),
        )
        return natural_break_id

    def _keep(self, statement: str, *values: object) -> None:
        self._unwritten.append(Row(statement, values))
        self._write()

    def _write(self) -> None:
        if self._writer is None:
            from deskstretch.store.history_writer import HistoryWriter  # brings SQLite

            self._writer = HistoryWriter(self.path, self._identity)
        self._writer.write(self._unwritten)


def _new_id() -> str:
    """A random UUID (RFC 9562, 5.4); Python's module loads what tells machines apart."""
    content = bytearray(os.urandom(16))
    content[6] = content[6] & 0x0F | 0x40
    content[8] = content[8] & 0x3F | 0x80
    text = content.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

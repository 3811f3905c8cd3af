"""Writes down what the planner orders to be kept, and what is held in the guide."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    CloseBreak,
    Effect,
    EndHoldBack,
    HoldBack,
    KeepNaturalBreak,
    KeepPrompt,
    KeepSnooze,
    OpenBreak,
)
from deskstretch.core.record import PromptKind, StepRecord, outcome_of_steps
from deskstretch.store.history import History


class Recorder(QObject):
    """Knows which break is open; the planner never has two."""

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._open_id: str | None = None
        self._steps: list[StepRecord] = []

    @property
    def trouble(self) -> str | None:
        """Why the history cannot be written now; None if all is written."""
        return self._history.trouble

    def carry_out(self, effect: Effect, now: Moment) -> None:
        """Keep what `effect` orders to be kept; other effects are not for the history."""
        if isinstance(effect, KeepNaturalBreak):
            self._history.keep_natural_break(
                effect.started_at.wall, effect.ended_at.wall, effect.sitting_seconds
            )
        elif isinstance(effect, OpenBreak):
            self._open_id = self._history.open_break(
                effect.due_at.wall, effect.sitting_seconds, effect.origin
            )
            self._steps = []
        elif self._open_id is not None:
            self._carry_out_for(self._open_id, effect, now)

    def _carry_out_for(self, break_id: str, effect: Effect, now: Moment) -> None:
        match effect:
            case KeepPrompt(quiet=quiet):
                kind = PromptKind.PILL if quiet else PromptKind.PROMPT
                self._history.keep_prompt(break_id, now.wall, kind)
            case KeepSnooze(delay_seconds=delay_seconds):
                self._history.keep_snooze(break_id, now.wall, delay_seconds)
            case HoldBack(reasons=reasons):
                self._history.begin_hold_back(break_id, now.wall, reasons)
            case EndHoldBack():
                self._history.end_hold_back(break_id, now.wall)
            case CloseBreak(outcome=outcome):
                self._history.close_break(break_id, outcome, now.wall)
                self._open_id = None
            case _:
                pass

    def begin_steps(
        self, routine_id: str | None, steps: tuple[StepRecord, ...], now: Moment
    ) -> None:
        """The guide begins with these steps."""
        if self._open_id is not None:
            self._steps = list(steps)
            self._history.begin_steps(self._open_id, now.wall, routine_id, steps)

    def keep_held(self, position: int, held_seconds: float) -> None:
        """So much of a step has been held by now."""
        if self._open_id is not None:
            step = self._steps[position]
            self._steps[position] = msgspec.structs.replace(step, held_seconds=held_seconds)
            self._history.keep_held(self._open_id, position, held_seconds)

    def keep_hurt(self, position: int) -> None:
        """A step was ended because it hurt."""
        if self._open_id is not None:
            self._history.keep_hurt(self._open_id, position)

    def keep_all_held(self, held_seconds: tuple[float, ...]) -> None:
        """The guide is over: write what changed since the last whole second."""
        for position, held in enumerate(held_seconds[: len(self._steps)]):
            if held != self._steps[position].held_seconds:
                self.keep_held(position, held)

    def outcome_so_far(self) -> Outcome:
        """What the open break comes to by what was held of it until now."""
        return outcome_of_steps(self._steps)

"""Answers the command line: what `deskstretch status`, `break`, `snooze` and the others do here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import msgspec
from msgspec import Meta

from deskstretch.core.answer_limits import LONGEST_PAUSE_DAYS, LONGEST_SNOOZE_MINUTES
from deskstretch.core.language import _, spoken_language
from deskstretch.core.planner.events import (
    Event,
    PauseChosen,
    PauseUntilChosen,
    ResumeChosen,
    SkipChosen,
    SnoozeChosen,
    StartChosen,
)
from deskstretch.core.planner.status import StateName, Status

if TYPE_CHECKING:
    from deskstretch.desktop.shortcuts.source import Binding

Answer = dict[str, Any]

_DUE = {StateName.WAITING, StateName.ASKED, StateName.SNOOZED, StateName.HELD_BACK}


class _BreakArguments(msgspec.Struct):
    routine: str | None = None
    exercises: tuple[str, ...] = ()


class _SnoozeArguments(msgspec.Struct):
    minutes: Annotated[float, Meta(gt=0, le=LONGEST_SNOOZE_MINUTES)] | None = None


class _PauseArguments(msgspec.Struct):
    seconds: Annotated[float, Meta(gt=0, le=LONGEST_PAUSE_DAYS * 24 * 3600)] = 3600.0
    until: Annotated[datetime, Meta(tz=True)] | None = None


class RemoteTarget(Protocol):
    """What the command line may ask of a running app."""

    def tell(self, event: Event) -> None:
        """Let an event happen."""

    def status(self) -> Status:
        """How things stand."""

    def summary(self) -> tuple[str, ...]:
        """How things stand, in plain words, a line each."""

    def trouble(self) -> tuple[str, ...]:
        """What does not work now, in plain words, one sentence each."""

    def idle_source(self) -> str | None:
        """What tells idle time here; None if nothing does."""

    def shortcuts(self) -> tuple[Binding, ...]:
        """What became of each combination of keys that is chosen."""

    def take_break(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        """Start a break now. KeyError names an unknown id."""

    def show_status_window(self) -> None:
        """Bring up the small window that shows how things stand."""

    def show_welcome(self) -> None:
        """Bring up the welcome."""

    def quit(self) -> None:
        """End the app, soon."""


class Remote:
    """Turns commands into events, refusing those that make no sense just now."""

    def __init__(self, target: RemoteTarget) -> None:
        self._target = target
        self._verbs: Mapping[str, Callable[[dict[str, Any]], Answer]] = {
            "status": self._status,
            "break": self._break,
            "start": self._start,
            "snooze": self._snooze,
            "skip": self._skip,
            "pause": self._pause,
            "resume": self._resume,
            "show": self._show,
            "welcome": self._welcome,
            "quit": self._quit,
        }

    def answer(self, verb: str, arguments: dict[str, Any]) -> Answer:
        """The answer to one command: {"ok": True, ...} or {"ok": False, "message": why}.

        "bad_input" is there too, and true, where the same words would be refused at any time.
        """
        try:
            order = self._verbs[verb]
        except KeyError:
            allowed = ", ".join(self._verbs)
            return _bad_input(
                _("There is no command {command}; allowed: {allowed}.").format(
                    command=repr(verb), allowed=allowed
                )
            )
        try:
            return order(arguments)
        except msgspec.ValidationError as error:
            return _bad_input(f"{verb}: {error}.")

    def _status(self, _arguments: dict[str, Any]) -> Answer:
        status = self._target.status()
        return {
            "ok": True,
            "running": True,
            "language": spoken_language(),
            "summary": list(self._target.summary()),
            "state": status.state.value,
            "next_prompt_at": _iso(status.next_prompt_at),
            "sitting_seconds": round(status.sitting_seconds),
            "held_back_by": list(status.held_back_by),
            "due_since": _iso(status.due_since),
            "snoozes_left": status.snoozes_left,
            "paused_until": _iso(status.paused_until),
            "idle_source": self._target.idle_source(),
            "shortcuts": [msgspec.to_builtins(each) for each in self._target.shortcuts()],
            "trouble": list(self._target.trouble()),
        }

    def _break(self, arguments: dict[str, Any]) -> Answer:
        if self._target.status().state is StateName.GUIDED:
            return _no(_("A break is already under way."))
        wanted = msgspec.convert(arguments, _BreakArguments)
        try:
            self._target.take_break(wanted.routine, wanted.exercises)
        except KeyError as error:
            return _bad_input(
                _("There is no {name}; allowed: what `deskstretch exercises` lists.").format(
                    name=repr(error.args[0])
                )
            )
        return {"ok": True}

    def _start(self, _arguments: dict[str, Any]) -> Answer:
        if self._target.status().state not in _DUE:
            return _no(_("Nothing is due. `deskstretch break` starts one now."))
        return self._tell(StartChosen())

    def _snooze(self, arguments: dict[str, Any]) -> Answer:
        status = self._target.status()
        if status.state not in {StateName.ASKED, StateName.WAITING}:
            return _no(_("Nothing asks just now, so there is nothing to snooze."))
        if status.snoozes_left == 0:
            return _no(_("This break has been snoozed as often as the settings allow."))
        minutes = msgspec.convert(arguments, _SnoozeArguments).minutes
        return self._tell(SnoozeChosen(None if minutes is None else minutes * 60.0))

    def _skip(self, _arguments: dict[str, Any]) -> Answer:
        if self._target.status().state not in _DUE:
            return _no(_("Nothing is due, so there is nothing to skip."))
        return self._tell(SkipChosen())

    def _pause(self, arguments: dict[str, Any]) -> Answer:
        pause = msgspec.convert(arguments, _PauseArguments)
        if pause.until is not None:
            return self._tell(PauseUntilChosen(pause.until))
        return self._tell(PauseChosen(pause.seconds))

    def _resume(self, _arguments: dict[str, Any]) -> Answer:
        if self._target.status().paused_until is None:
            return _no(_("It is not paused."))
        return self._tell(ResumeChosen())

    def _show(self, _arguments: dict[str, Any]) -> Answer:
        self._target.show_status_window()
        return {"ok": True}

    def _welcome(self, _arguments: dict[str, Any]) -> Answer:
        self._target.show_welcome()
        return {"ok": True}

    def _quit(self, _arguments: dict[str, Any]) -> Answer:
        self._target.quit()
        return {"ok": True}

    def _tell(self, event: Event) -> Answer:
        self._target.tell(event)
        return {"ok": True}


def _no(message: str) -> Answer:
    return {"ok": False, "message": message}


def _bad_input(message: str) -> Answer:
    return {"ok": False, "bad_input": True, "message": message}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")

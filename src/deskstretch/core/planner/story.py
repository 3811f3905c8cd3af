"""A break's story, from due to outcome: each function is one way it goes on."""

from __future__ import annotations

from msgspec.structs import replace

from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    CloseBreak,
    EndGuide,
    EndHoldBack,
    HidePrompt,
    HoldBack,
    KeepPrompt,
    KeepSnooze,
    OpenBreak,
    Origin,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import Length
from deskstretch.core.planner.rules import Rules
from deskstretch.core.planner.state import (
    Asked,
    Guided,
    HeldBack,
    OpenedBreak,
    Snoozed,
    Waiting,
    Working,
    open_break_of,
)
from deskstretch.core.planner.turn import Turn

_LONGEST_SNOOZE_SECONDS = 24 * 3600.0


def open_break(turn: Turn, origin: Origin) -> None:
    """Begin a break's story now."""
    turn.order(OpenBreak(turn.now, turn.state.sitting_seconds, origin))
    turn.change(phase=Waiting(OpenedBreak(turn.now, origin)))


def ask(turn: Turn, opened: OpenedBreak) -> None:
    """Show the prompt, or only the pill if every snooze is used up or the person wants no more."""
    left = snoozes_left(opened, turn.rules)
    quiet = turn.rules.asks_quietly or (opened.snoozes > 0 and left == 0)
    turn.order(KeepPrompt(quiet), ShowPill() if quiet else ShowPrompt(left))
    asked = Asked(replace(opened, asked=True), turn.now_seconds, folded=quiet)
    turn.change(phase=asked, announced=False)


def fold(turn: Turn, asked: Asked) -> None:
    """Make the unanswered prompt a pill."""
    turn.order(ShowPill())
    turn.change(phase=replace(asked, folded=True))


def unfold(turn: Turn, asked: Asked) -> None:
    """Make the pill a prompt again."""
    turn.order(ShowPrompt(snoozes_left(asked.open_break, turn.rules)))
    turn.change(phase=replace(asked, folded=False, shown_at_seconds=turn.now_seconds))


def wait(turn: Turn, opened: OpenedBreak) -> None:
    """Wait for a breakpoint, to ask or to ask again."""
    _leave_phase(turn)
    turn.change(phase=Waiting(opened))


def hold_back(turn: Turn, opened: OpenedBreak, reasons: tuple[str, ...]) -> None:
    """Do not ask for now, and no longer if the person was already asked."""
    if isinstance(turn.state.phase, Asked):
        turn.order(HidePrompt())
    turn.order(HoldBack(reasons))
    turn.change(phase=HeldBack(opened, reasons))


def snooze(turn: Turn, asked: Asked, delay_seconds: float) -> None:
    """Ask again later, if the person has a snooze left; else the prompt stays."""
    opened = asked.open_break
    if snoozes_left(opened, turn.rules) == 0:
        return
    delay_seconds = min(max(0.0, delay_seconds), _LONGEST_SNOOZE_SECONDS)
    again_at = turn.now.later(delay_seconds)
    _leave_phase(turn)
    turn.order(KeepSnooze(delay_seconds, again_at))
    snoozed = replace(opened, snoozes=opened.snoozes + 1, visible_seconds=0.0)
    turn.change(phase=Snoozed(snoozed, again_at.monotonic_seconds))


def start_guide(turn: Turn, opened: OpenedBreak, length: Length | None) -> None:
    """Guide the person through the break."""
    _leave_phase(turn)
    turn.order(StartGuide(length))
    turn.change(phase=Guided(opened), announced=False)


def end_guide(turn: Turn, guided: Guided) -> None:
    """Have the guide ended, once; its outcome comes with `GuideFinished`."""
    if not guided.ending:
        turn.order(EndGuide())
        turn.change(phase=replace(guided, ending=True))


def close(turn: Turn, outcome: Outcome) -> None:
    """End the open break's story, if there is one.

    A rest starts sitting time again. A due break without one puts the next off by an interval; one
    that the person only wished for changes nothing.
    """
    opened = open_break_of(turn.state)
    if opened is None:
        return
    _leave_phase(turn)
    turn.order(CloseBreak(outcome))
    turn.change(phase=Working(), announced=False)
    match outcome:
        case Outcome.TAKEN | Outcome.PARTLY | Outcome.AWAY:
            restart_sitting(turn)
        case Outcome.SKIPPED | Outcome.MISSED | Outcome.HELD_BACK if opened.origin is Origin.DUE:
            turn.change(put_off_at_seconds=turn.state.sitting_seconds)


def restart_sitting(turn: Turn) -> None:
    """Count from nothing, as after a rest."""
    turn.change(sitting_seconds=0.0, put_off_at_seconds=0.0, announced=False)


def snoozes_left(opened: OpenedBreak, rules: Rules) -> int:
    """How often the person may still put the break off."""
    return max(0, rules.snooze_limit - opened.snoozes)


def _leave_phase(turn: Turn) -> None:
    match turn.state.phase:
        case Asked():
            turn.order(HidePrompt())
        case HeldBack():
            turn.order(EndHoldBack())

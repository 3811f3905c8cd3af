"""What the person orders from the tray or the status window, as events of the planner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject

from deskstretch.core.moment import Moment
from deskstretch.core.planner.events import (
    BreakRequested,
    PauseChosen,
    PauseUntilChosen,
    ResumeChosen,
    SkipChosen,
    StartChosen,
)
from deskstretch.ui.tray.orders import Orders
from deskstretch.wiring.planner_loop import PlannerLoop


class TrayOrders(QObject):
    """Tells the planner what was chosen; snoozing is told by who shows the prompt."""

    def __init__(
        self,
        orders: Orders,
        loop: PlannerLoop,
        clock: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._loop = loop
        self._clock = clock
        orders.reading_wanted.connect(loop.look_again)
        orders.start_chosen.connect(lambda length: loop.tell(StartChosen(length)))
        orders.break_chosen.connect(lambda length: loop.tell(BreakRequested(length)))
        orders.skip_chosen.connect(lambda: loop.tell(SkipChosen()))
        orders.resume_chosen.connect(lambda: loop.tell(ResumeChosen()))
        orders.pause_chosen.connect(self._pause)

    def _pause(self, length: str) -> None:
        match length:
            case "30m":
                self._loop.tell(PauseChosen(30 * 60.0))
            case "1h":
                self._loop.tell(PauseChosen(60 * 60.0))
            case _:
                self._loop.tell(PauseUntilChosen(_next_midnight(self._clock().wall)))


def _next_midnight(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=now.tzinfo)

"""The break that is open, as the app sees it: others show it, the planner and the history hear."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    Effect,
    EndGuide,
    EndHoldBack,
    HidePrompt,
    HoldBack,
    OpenBreak,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import GuideFinished
from deskstretch.desktop.activation import take_activation_token
from deskstretch.wiring.planner_loop import PlannerLoop
from deskstretch.wiring.recorder import Recorder

# Imported with the first break.
if TYPE_CHECKING:
    from deskstretch.wiring.break_lines import Event, OnScreen, Order


class Windows(Protocol):
    """Wherever prompt and guide are shown."""

    @property
    def told(self) -> SignalInstance:
        """An `Event` of the break."""

    @property
    def broke_off(self) -> SignalInstance:
        """They are gone, but not because anybody wanted that. Comes before `ended`."""

    @property
    def ended(self) -> SignalInstance:
        """They are gone."""

    def begin(self) -> None:
        """A break is open: get ready to show it."""

    def tell(self, order: Order, *, in_front: bool = False) -> None:
        """Have them do something, perhaps in front of others."""

    def wait_until(self, told: Callable[[], bool]) -> None:
        """Listen to nothing else for a while, until what was wanted is told."""

    def finish(self) -> None:
        """There is nothing more to show: end, and be gone."""

    def close(self) -> None:
        """Take everything off the screen now."""

    def deleteLater(self) -> None:  # noqa: N802 (it is Qt's)
        """Be gone: they have ended."""


class Breaks(QObject):
    """Has windows while there is something to show, and lets them go afterwards.

    Should they break off, what was held counts, and the planner's next order has new ones.
    """

    trouble_changed = Signal()
    stretch_hurt = Signal(str)
    """The id of an exercise that hurt."""
    screen_filled = Signal(bool)
    """A firm prompt fills the screen, or does so no more."""
    nothing_asked = Signal()
    """There was no prompt to be opened by the keyboard."""
    went_wrong = Signal()
    """Unexpectedly; the log has it."""
    windows_gone = Signal()
    """There is nothing more to be seen of a break."""

    def __init__(
        self,
        open_windows: Callable[[QObject], Windows],
        recorder: Recorder,
        loop: PlannerLoop,
        clock: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_windows = open_windows
        self._recorder = recorder
        self._loop = loop
        self._clock = clock
        self._windows: Windows | None = None
        self._is_coming = self._is_asking = self._is_guiding = self._fills_screen = False
        self.trouble: tuple[str, ...] = ()
        """What was wrong with the stretches on offer, in plain words."""

    def carry_out(self, effect: Effect) -> None:
        """Have done what `effect` orders of the windows; other effects are not for them."""
        match effect:
            case OpenBreak() | EndHoldBack():
                self._ready()
            case HoldBack() | CloseBreak():
                self._is_coming = False
                self._pass_on(effect)
            case ShowPrompt() | ShowPill():
                self._is_asking = True
                self._ready()
                self._pass_on(effect)
            case HidePrompt():
                self._is_asking = False
                self._pass_on(effect)
            case StartGuide():
                self._is_guiding = True
                self._ready()
                self._pass_on(effect)
            case AnnouncePrompt():
                self._begin()  # which need not lead to a break
                self._pass_on(effect)
            case EndGuide():
                self._pass_on(effect)
            case _:
                pass

    def name(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        """Let this be proposed for the break that is open, or opens next."""
        from deskstretch.wiring.break_lines import Name

        self._ready()
        self._tell(Name(routine_id, exercise_ids))

    def answer_by_keyboard(self) -> None:
        """Open the prompt and give it the keyboard, as the person asked."""
        if not self._is_asking:
            self.nothing_asked.emit()
            return
        from deskstretch.wiring.break_lines import OpenForAnswer

        self._ready()
        self._tell(OpenForAnswer(take_activation_token()), in_front=True)

    def interrupt_guide(self) -> None:
        """The screen was locked or the machine sleeps: the hold stops counting."""
        if self._is_guiding:
            from deskstretch.wiring.break_lines import Interrupt

            self._tell(Interrupt())

    def end_guide(self) -> None:
        """End a guided session now, if there is one; what was held counts."""
        self._pass_on(EndGuide())
        if self._windows is not None:
            self._windows.wait_until(lambda: not self._is_guiding)
        if self._is_guiding:
            self._finish_guide(self._recorder.outcome_so_far())

    def close(self) -> None:
        """Take everything off the screen, which may take a moment."""
        if self._windows is not None:
            self._windows.close()
            self._windows = None

    def _ready(self) -> None:
        """Something is to be shown: what is told of empty windows from now on, is late."""
        self._is_coming = True
        self._begin()

    def _begin(self) -> None:
        if self._windows is None:
            windows = self._windows = self._open_windows(self)
            windows.told.connect(self._hear)
            windows.broke_off.connect(self.went_wrong)
            windows.ended.connect(self._forget)
            windows.begin()

    def _pass_on(self, effect: OnScreen) -> None:
        if self._windows is not None:
            from deskstretch.wiring.break_lines import CarryOut

            starts = isinstance(effect, StartGuide)
            token = take_activation_token() if starts else ""
            sitting_seconds = self._loop.status().sitting_seconds
            self._tell(CarryOut(effect, sitting_seconds, token), in_front=starts)

    def _tell(self, order: Order, *, in_front: bool = False) -> None:
        if self._windows is not None:
            self._windows.tell(order, in_front=in_front)

    def _hear(self, event: Event) -> None:
        from deskstretch.wiring import break_lines as lines
        from deskstretch.wiring.window_lines import ErrorHappened

        match event:
            case lines.StepsBegun(routine_id, steps):
                self._recorder.begin_steps(routine_id, steps, self._clock())
            case lines.HoldProgressed(position, held_seconds):
                self._recorder.keep_held(position, held_seconds)
            case lines.StepHurt(position, exercise_id):
                self._recorder.keep_hurt(position)
                self.stretch_hurt.emit(exercise_id)
            case lines.GuideEnded(held_seconds, outcome):
                self._recorder.keep_all_held(held_seconds)
                self._finish_guide(outcome)
                self._tell(lines.TellSaved(self._recorder.trouble is None))
            case lines.ScreenFilled(fills):
                self._tell_screen_filled(fills)
            case lines.Troubled(words):
                self.trouble = words
                self.trouble_changed.emit()
            case lines.NothingAsked():
                self.nothing_asked.emit()
            case lines.Emptied():
                if not self._is_coming:
                    self._let_go()
            case ErrorHappened():
                self.went_wrong.emit()
            case answer:
                self._loop.tell(answer)

    def _let_go(self) -> None:
        windows, self._windows = self._windows, None
        if windows is not None:
            windows.told.disconnect(self._hear)
            windows.ended.disconnect(self._forget)
            windows.finish()
            self.windows_gone.emit()

    def _forget(self) -> None:
        if self._windows is not None:
            self._windows.deleteLater()
            self._windows = None
        self._tell_screen_filled(False)
        if self._is_guiding:
            self._finish_guide(self._recorder.outcome_so_far())

    def _finish_guide(self, outcome: Outcome) -> None:
        self._is_guiding = False
        self._loop.tell(GuideFinished(outcome))

    def _tell_screen_filled(self, fills: bool) -> None:
        if fills != self._fills_screen:
            self._fills_screen = fills
            self.screen_filled.emit(fills)

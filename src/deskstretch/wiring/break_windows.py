"""The windows of the open break: what the planner orders is shown, what the person does is told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    EndGuide,
    HidePrompt,
    HoldBack,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import (
    Length,
    PromptOpened,
    PromptPutAside,
    SkipChosen,
    StartChosen,
)
from deskstretch.core.planner.rules import snooze_of
from deskstretch.core.settings import Settings
from deskstretch.desktop.activation import use_activation_token
from deskstretch.store.folders import Folders
from deskstretch.wiring import break_lines as lines
from deskstretch.wiring.asking import Asker
from deskstretch.wiring.proposals import Proposals
from deskstretch.wiring.surroundings import Surroundings

# The guide is imported while the prompt waits for an answer.
if TYPE_CHECKING:
    from deskstretch.core.proposal import Plan, Proposal
    from deskstretch.core.session import SessionResult
    from deskstretch.ui.figure.appearance import FigureAppearance
    from deskstretch.ui.guide.runner import GuideRunner
    from deskstretch.ui.guide.window import GuideWindow
    from deskstretch.ui.prompt.prompt import Prompt

_READ_BEFORE_ANSWER_MS = 400
_LATE_SECONDS = 15.0

_log = logging.getLogger(__name__)


class BreakWindows(QObject):
    """Prompt and guide. Built when ordered, freed when gone."""

    happened = Signal(object)
    """An `Event` that the app is to hear of."""

    def __init__(
        self, folders: Folders, clock: Callable[[], Moment], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        surroundings = Surroundings(folders, self)
        self._watch, self._themes = surroundings.watch, surroundings.themes
        self._wishes = surroundings.wishes
        self._wishes.know()
        self._proposals = Proposals(folders)
        self._runner: GuideRunner | None = None
        self._guide: GuideWindow | None = None
        """Held here until it is gone: nothing else keeps a window without a parent."""
        self._shown_runner: GuideRunner | None = None
        self._asker = asker = Asker(self._make_prompt, self._settings, self)
        # Methods, not lambdas: PySide crashes where the last one that knows an object goes with it.
        asker.start_chosen.connect(self._tell_start)
        asker.snooze_chosen.connect(self._tell_snooze)
        asker.skip_chosen.connect(self._tell_skip)
        asker.prompt_opened.connect(self._tell_opened)
        asker.put_aside.connect(self._tell_put_aside)
        asker.screen_filled.connect(self._tell_filled)
        self._watch.settings_changed.connect(asker.follow)

    def get_ready(self) -> None:
        """While a good moment is waited for: the prompt must not be late for it."""
        if self._runner is None and self._asker.uses_windows:
            self._themes.begin()
            import deskstretch.core.proposal
            import deskstretch.ui.prompt.prompt  # noqa: F401

    @Slot(object)
    def obey(self, order: lines.Order) -> None:
        """Do what the app wants."""
        self._wishes.look_again()
        match order:
            case lines.CarryOut(effect, sitting_seconds, activation_token):
                use_activation_token(activation_token)
                self._carry_out(effect, sitting_seconds)
            case lines.Name(routine_id, exercise_ids):
                self._name(routine_id, exercise_ids)
            case lines.OpenForAnswer(activation_token):
                use_activation_token(activation_token)
                if not self._asker.open_for_answer():
                    self._tell(lines.NothingAsked())
            case lines.Interrupt():
                if self._runner is not None:
                    self._runner.interrupt()
            case lines.TellSaved(saved):
                if self._guide is not None:
                    self._guide.tell_saved(saved)

    @Slot()
    def close(self) -> None:
        """Take everything off the screen; what was held until now counts."""
        self._end_guide()
        self._asker.close()
        if self._guide is not None:
            self._guide.destroyed.disconnect()  # by then there may be nobody to hear of it
            self._guide.close()
            self._guide = None

    def _carry_out(self, effect: lines.OnScreen, sitting_seconds: float) -> None:
        match effect:
            case AnnouncePrompt(seconds=seconds):
                self._asker.announce(seconds)
                # The person may leave, and no break become due.
                over_ms = round(1000 * (seconds + _LATE_SECONDS))
                QTimer.singleShot(over_ms, self, self._look_whether_empty)
            case ShowPrompt(snoozes_left=snoozes_left):
                self._ask(snoozes_left, sitting_seconds)
            case ShowPill():
                self._asker.fold()
            case HidePrompt():
                self._asker.hide()
            case StartGuide(length=length):
                self._start_guide(length or self._settings.breaks.length)
            case EndGuide():
                self._end_guide()
            case HoldBack():
                self._look_whether_empty()
            case CloseBreak():
                self._proposals.forget()
                self._look_whether_empty()

    def _name(self, routine_id: str | None, exercise_ids: tuple[str, ...]) -> None:
        try:
            self._proposals.name(self._settings, routine_id, exercise_ids)
        except KeyError as error:
            _log.warning("%s is no longer in the catalogue: something else is proposed", error)

    def _proposal(self) -> Proposal | None:
        proposal = self._proposals.current(self._settings, self._clock().wall.date())
        self._tell(lines.Troubled(self._proposals.trouble))
        return proposal

    def _ask(self, snoozes_left: int, sitting_seconds: float) -> None:
        proposal = self._proposal()
        if proposal is not None:
            from deskstretch.core.proposal import content_of

            content = content_of(proposal, self._settings, sitting_seconds, snoozes_left)
            self._asker.ask(content)
            QTimer.singleShot(_READ_BEFORE_ANSWER_MS, self, _load_guide)

    def _make_prompt(self) -> Prompt:
        from deskstretch.ui.prompt.prompt import Prompt

        prompt = Prompt(self._themes.theme, self._appearance(), self)
        self._themes.theme_changed.connect(prompt.set_theme)
        return prompt

    def _start_guide(self, length: Length) -> None:
        proposal = self._proposal()
        if proposal is None:
            self._tell(lines.GuideEnded((), Outcome.SKIPPED))
            return
        from deskstretch.core.proposal import record_of
        from deskstretch.ui.guide.runner import GuideRunner

        plan = proposal.plan(length)
        steps = tuple(record_of(step, proposal.exercises[step.exercise_id]) for step in plan.steps)
        self._tell(lines.StepsBegun(plan.routine.id, steps))
        runner = GuideRunner(plan.steps, self._clock, self)
        runner.hold_progressed.connect(self._tell_held)
        runner.step_hurt.connect(self._tell_hurt)
        self._runner = runner
        self._show_guide(runner, plan, proposal)
        # After the window: what becomes of the break is told on its last screen.
        runner.guide_finished.connect(self._finish_guide)
        sound = self._settings.sound
        if sound.chimes or sound.voice:
            from deskstretch.wiring.sounds import GuideSounds

            GuideSounds(runner, proposal.exercises, sound)
        runner.start()

    def _show_guide(self, runner: GuideRunner, plan: Plan, proposal: Proposal) -> None:
        from deskstretch.ui.guide.window import GuideWindow

        if self._guide is not None:
            self._guide.close()  # the last screen of the break before
        wanted = dict.fromkeys(step.exercise_id for step in plan.steps)
        guide = GuideWindow(
            runner,
            [proposal.exercises[exercise_id] for exercise_id in wanted],
            self._themes.theme,
            self._appearance(),
            reduced_motion=self._themes.reduces_motion(self._settings.look.reduced_motion),
        )
        self._themes.theme_changed.connect(guide.set_theme)
        guide.destroyed.connect(lambda: self._forget_guide(runner))
        if self._asker.guide_fills_screen:
            guide.showFullScreen()
        else:
            guide.show()
        guide.raise_()
        guide.activateWindow()
        self._guide, self._shown_runner = guide, runner

    def _end_guide(self) -> None:
        if self._runner is not None:
            self._runner.end()

    def _finish_guide(self, result: SessionResult) -> None:
        self._runner = None
        held_seconds = tuple(step.held_seconds for step in result.steps)
        self._tell(lines.GuideEnded(held_seconds, result.outcome))

    def _forget_guide(self, runner: GuideRunner) -> None:
        """The window is gone, and with it what it showed; a newer one may be there already."""
        runner.deleteLater()
        if self._shown_runner is runner:
            self._guide = self._shown_runner = None
        self._look_whether_empty()

    def _look_whether_empty(self) -> None:
        if self._guide is None:
            self._tell(lines.Emptied())

    # What happened.

    def _tell_start(self, length: Length | None) -> None:
        self._tell(StartChosen(length))

    def _tell_snooze(self, minutes: int) -> None:
        self._tell(snooze_of(minutes, self._settings))

    def _tell_skip(self) -> None:
        self._tell(SkipChosen())

    def _tell_opened(self) -> None:
        self._tell(PromptOpened())

    def _tell_put_aside(self) -> None:
        self._tell(PromptPutAside())

    def _tell_filled(self, fills: bool) -> None:
        self._tell(lines.ScreenFilled(fills))

    def _tell_held(self, position: int, held_seconds: float) -> None:
        self._tell(lines.HoldProgressed(position, held_seconds))

    def _tell_hurt(self, position: int) -> None:
        assert self._runner is not None
        self._tell(lines.StepHurt(position, self._runner.steps[position].exercise_id))

    def _tell(self, event: lines.Event) -> None:
        self.happened.emit(event)

    def _appearance(self) -> FigureAppearance:
        from deskstretch.ui.figure.appearance import appearance_of

        return appearance_of(self._settings.look)

    @property
    def _settings(self) -> Settings:
        return self._watch.settings


def _load_guide() -> None:
    """While the prompt is read: the guide must not be late for the answer."""
    import deskstretch.ui.guide.runner
    import deskstretch.ui.guide.window  # noqa: F401

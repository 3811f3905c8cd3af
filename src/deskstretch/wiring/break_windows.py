"""Opens and closes the prompt and the guide as the planner orders, and brings the answers back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.core.moment import Moment
from deskstretch.core.outcome import Outcome
from deskstretch.core.planner.effects import (
    AnnouncePrompt,
    CloseBreak,
    Effect,
    EndGuide,
    HidePrompt,
    OpenBreak,
    Origin,
    ShowPill,
    ShowPrompt,
    StartGuide,
)
from deskstretch.core.planner.events import (
    GuideFinished,
    Length,
    PromptOpened,
    PromptPutAside,
    SkipChosen,
    SnoozeChosen,
    StartChosen,
)
from deskstretch.core.settings import Settings
from deskstretch.ui.theme_watcher import ThemeWatcher
from deskstretch.wiring.asking import Asker
from deskstretch.wiring.planner_loop import PlannerLoop
from deskstretch.wiring.proposals import Proposals
from deskstretch.wiring.recorder import Recorder
from deskstretch.wiring.settings_watch import SettingsWatch

# What is proposed, and the windows that show it, are imported with the first break.
if TYPE_CHECKING:
    from deskstretch.core.proposal import Plan, Proposal
    from deskstretch.core.session import SessionResult
    from deskstretch.ui.figure.appearance import FigureAppearance
    from deskstretch.ui.guide.runner import GuideRunner
    from deskstretch.ui.guide.window import GuideWindow
    from deskstretch.ui.prompt.prompt import Prompt


class BreakWindows(QObject):
    """The windows of the open break. Built when ordered, freed when gone."""

    trouble_changed = Signal()
    stretch_hurt = Signal(str)
    """The id of an exercise that hurt."""
    guide_closed = Signal()
    """The window, and freed."""

    def __init__(
        self,
        proposals: Proposals,
        recorder: Recorder,
        loop: PlannerLoop,
        watch: SettingsWatch,
        themes: ThemeWatcher,
        clock: Callable[[], Moment],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._proposals = proposals
        self._recorder = recorder
        self._loop = loop
        self._watch = watch
        self._themes = themes
        self._runner: GuideRunner | None = None
        self._guide: GuideWindow | None = None
        """Held here until it is gone: nothing else keeps a window without a parent."""
        self._shown_runner: GuideRunner | None = None
        self.asker = Asker(self._make_prompt, watch.settings, self)
        self.asker.start_chosen.connect(lambda length: loop.tell(StartChosen(length)))
        self.asker.snooze_chosen.connect(self.snooze)
        self.asker.skip_chosen.connect(lambda: loop.tell(SkipChosen()))
        self.asker.prompt_opened.connect(lambda: loop.tell(PromptOpened()))
        self.asker.put_aside.connect(lambda: loop.tell(PromptPutAside()))
        watch.settings_changed.connect(self.asker.follow)

    def carry_out(self, effect: Effect) -> None:
        """Do what `effect` orders of the windows; other effects are not for them."""
        match effect:
            case OpenBreak(origin=Origin.DUE):
                # While a good moment is waited for: the prompt must not be late for it.
                QTimer.singleShot(0, self, self._get_ready)
            case AnnouncePrompt(seconds=seconds):
                self.asker.announce(seconds)
            case ShowPrompt(snoozes_left=snoozes_left):
                self._ask(snoozes_left)
            case ShowPill():
                self.asker.fold()
            case HidePrompt():
                self.asker.hide()
            case StartGuide(length=length):
                self._start_guide(length)
            case EndGuide():
                self.end_guide()
            case CloseBreak():
                self._proposals.forget()
            case _:
                pass

    def answer_by_keyboard(self) -> bool:
        """Open the prompt and give it the keyboard, as the person asked; False: there is none."""
        return self.asker.open_for_answer()

    def snooze(self, minutes: int) -> None:
        """Ask again later: after the usual time, which the planner knows, or after another."""
        usual = minutes == self._settings.snooze.minutes
        self._loop.tell(SnoozeChosen(None if usual else minutes * 60.0))

    def end_guide(self) -> None:
        """End a guided session, if there is one; what was held counts."""
        if self._runner is not None:
            self._runner.end()

    def interrupt_guide(self) -> None:
        """The screen was locked or the machine sleeps: the hold stops counting."""
        if self._runner is not None:
            self._runner.interrupt()

    def _get_ready(self) -> None:
        if self.asker.uses_windows:
            self._themes.begin()
            import deskstretch.core.proposal
            import deskstretch.ui.prompt.prompt  # noqa: F401

    def _proposal(self) -> Proposal | None:
        proposal = self._proposals.current(self._settings, self._clock().wall.date())
        self.trouble_changed.emit()
        return proposal

    def _ask(self, snoozes_left: int) -> None:
        sitting_seconds = self._loop.status().sitting_seconds
        proposal = self._proposal()
        if proposal is not None:
            from deskstretch.core.proposal import content_of

            content = content_of(proposal, self._settings, sitting_seconds, snoozes_left)
            self.asker.ask(content)

    def _make_prompt(self) -> Prompt:
        from deskstretch.ui.prompt.prompt import Prompt

        prompt = Prompt(self._themes.theme, self._appearance(), self)
        self._themes.theme_changed.connect(prompt.set_theme)
        return prompt

    def _start_guide(self, length: Length | None) -> None:
        proposal = self._proposal()
        if proposal is None:
            self._loop.tell(GuideFinished(Outcome.SKIPPED))
            return
        from deskstretch.ui.guide.runner import GuideRunner

        plan = proposal.plan(length or self._settings.breaks.length)
        self._recorder.begin_steps(plan.routine.id, plan.steps, proposal.exercises, self._clock())
        runner = GuideRunner(plan.steps, self._clock, self)
        runner.hold_progressed.connect(self._recorder.keep_held)
        runner.step_hurt.connect(self._recorder.keep_hurt)
        runner.stretch_hurt.connect(self.stretch_hurt)
        runner.guide_finished.connect(self._finish_guide)
        self._runner = runner
        self._show_guide(runner, plan, proposal)
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
        if self.asker.guide_fills_screen:
            guide.showFullScreen()
        else:
            guide.show()
        guide.raise_()
        guide.activateWindow()
        self._guide, self._shown_runner = guide, runner

    def _finish_guide(self, result: SessionResult) -> None:
        self._recorder.keep_result(result)
        self._runner = None
        self._loop.tell(GuideFinished(result.outcome))
        if self._guide is not None:
            self._guide.tell_saved(self._recorder.trouble is None)

    def _forget_guide(self, runner: GuideRunner) -> None:
        """The window is gone, and with it what it showed; a newer one may be there already."""
        runner.deleteLater()
        if self._shown_runner is runner:
            self._guide = self._shown_runner = None
        self.guide_closed.emit()

    def _appearance(self) -> FigureAppearance:
        from deskstretch.ui.figure.appearance import appearance_of

        return appearance_of(self._settings.look)

    @property
    def _settings(self) -> Settings:
        return self._watch.settings

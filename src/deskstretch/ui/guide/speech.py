"""What a screen reader says during the guide: each part as it begins, and some of the countdown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from deskstretch.core.cues import begun_words, countdown_words
from deskstretch.core.exercise import Exercise
from deskstretch.core.session import SessionView
from deskstretch.core.timeline import SegmentKind
from deskstretch.ui.accessible import say
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.words import left_words, said_words


class GuideSpeech(QObject):
    """Follows a runner on behalf of its window; a few words at a time, never each second."""

    def __init__(
        self, runner: GuideRunner, exercises: Mapping[str, Exercise], window: QWidget
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._exercises = exercises
        self._window = window
        self._before = runner.view
        runner.segment_begun.connect(self._begin)
        runner.view_changed.connect(self._go_on)

    @Slot(object)
    def _begin(self, kind: SegmentKind) -> None:
        view = self._runner.view
        exercise = self._exercises[view.step.exercise_id]
        is_move = kind is SegmentKind.MOVE_IN
        say(self._window, begun_words(view, exercise) if is_move else said_words(view, exercise))

    @Slot(object)
    def _go_on(self, view: SessionView) -> None:
        before, self._before = self._before, view
        if not QAccessible.isActive() or view.finished:
            return
        if view.paused != before.paused:
            say(self._window, left_words(view))
        else:
            say(self._window, countdown_words(before, view))

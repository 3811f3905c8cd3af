"""Lets a guided break be heard. Imported only with a break that is to be heard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from deskstretch.core.cues import begun_words, chime_of, countdown_words, finished_words
from deskstretch.core.exercise import Exercise
from deskstretch.core.session import SessionResult, SessionView
from deskstretch.core.settings import SoundSettings
from deskstretch.core.timeline import SegmentKind
from deskstretch.desktop.sound.choose import choose_player
from deskstretch.desktop.sound.port import Player
from deskstretch.desktop.sound.quiet import Quiet
from deskstretch.desktop.voice.speaker import Speaker, ways_of
from deskstretch.resources import resource_path
from deskstretch.ui.guide.runner import GuideRunner


class GuideSounds(QObject):
    """Chimes and words for one runner, and gone with it."""

    def __init__(
        self,
        runner: GuideRunner,
        exercises: Mapping[str, Exercise],
        settings: SoundSettings,
        player: Player | None = None,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__(runner)
        self._runner = runner
        self._exercises = exercises
        self._volume = settings.volume
        self._player = player or (choose_player(self) if settings.chimes else None)
        self._speaker = speaker or (Speaker(ways_of(), self) if settings.voice else None)
        self._before = runner.view
        self._quiet = Quiet(self)
        runner.segment_begun.connect(self._begin)
        runner.guide_finished.connect(self._finish)
        if self._speaker is not None:
            runner.view_changed.connect(self._count_down)
        # Not a method: by then this object is half gone, the children of it are not.
        runner.destroyed.connect(partial(_close, self._quiet, self._player, self._speaker))

    @property
    def is_asking(self) -> bool:
        """Whether the desktop has yet to say if it wants silence."""
        return self._quiet.is_asking

    def _begin(self, kind: SegmentKind) -> None:
        chime = chime_of(kind)
        if self._player is not None and chime is not None:
            player, file = self._player, resource_path("sounds", f"{chime}.wav")
            self._quiet.unless_no_chimes(lambda: player.play(file, self._volume))
        view = self._runner.view
        self._say(begun_words(view, self._exercises[view.step.exercise_id]))

    def _count_down(self, view: SessionView) -> None:
        before, self._before = self._before, view
        self._say(countdown_words(before, view))

    def _finish(self, result: SessionResult) -> None:
        self._say(finished_words(result))

    def _say(self, words: str) -> None:
        if self._speaker is not None and words:
            speaker = self._speaker
            self._quiet.unless_no_words(lambda: speaker.say(words, self._volume))


def _close(quiet: Quiet, player: Player | None, speaker: Speaker | None) -> None:
    quiet.close()
    for each in (player, speaker):
        if each is not None:
            each.close()

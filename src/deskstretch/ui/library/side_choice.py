"""Which side the preview and its words are about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskstretch.core.exercise import Exercise, Side, side_words
from deskstretch.core.language import _
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.choice_pill import ChoicePill
from deskstretch.ui.widgets.flow import Flow


class SideChoice(Flow[ChoicePill]):
    """Two pills of which one is chosen; hidden where both sides work at once."""

    side_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: tuple[str, ...] = ()
        self._side = Side.RIGHT
        self.setAccessibleName(_("Side"))

    def set_theme(self, theme: Theme) -> None:
        """New pills are painted with `theme`; those there are take it themselves."""
        self._theme = theme

    def show_sides_of(self, exercise: Exercise) -> None:
        """Offer the sides of that stretch; the side chosen for the one before stays."""
        sides = [side for side in exercise.side_order if side is not Side.BOTH]
        self.setVisible(bool(sides))
        words = tuple(side_words(exercise, side) for side in sides)
        if words == self._words:
            return
        self._words = words
        self.set_controls([self._pill(exercise, side) for side in sides])

    def side_of(self, exercise: Exercise) -> Side:
        """The side to show of that stretch."""
        return self._side if self._side in exercise.side_order else Side.BOTH

    def _pill(self, exercise: Exercise, side: Side) -> ChoicePill:
        pill = ChoicePill(self._theme, side_words(exercise, side), self)
        pill.setChecked(side is self._side)
        pill.chosen.connect(partial(self._choose, side))
        return pill

    def _choose(self, side: Side) -> None:
        if side is not self._side:
            self._side = side
            self.side_changed.emit()

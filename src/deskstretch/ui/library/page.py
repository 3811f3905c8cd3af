"""Everything that is known of one stretch, to read."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.exercise import Exercise, Side, with_side
from deskstretch.core.language import _
from deskstretch.ui.library.sentences import Sentences
from deskstretch.ui.library.words import (
    dose_line,
    equipment_line,
    origin_line,
    source_lines,
    strains_line,
)
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.step_list import StepList
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class Page(QWidget):
    """Dose, things needed, steps, cues, mistakes, cautions and source, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dose = TextLabel(theme, "", self, weight=QFont.Weight.DemiBold)
        self._origin = TextLabel(theme, "", self, tone=Tone.MUTED, size=0.88)
        self._equipment = TextLabel(theme, "", self)
        self._strains = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._steps = StepList(theme, self)
        policy = self._steps.sizePolicy()
        policy.setHeightForWidth(True)
        self._steps.setSizePolicy(policy)
        self._feel = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._cues = Sentences(theme, _("Helpful"), self)
        self._mistakes = Sentences(theme, _("Common mistakes"), self)
        self._cautions = Sentences(theme, _("Take care"), self)
        self._sources = Sentences(theme, _("Where it comes from"), self, tone=Tone.MUTED)
        column = QVBoxLayout(self)
        self.column = column
        """Whoever has something to put above the words inserts it at the top."""
        unit = em(self)
        column.setContentsMargins(*(round(0.35 * unit),) * 4)
        column.setSpacing(round(0.3 * unit))
        for label in (self._dose, self._origin, self._equipment, self._strains):
            column.addWidget(label)
        column.addSpacing(round(0.5 * unit))
        column.addWidget(self._steps)
        column.addSpacing(round(0.3 * unit))
        column.addWidget(self._feel)
        for section in (self._cautions, self._cues, self._mistakes, self._sources):
            column.addSpacing(round(0.6 * unit))
            column.addWidget(section)
        column.addStretch(1)

    def show_stretch(self, exercise: Exercise, side: Side) -> None:
        """Say everything of that stretch, with the words for that side."""
        self._dose.setText(dose_line(exercise))
        self._origin.setText(origin_line(exercise))
        for label, line in (
            (self._equipment, equipment_line(exercise)),
            (self._strains, strains_line(exercise)),
        ):
            label.setText(line)
            label.setVisible(bool(line))
        self._steps.show_steps([with_side(text, side) for text in exercise.steps])
        self._steps.set_current(exercise.hold_step)
        self._steps.updateGeometry()
        self._feel.setText(with_side(exercise.feel, side))
        for section, texts in (
            (self._cues, exercise.cues),
            (self._mistakes, exercise.mistakes),
            (self._cautions, exercise.cautions),
            (self._sources, source_lines(exercise)),
        ):
            section.show_texts([with_side(text, side) for text in texts])

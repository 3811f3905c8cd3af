"""One stretch of a routine: its place, its name, how long, and buttons to move or remove it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.exercise import Exercise, Sides
from deskstretch.core.language import _, ngettext
from deskstretch.core.numbers import decimal_words
from deskstretch.core.routine import RoutineItem
from deskstretch.core.words import second_words
from deskstretch.ui.settings.line_button import LineButton, Sign
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.plain_tip import plain_tip
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class StretchLine(QWidget):
    """A line of the list; what stands in it can be replaced."""

    moved = Signal(int)
    """By so many places: -1 is up."""
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = TextLabel(theme, "", self, tone=Tone.MUTED)
        self.title = TextLabel(theme, "", self)
        self._dose = TextLabel(theme, "", self, tone=Tone.MUTED)
        self.up = LineButton(theme, Sign.UP, self)
        self.down = LineButton(theme, Sign.DOWN, self)
        self.remove = LineButton(theme, Sign.CROSS, self)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        unit = em(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self._dose)
        row = QHBoxLayout(self)
        set_margins(row, self, RING_ROOM, round(0.2 * unit), 0, round(0.2 * unit))
        row.setSpacing(0)
        self._number.setMinimumWidth(round(1.4 * unit))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addSpacing(round(0.4 * unit))
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def buttons(self) -> tuple[LineButton, LineButton, LineButton]:
        """Up, down, remove."""
        return self.up, self.down, self.remove

    def show_item(self, item: RoutineItem, exercise: Exercise | None, index: int, of: int) -> None:
        """Show what stands at that place (from 0) of so many; an unknown stretch by its id."""
        name = item.exercise if exercise is None else exercise.name
        self._number.setText(str(index + 1))
        self.title.setText(name)
        self._dose.setText(
            _("No stretch has this id") if exercise is None else _dose(item, exercise)
        )
        self._dose.set_tone(Tone.CORAL if exercise is None else Tone.MUTED)
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < of - 1)
        self.remove.setEnabled(of > 1)  # a routine has at least one
        self.up.setAccessibleName(_("Move {stretch} up").format(stretch=name))
        self.down.setAccessibleName(_("Move {stretch} down").format(stretch=name))
        self.remove.setAccessibleName(_("Take {stretch} out").format(stretch=name))
        for button in self.buttons:
            button.setToolTip(plain_tip(button.accessibleName()))
            button.setAccessibleDescription(
                _("Place {number} of {count}").format(number=index + 1, count=of)
            )


def _dose(item: RoutineItem, exercise: Exercise) -> str:
    """How long and how often: "2 times 15 s, each side"."""
    if exercise.hold is not None:
        dose = _seconds(exercise.hold.nearest(item.hold_seconds or exercise.hold.default))
    else:
        dose = " + ".join(_seconds(phase.seconds) for phase in exercise.phases)
    often = item.repetitions or exercise.repetitions.default
    if often > 1:
        words = ngettext("{count} time {length}", "{count} times {length}", often)
        dose = words.format(count=often, length=dose)
    return _("{dose}, each side").format(dose=dose) if exercise.sides is Sides.EACH else dose


def _seconds(seconds: float) -> str:
    return second_words(decimal_words(seconds))

"""One routine of the person's own: its name, its stretches, and its length to the second."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.exercise import Exercise
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.own_routines import MOST_STRETCHES
from deskstretch.core.routine import Routine
from deskstretch.core.routine_changes import (
    LONGEST_NAME,
    known_length_seconds,
    new_routine,
    renamed,
    with_stretch,
    with_stretch_moved,
    without_stretch,
)
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import why_not_whole
from deskstretch.core.words import exact_words
from deskstretch.ui.settings.line_button import LineButton
from deskstretch.ui.settings.stretch_line import StretchLine
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.entry import Entry
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_EMPTY_WORDS = N_("Add a stretch to keep this routine.")


class RoutineCard(Card):
    """Shows a routine and tells what the person makes of it."""

    routine_changed = Signal(object)
    """The `Routine` as it is wanted."""
    routine_removed = Signal()

    def __init__(
        self, theme: Theme, exercises: Mapping[str, Exercise], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._exercises = exercises
        self.routine = new_routine()
        self.lines: tuple[StretchLine, ...] = ()
        self.name = Entry(theme, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(_("Name of the routine"))
        self.name.editingFinished.connect(self.finish)
        self.length = TextLabel(theme, "", self, weight=QFont.Weight.DemiBold)
        self.note = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._lines_box = QWidget(self)
        self._lines_column = QVBoxLayout(self._lines_box)
        self.opener = SmallButton(theme, "", self)
        self.opener.clicked.connect(lambda: self.open_stretches(self.stretches.isHidden()))
        self.remove = SmallButton(theme, _("Remove routine"), self)
        self.remove.clicked.connect(self.routine_removed)
        self.stretches: Flow[SmallButton] = Flow(self, in_columns=True, gap_em=0.1)
        self._lay_out()
        self.open_stretches(False)

    def show_routine(self, routine: Routine, desk: DeskSettings) -> None:
        """Show it as it is now; what is being typed stays, unless the name is another one."""
        self.routine = routine
        self.name.show_text(routine.name)
        self._make_lines(len(routine.items))
        count = len(routine.items)
        for index, (line, item) in enumerate(zip(self.lines, routine.items, strict=True)):
            line.show_item(item, self._exercises.get(item.exercise), index, count)
        for button in self.stretches.controls:
            button.setEnabled(count < MOST_STRETCHES)
        seconds = known_length_seconds(routine, self._exercises)
        self.length.setText("" if not seconds else exact_words(seconds))
        self.note.setText(self._note_words(seconds, desk))
        self.note.setVisible(bool(self.note.text()))
        self.length.setAccessibleName(
            _("Length of {routine}: {length}").format(
                routine=routine.name, length=self.length.text()
            )
        )
        self.remove.setAccessibleName(
            _("Remove the routine {routine}").format(routine=routine.name)
        )
        self._name_opener()

    def open_stretches(self, is_open: bool) -> None:
        """Offer every stretch to be added, or no longer."""
        if is_open and not self.stretches.controls:
            self.stretches.set_controls([self._adder(each) for each in self._exercises.values()])
            for before, after in pairwise((self.remove, *self.stretches.controls)):
                QWidget.setTabOrder(before, after)
        self.stretches.setVisible(is_open)
        self.opener.setText(pgettext("button", "Done") if is_open else _("Add a stretch"))
        self._name_opener()

    def finish(self) -> None:
        """Tell a name that was typed and not yet told."""
        wanted = renamed(self.routine, self.name.text())
        self.name.show_text(wanted.name)
        self._tell(wanted)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        stops: list[QWidget] = [self.name]
        for line in self.lines:
            stops += line.buttons
        return [*stops, self.opener, self.remove, *self.stretches.controls]

    def _tell(self, wanted: Routine) -> None:
        if wanted == self.routine:
            return
        self.routine_changed.emit(wanted)
        words = _("{name}: {value}").format(
            name=self.routine.name, value=self.length.text() or self.note.text()
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _add(self, exercise_id: str) -> None:
        self._tell(with_stretch(self.routine, exercise_id))

    def _take_out(self, index: int) -> None:
        self._tell(without_stretch(self.routine, index))
        self._focus(min(index, len(self.lines) - 1), "remove")

    def _move(self, index: int, by: int) -> None:
        self._tell(with_stretch_moved(self.routine, index, by))
        self._focus(index + by, "up" if by < 0 else "down")

    def _focus(self, index: int, wanted: str) -> None:
        """The keyboard goes with the line that was moved, to the same button or its neighbour."""
        line = self.lines[index]
        first: LineButton = getattr(line, wanted)
        buttons = (first, line.down, line.up, self.opener)
        next(button for button in buttons if button.isEnabled()).setFocus()

    def _make_lines(self, count: int) -> None:
        for line in self.lines[count:]:
            line.hide()
            line.deleteLater()
        new = [self._line(index) for index in range(len(self.lines), count)]
        self.lines = (*self.lines[:count], *new)
        self._lines_box.setVisible(count > 0)

    def _line(self, index: int) -> StretchLine:
        line = StretchLine(self._theme, self._lines_box)
        line.moved.connect(partial(self._move, index))
        line.removed.connect(partial(self._take_out, index))
        self._lines_column.addWidget(line)
        return line

    def _adder(self, exercise: Exercise) -> SmallButton:
        button = SmallButton(self._theme, exercise.name.replace("&", "&&"), self)
        button.setAccessibleName(_("Add {stretch}").format(stretch=exercise.name))
        button.clicked.connect(partial(self._add, exercise.id))
        return button

    def _note_words(self, seconds: float | None, desk: DeskSettings) -> str:
        if not self.routine.items:
            return _(_EMPTY_WORDS)
        if seconds is None:
            return _("Not offered: it holds a stretch that is not known.")
        hindrance = why_not_whole(self.routine, self._exercises, desk)
        return "" if hindrance is None else _("Not offered. {reason}.").format(reason=hindrance)

    def _name_opener(self) -> None:
        self.opener.setAccessibleName(
            _("{name}: {value}").format(name=self.opener.text(), value=self.routine.name)
        )

    def _lay_out(self) -> None:
        unit = em(self)
        head = QHBoxLayout()
        head.setSpacing(round(0.8 * unit))
        head.addWidget(self.name, 1)
        head.addWidget(self.length, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self._lines_column.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self.opener)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        side = round(1.3 * unit) - RING_ROOM
        self.content.setContentsMargins(side, round(0.9 * unit), side, round(0.9 * unit))
        self.content.setSpacing(round(0.35 * unit))
        self.content.addLayout(head)
        self.content.addWidget(self.note)
        self.content.addWidget(self._lines_box)
        self.content.addLayout(foot)
        self.content.addWidget(self.stretches)

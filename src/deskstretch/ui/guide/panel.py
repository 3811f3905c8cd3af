"""The card beside the figure: which stretch, the ring, the side, the steps, the buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from deskstretch.core.exercise import Exercise, Side, side_words, with_side
from deskstretch.core.language import _, pgettext
from deskstretch.core.routine import PlannedStep
from deskstretch.core.session import SessionView
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.words import current_step, place_words, ring_face
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.button_row import ButtonRow
from deskstretch.ui.widgets.card import Sheet
from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.fading_scroll import FadingScroll
from deskstretch.ui.widgets.ground import lay_on
from deskstretch.ui.widgets.pill_button import RING_ROOM, PillButton, Voice
from deskstretch.ui.widgets.ring import Ring
from deskstretch.ui.widgets.side_pills import SidePills
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.step_list import StepList
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.wrapping import unbreakable_parts

_GAP_EM = 0.55
_LARGE_RING_EM = (6.5, 9.5)
"""Above the steps the ring is at least and at most that large, else it stands beside the name."""
_SMALL_RING_EM = (4.5, 6.0)
_BREATHER_EM = 0.4
"""What each gap round the large ring gets beyond the usual, while the ring is not the smallest."""
_PADDING_EM, _TIGHT_PADDING_EM = 1.3, 0.9
_NAME, _TIGHT_NAME = 1.7, 1.4


class GuidePanel(Sheet):
    """Shows what a session's view says; its buttons give the runner orders."""

    def __init__(
        self,
        runner: GuideRunner,
        exercises: Sequence[Exercise],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._exercises = {exercise.id: exercise for exercise in exercises}
        self._plan = runner.steps
        self._shown_step: PlannedStep | None = None
        self._shown_paused = False
        self._tight = False
        bold = QFont.Weight.Bold
        self._place = TextLabel(theme, "", self, tone=Tone.TEAL, size=0.86, weight=bold)
        self._name = TextLabel(theme, "", self, size=_NAME, weight=bold)
        self._ring = Ring(theme, self)
        lay_on(self._ring, theme.card)
        self._sides = SidePills(theme, self)
        self._steps = StepList(theme)
        self._scroll = FadingScroll(theme, self._steps, self)
        self._feel = TextLabel(theme, "", self, tone=Tone.MUTED, size=0.93)
        self._hurts = self._button(
            _("This hurts"), Voice.PLAIN, runner.hurt, _("Ends this stretch now and leaves it out")
        )
        self._pause = self._button(
            pgettext("button", "Pause"),
            Voice.SECONDARY,
            runner.toggle_pause,
            pgettext("key", "Space"),
        )
        self._pause.keep_room_for(pgettext("button", "Resume"))
        back, onward = pgettext("key", "Left arrow"), pgettext("key", "Right arrow")
        if self.isRightToLeft():
            back, onward = onward, back
        self._buttons = ButtonRow(
            (
                self._pause,
                self._button(
                    pgettext("button", "Back"),
                    Voice.SECONDARY,
                    runner.go_back,
                    back,
                ),
                self._button(
                    pgettext("button", "Next"),
                    Voice.SECONDARY,
                    runner.go_next,
                    onward,
                ),
                self._button(
                    pgettext("button", "End"), Voice.QUIET, runner.end, pgettext("key", "Esc")
                ),
            ),
            self,
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        super().set_theme(theme)
        lay_on(self._ring, theme.card)

    def show_view(self, view: SessionView) -> None:
        """Show this moment."""
        exercise = self._exercises[view.step.exercise_id]
        if view.step is not self._shown_step:
            self._shown_step = view.step
            self._show_step(view, exercise)
        face = ring_face(view, exercise)
        self._ring.set_word(face.word)
        self._ring.show_time(face.number, face.whole, face.share, face.tone)
        if self._steps.set_current(current_step(view, exercise)):
            self._show_current_row()
        if view.paused is not self._shown_paused:
            self._shown_paused = view.paused
            self._pause.setText(
                pgettext("button", "Resume") if view.paused else pgettext("button", "Pause")
            )
            self._pause.set_voice(Voice.PRIMARY if view.paused else Voice.SECONDARY)

    def set_tight(self, tight: bool) -> None:
        """Whether room is scarce."""
        self._tight = tight
        self._name.set_size(_TIGHT_NAME if tight else _NAME)

    def least_width(self) -> int:
        """So that the longest word of any name stands whole beside the ring."""
        metrics = QFontMetrics(scaled_font(self.font(), _NAME, QFont.Weight.Bold))
        names = {self._exercises[step.exercise_id].name for step in self._plan}
        words = {word for name in names for word in unbreakable_parts(name)}
        longest = max(metrics.horizontalAdvance(word) for word in words) + 1
        ring = round(_SMALL_RING_EM[1] * em(self))
        return 2 * self._padding() + ring + 2 * self._gap() + longest

    def compact_height(self, width: int) -> int:
        """The height it needs with a small ring, the current step and no more."""
        inner = width - 2 * self._padding()
        head = self._head_height(inner)
        foot = self._foot_height(inner, with_feel=False)
        return 2 * self._padding() + head + self._gap() + self._steps.highest_row(inner) + foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find each thing its place."""
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The font decides about all sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._shown_step is not None:
            self._arrange()

    def _button(self, text: str, voice: Voice, order: Callable[[], None], tip: str) -> PillButton:
        button = PillButton(self._theme, text, voice, self)
        button.setToolTip(tip)
        # By Tab only: after a click, Space must still mean pause.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(order)
        return button

    def _show_step(self, view: SessionView, exercise: Exercise) -> None:
        step = view.step
        turns = [
            planned
            for planned in self._plan
            if planned.exercise_id == step.exercise_id and planned.side == step.side
        ]
        place = place_words(view, rounds=max(turn.repetition for turn in turns))
        self._place.setText(place.upper())
        self._place.setAccessibleName(place)
        self._name.setText(exercise.name)
        sides = self._sides_in_order(step.exercise_id)
        names = [side_words(exercise, side) for side in sides]
        self._sides.show_sides(names, sides.index(step.side) if sides else 0)
        self._steps.show_steps([with_side(text, step.side) for text in exercise.steps])
        self._feel.setText(with_side(exercise.feel, step.side))
        self._arrange()

    def _show_current_row(self) -> None:
        row = self._steps.current_row()
        if row is not None:
            self._scroll.show_row(row)

    def _sides_in_order(self, exercise_id: str) -> list[Side]:
        sides = [step.side for step in self._plan if step.exercise_id == exercise_id]
        return [side for side in dict.fromkeys(sides) if side is not Side.BOTH]

    def _arrange(self) -> None:
        padding = self._padding()
        width = self.width() - 2 * padding
        room = self.height() - 2 * padding
        if width <= 0 or room <= 0:
            return
        steps_height = self._steps.heightForWidth(width)
        foot = self._foot_height(width, with_feel=True)
        ring_room = room - self._column_height(width) - steps_height - foot - 2 * self._gap()
        if ring_room >= _LARGE_RING_EM[0] * em(self):
            top = self._stack_head(width, ring_room)
        else:
            top = self._lay_head_side_by_side(width)
        left_for_steps = room + padding - top - foot
        with_feel = left_for_steps >= self._steps.highest_row(width)
        if not with_feel:
            left_for_steps += foot - self._foot_height(width, with_feel=False)
        self._steps.resize(width, steps_height)
        self._scroll.setVisible(left_for_steps >= em(self))
        steps_height = max(0, min(steps_height, left_for_steps))
        self._put(self._scroll, padding, top, width, steps_height)
        self._show_current_row()
        self._place_foot(width, with_feel=with_feel)

    def _stack_head(self, width: int, ring_room: int) -> int:
        """Titles, ring and sides one below the other; the top of what comes next."""
        padding, unit = self._padding(), em(self)
        least, most = (lines * unit for lines in _LARGE_RING_EM)
        wished = min(most, 0.75 * width, ring_room - 3 * _BREATHER_EM * unit)
        ring = round(max(least, wished))
        gap = self._gap() + min(round(unit), (ring_room - ring) // 4)
        top = self._place_titles(padding, padding, width) + gap - self._title_gap()
        self._put(self._ring, padding + (width - ring) // 2, top, ring, ring)
        top += ring + gap
        sides = self._place_sides(padding, top, width)
        return top + sides + gap if sides else top

    def _lay_head_side_by_side(self, width: int) -> int:
        """A small ring beside titles and sides; the top of what comes next.

        Sides that are too wide for that stand below both.
        """
        padding, gap = self._padding(), self._gap()
        ring, sides = self._small_ring(width), self._sides.sizeHint().width()
        left, column = padding + ring + 2 * gap, width - ring - 2 * gap
        height = self._head_height(width)
        if self._sides_stand_below(width):
            beside = height - gap // 2 - self._sides_height()
            top = padding + (beside - self._titles_height(column)) // 2
            self._place_titles(left, top, column)
            self._place_sides(padding, padding + beside + gap // 2, min(width, sides))
        else:
            beside = height
            top = padding + (height - self._column_height(column)) // 2
            top = self._place_titles(left, top, column) + gap // 2
            self._place_sides(left, top, min(column, sides))
        self._put(self._ring, padding, padding + (beside - ring) // 2, ring, ring)
        return padding + height + gap

    def _place_titles(self, left: int, top: int, width: int) -> int:
        for label in (self._place, self._name):
            height = label.heightForWidth(width)
            self._put(label, left, top, width, height)
            top += height + self._title_gap()
        return top

    def _place_sides(self, left: int, top: int, width: int) -> int:
        height = self._sides_height()
        self._sides.setVisible(height > 0)
        self._put(self._sides, left, top, width, height)
        return height

    def _place_foot(self, width: int, *, with_feel: bool) -> None:
        # The pills' outlines, not the room for their focus rings, keep to the padding.
        left, full = self._padding() - RING_ROOM, width + 2 * RING_ROOM
        bottom = self.height() - self._padding() + RING_ROOM
        hurts = self._hurts.sizeHint()
        in_row = self._hurts_in_button_row(full)
        for_buttons = full - hurts.width() - self._gap() // 2 if in_row else full
        height = self._buttons.heightForWidth(for_buttons)
        self._put(self._buttons, left, bottom - height, for_buttons, height)
        hurts_left = left + full - hurts.width()
        if in_row:
            self._put(
                self._hurts, hurts_left, bottom - hurts.height(), hurts.width(), hurts.height()
            )
        for_feel = self._feel_width(width)
        feel = self._feel.heightForWidth(for_feel)
        middle = bottom - height - self._gap() // 2 - self._feel_row_height(width, with_feel) // 2
        self._feel.setVisible(with_feel)
        self._put(self._feel, self._padding(), middle - feel // 2, for_feel, feel)
        if not in_row:
            top = middle - hurts.height() // 2
            self._put(self._hurts, hurts_left, top, hurts.width(), hurts.height())

    def _put(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        part.setGeometry(in_reading_order(self, QRect(left, top, width, height)))

    def _foot_height(self, width: int, *, with_feel: bool) -> int:
        row = self._feel_row_height(width, with_feel)
        above = row + self._gap() // 2 if row else 0
        return self._gap() + above + self._buttons.heightForWidth(width + 2 * RING_ROOM)

    def _feel_row_height(self, width: int, with_feel: bool) -> int:
        """Of where to feel it, and of _("This hurts") where that has no place among the buttons."""
        feel = self._feel.heightForWidth(self._feel_width(width)) if with_feel else 0
        in_row = self._hurts_in_button_row(width + 2 * RING_ROOM)
        return feel if in_row else max(feel, self._hurts.sizeHint().height())

    def _feel_width(self, width: int) -> int:
        if self._hurts_in_button_row(width + 2 * RING_ROOM):
            return width
        return width - self._hurts.sizeHint().width() - self._gap()

    def _hurts_in_button_row(self, width: int) -> bool:
        needed = self._buttons.sizeHint().width() + self._hurts.sizeHint().width()
        return self._tight and needed + self._gap() // 2 <= width

    def _head_height(self, width: int) -> int:
        ring = self._small_ring(width)
        column = width - ring - 2 * self._gap()
        if self._sides_stand_below(width):
            return max(ring, self._titles_height(column)) + self._gap() // 2 + self._sides_height()
        return max(ring, self._column_height(column))

    def _sides_stand_below(self, width: int) -> bool:
        """Whether the ring leaves too little room for them beside it."""
        column = width - self._small_ring(width) - 2 * self._gap()
        return self._sides_height() > 0 and self._sides.sizeHint().width() > column

    def _column_height(self, width: int) -> int:
        titles = self._titles_height(width)
        sides = self._sides_height()
        return titles + (sides + self._gap() // 2 if sides else 0)

    def _titles_height(self, width: int) -> int:
        labels = (self._place, self._name)
        return sum(label.heightForWidth(width) + self._title_gap() for label in labels)

    def _title_gap(self) -> int:
        return self._gap() // 4

    def _sides_height(self) -> int:
        return self._sides.sizeHint().height() if self._sides.text() else 0

    def _small_ring(self, width: int) -> int:
        least, most = (round(size * em(self)) for size in _SMALL_RING_EM)
        return max(least, min(most, round(0.28 * width)))

    def _padding(self) -> int:
        return round((_TIGHT_PADDING_EM if self._tight else _PADDING_EM) * em(self))

    def _gap(self) -> int:
        return round(_GAP_EM * em(self))

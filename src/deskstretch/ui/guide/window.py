"""The guide's window: the figure large on paper, the card beside or below it, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import msgspec
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.core.exercise import Exercise, Side
from deskstretch.core.language import pgettext
from deskstretch.core.routine import PlannedStep
from deskstretch.core.session import SessionResult, SessionView
from deskstretch.ui.accessible import say
from deskstretch.ui.figure.appearance import FigureAppearance, palette_in
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.guide.last_card import LastCard
from deskstretch.ui.guide.motion import figure_side, motion_of
from deskstretch.ui.guide.panel import GuidePanel
from deskstretch.ui.guide.runner import GuideRunner
from deskstretch.ui.guide.speech import GuideSpeech
from deskstretch.ui.guide.words import left_words
from deskstretch.ui.room import StaysInside
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_reading_order, in_time
from deskstretch.ui.widgets.ground import lay_on
from deskstretch.ui.widgets.segments_bar import SegmentsBar
from deskstretch.ui.widgets.sizes import em, scaled_font
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

_DESIGN_EM = (55, 34)
"""The window's size in lines of text at which the text has the desktop's size; it grows beyond."""
_LARGEST_TEXT = 4.0
_TEXT_STEP = 0.05
_WIDE_EM = (44, 23)
"""From that size on the card stands beside the figure, below that under it."""
_CARD_EM = (21, 30)
_LEAST_FIGURE_EM = 4.0
_LEAST_BAR_EM, _WORDS_EM = 5.0, 16.0
"""Beside each other above the figure: how far the work is, and the time that is left."""
_SMALLEST_EM = (22.5, 19)
_SMALLEST_PIXELS = (480, 360)
_LINE_EM = 1.3
"""The line above the figure, unless its letters need more."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class GuideWindow(QWidget):
    """Shows a guided break; what the runner's view says, and nothing else.

    Closing it ends the break; it then frees itself.
    """

    accessible_role = QAccessible.Role.Window

    def __init__(
        self,
        runner: GuideRunner,
        exercises: Sequence[Exercise],
        theme: Theme,
        appearance: FigureAppearance | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(pgettext("noun", "Stretch"))
        # So that no button has the keyboard at first: Space means pause.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self._runner = runner
        self._theme = theme
        self._exercises = {exercise.id: exercise for exercise in exercises}
        self._shown_step: PlannedStep | None = None
        self._shown_left: tuple[int, bool, bool] | None = None
        self._has_figure = False
        self._bar = SegmentsBar(theme, runner.view.stretch_count, self)
        self._left = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._appearance = appearance or FigureAppearance()
        self._figure = FigureView(self)
        self._figure.set_palette(palette_in(theme, self._appearance))
        self._figure.set_reduced_motion(reduced_motion)
        runner.set_reduced_motion(reduced_motion)
        self._panel = GuidePanel(runner, exercises, theme, self)
        self._lay_on_paper()
        self._last = LastCard(theme, self)
        self._last.hide()
        self._last.close_wanted.connect(self.close)
        self._connect_keys()
        StaysInside(self, self._fit_smallest_size)
        runner.view_changed.connect(self._show_view)
        GuideSpeech(runner, self._exercises, self)
        runner.guide_finished.connect(self._show_result)
        self._show_view(runner.view)
        self._fit_smallest_size()
        self.resize(self.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self._figure.set_palette(palette_in(theme, self._appearance))
        self._lay_on_paper()
        self.update()

    @Slot(bool)
    def tell_saved(self, saved: bool) -> None:
        """Say on the last screen whether the break is in the history."""
        self._last.tell_saved(saved)

    def sizeHint(self) -> QSize:
        """Roomy, as far as the screen allows."""
        unit = QFontMetricsF(QApplication.font()).height()
        wished = QSize(*(round(1.1 * lines * unit) for lines in _DESIGN_EM))
        return wished.boundedTo(self.screen().availableGeometry().size() * 0.92)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger window has larger text: one stands back from it to stretch."""
        self._fit_text()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font, and sleep while minimised."""
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.ApplicationFontChange:
                self._fit_text()
                self._fit_smallest_size()
                self._arrange()
            case QEvent.Type.WindowStateChange:
                self._runner.set_seen(self.isVisible() and not self.isMinimized())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on somebody looks."""
        super().showEvent(event)
        self._runner.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Time goes on, drawing does not."""
        super().hideEvent(event)
        self._runner.set_seen(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing ends the break."""
        # First let go: a last screen in a window that is closing would only flash.
        self._runner.guide_finished.disconnect(self._show_result)
        self._runner.end()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses, unless a button has the keyboard; on the last screen any key closes."""
        if event.isAutoRepeat() or event.key() in _MODIFIERS:
            super().keyPressEvent(event)
        elif self._runner.view.finished:
            self._last.close_by_key()
        elif event.key() == Qt.Key.Key_Space:
            self._runner.toggle_pause()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the paper or the figure: all of the screen, or the window again."""
        self._toggle_full_screen()

    def _connect_keys(self) -> None:
        # Shortcuts, because a button with the keyboard would take the arrows for itself.
        for key, order in (
            (in_time(self, Qt.Key.Key_Right), self._runner.go_next),
            (in_time(self, Qt.Key.Key_Left), self._runner.go_back),
            (Qt.Key.Key_F11, self._toggle_full_screen),
            (Qt.Key.Key_F, self._toggle_full_screen),
            (Qt.Key.Key_Escape, self._leave),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(order)
            self._runner.guide_finished.connect(shortcut.deleteLater)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _leave(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self._runner.end()

    @Slot(object)
    def _show_view(self, view: SessionView) -> None:
        if view.finished:
            return
        left = ceil(view.break_seconds_left), view.paused, view.interrupted
        if left != self._shown_left:
            self._shown_left = left
            self._left.setText(left_words(view))
        self._bar.show_progress(view.stretch_index, view.stretch_progress)
        if view.step is not self._shown_step:
            self._shown_step = view.step
            self._show_stretch(self._exercises[view.step.exercise_id], view.step.side)
        self._figure.set_motion(motion_of(view))
        self._panel.show_view(view)

    def _show_stretch(self, exercise: Exercise, side: Side) -> None:
        poses = tuple(phase.pose for phase in exercise.phases)
        self._has_figure = exercise.figure is not msgspec.UNSET
        if exercise.figure is not msgspec.UNSET:
            self._figure.show_stretch(exercise.figure, poses, figure_side(side))
        self._arrange()

    @Slot(object)
    def _show_result(self, result: SessionResult) -> None:
        self._bar.show_progress(self._bar.maximum(), 0)
        self._left.setText("")
        self._panel.hide()
        self._last.show_result(result, self._exercises)
        self._last.show()
        self._arrange()
        say(self, self._last.words())

    def _lay_on_paper(self) -> None:
        for moving in (self._figure, self._bar):
            lay_on(moving, self._theme.paper)

    def _fit_text(self) -> None:
        font = QApplication.font()
        unit = QFontMetricsF(font).height()
        across, down = (lines * unit for lines in _DESIGN_EM)
        room = min(self.width() / across, self.height() / down)
        scale = max(1.0, min(_LARGEST_TEXT, room // _TEXT_STEP * _TEXT_STEP))
        self.setFont(scaled_font(font, scale, font.weight()))

    def _fit_smallest_size(self) -> None:
        unit = QFontMetricsF(QApplication.font()).height()
        across, down = (round(lines * unit) for lines in _SMALLEST_EM)
        smallest = QSize(max(across, _SMALLEST_PIXELS[0]), max(down, _SMALLEST_PIXELS[1]))
        self.setMinimumSize(smallest.boundedTo(self.screen().availableGeometry().size()))

    def _arrange(self) -> None:
        unit = em(self)
        wide = self.width() >= _WIDE_EM[0] * unit and self.height() >= _WIDE_EM[1] * unit
        self._panel.set_tight(not wide)
        if wide:
            self._arrange_side_by_side(unit)
        else:
            self._arrange_stacked(unit)

    def _arrange_side_by_side(self, unit: float) -> None:
        margin, least, most = (round(lines * unit) for lines in (1.35, *_CARD_EM))
        least = max(least, self._panel.least_width())
        card_width = max(least, min(most, round(0.36 * self.width())))
        left = self.width() - margin - card_width
        self._place_card(QRect(left, margin, card_width, self.height() - 2 * margin))
        top, start = round(2 * unit), round(2.2 * unit)
        room = left - start - margin
        bar = self._bar.sizeHint().boundedTo(QSize(room, self.height()))
        self._put(self._bar, start, top, bar.width(), bar.height())
        top += bar.height() + round(0.55 * unit)
        self._put(self._left, start, top, room, self._line_height())
        top += self._line_height()
        self._put(self._figure, margin, top, left - 2 * margin, self.height() - margin - top)
        self._figure.setVisible(self._has_figure)

    def _arrange_stacked(self, unit: float) -> None:
        margin, line = round(0.7 * unit), self._line_height()
        width = self.width() - 2 * margin
        words = min(width - round(_LEAST_BAR_EM * unit), round(_WORDS_EM * unit))
        bar = self._bar.sizeHint().boundedTo(QSize(width - words - margin, line))
        self._put(self._bar, margin, margin + (line - bar.height()) // 2, bar.width(), bar.height())
        self._put(self._left, margin + bar.width() + margin, margin, words, line)
        top = margin + line + margin // 2
        room = self.height() - top - margin
        card_height = max(self._panel.compact_height(width), round(0.5 * room))
        figure_height = room - card_height - margin
        drawn = self._has_figure and figure_height >= _LEAST_FIGURE_EM * unit
        self._figure.setVisible(drawn)
        if drawn:
            self._put(self._figure, margin, top, width, figure_height)
            top += figure_height + margin
        self._place_card(QRect(margin, top, width, self.height() - margin - top))

    def _line_height(self) -> int:
        """Letters that the font does not have, as those of Japanese, may come from a taller one."""
        return max(round(_LINE_EM * em(self)), self._left.sizeHint().height())

    def _place_card(self, place: QRect) -> None:
        for card in (self._panel, self._last):
            card.setGeometry(in_reading_order(self, place))

    def _put(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        part.setGeometry(in_reading_order(self, QRect(left, top, width, height)))

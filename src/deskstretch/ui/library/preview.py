"""The moving preview of a stretch: a button that plays and pauses it."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from deskstretch.core.exercise import Exercise, Side
from deskstretch.core.figure.body import Side as FigureSide
from deskstretch.core.figure.choreography import MotionKind
from deskstretch.core.language import _, pgettext
from deskstretch.core.rehearsal import Rehearsal, rehearsal_of
from deskstretch.ui.figure.appearance import FigureAppearance, palette_in
from deskstretch.ui.figure.view import FigureView
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_reading_order, painted_in_reading_order
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_MOVE_MS = 33
_HOLD_MS = 80
"""In a hold only the breath moves, slowly."""
_LONGEST_STEP_SECONDS = 0.25
"""After a stall the movement goes on from where it was."""
_UNATTENDED_SECONDS = 90.0
"""Then it rests: a window left open should cost nothing."""
_IN_STRETCH = (MotionKind.HOLD, MotionKind.PHASE)
_RADIUS_EM = 0.8
_MARGIN_EM, _CAPTION_EM = 0.4, 1.4
_FIGURE_SIDES: dict[Side, FigureSide] = {Side.LEFT: "left", Side.RIGHT: "right"}


class Preview(QAbstractButton):
    """Shows one round after the other while somebody can see it, or two still key poses.

    Pressing it pauses and plays. It paints nothing while hidden, minimised or paused.
    """

    def __init__(
        self,
        theme: Theme,
        appearance: FigureAppearance,
        parent: QWidget | None = None,
        *,
        reduced_motion: bool = False,
        read_seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._appearance = appearance
        self._reduced_motion = reduced_motion
        self._read_seconds = read_seconds
        self._rehearsal: Rehearsal | None = None
        self._name = ""
        self._seconds = 0.0
        self._seen_at = 0.0
        self._paused = False
        self._window: QWidget | None = None
        self._views = tuple(FigureView(self) for _ in range(2 if reduced_motion else 1))
        self._captions = tuple(
            TextLabel(theme, "", self, tone=Tone.MUTED, align=Qt.AlignmentFlag.AlignHCenter)
            for _ in range(2 if reduced_motion else 0)
        )
        for child in (*self._views, *self._captions):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(
            Qt.FocusPolicy.NoFocus if reduced_motion else Qt.FocusPolicy.StrongFocus
        )
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.show_next)
        self.clicked.connect(self._toggle)
        self._dress()

    @property
    def is_playing(self) -> bool:
        """Whether the figure moves now."""
        return self._frame.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self._dress()

    def set_appearance(self, appearance: FigureAppearance) -> None:
        """Let the figure look like this from now on."""
        self._appearance = appearance
        self._dress()

    def show_stretch(self, exercise: Exercise, side: Side) -> None:
        """Play that stretch on that side from its start."""
        if exercise.figure is msgspec.UNSET:
            self._rehearsal = None
            self._frame.stop()
            return
        self._rehearsal = rehearsal_of(exercise)
        self._name = exercise.name
        poses = tuple(phase.pose for phase in exercise.phases)
        for view in self._views:
            view.set_reduced_motion(self._reduced_motion)
            view.show_stretch(exercise.figure, poses, _FIGURE_SIDES.get(side))
        if self._reduced_motion:
            self._show_key_moments(self._rehearsal)
        self._seconds, self._paused = 0.0, False
        self._play_or_rest()

    def show_next(self) -> None:
        """Look at the clock and show that moment; it does so itself while it plays."""
        if self._rehearsal is None:
            return
        now = self._read_seconds()
        self._seconds += min(_LONGEST_STEP_SECONDS, now - self._seen_at)
        self._seen_at = now
        in_stretch = self._rehearsal.scene_at(self._seconds).kind in _IN_STRETCH
        if self._seconds >= _UNATTENDED_SECONDS and in_stretch:
            self._paused = True
            self._play_or_rest()
        else:
            self._show_moment(self._rehearsal)

    def sizeHint(self) -> QSize:
        """As large as it looks best in a card."""
        return QSize(round(18 * em(self)), round(15 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Still recognisable."""
        return QSize(round(8 * em(self)), round(8 * em(self)))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on somebody looks."""
        super().showEvent(event)
        if self._window is not self.window():
            self._window = self.window()
            self._window.installEventFilter(self)
        self._play_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._play_or_rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A minimised window shows nothing either."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._play_or_rest()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures share the place."""
        margin = round(_MARGIN_EM * em(self))
        caption = round(_CAPTION_EM * em(self)) if self._captions else 0
        width = (self.width() - 2 * margin) // len(self._views)
        height = self.height() - 2 * margin - caption
        for index, view in enumerate(self._views):
            place = QRect(margin + index * width, margin, width, height)
            view.setGeometry(in_reading_order(self, place))
        for index, label in enumerate(self._captions):
            place = QRect(margin + index * width, margin + height, width, caption)
            label.setGeometry(in_reading_order(self, place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet of paper, a sign while it is paused, the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.paper)
        radius = _RADIUS_EM * em(self)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if not self._reduced_motion:
            self._paint_sign(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_sign(self, painter: QPainter) -> None:
        """What pressing it does: two bars pause, a triangle plays."""
        size, margin = 0.7 * em(self), 0.8 * em(self)
        box = QRectF(margin, self.height() - margin - size, size, size)
        box = painted_in_reading_order(self, box)
        painter.setBrush(self._theme.muted)
        if self._paused:
            middle = QPointF(box.right(), box.center().y())
            painter.drawPolygon(QPolygonF([box.topLeft(), middle, box.bottomLeft()]))
            return
        bar = QRectF(box.left(), box.top(), 0.3 * size, size)
        for left in (box.left(), box.right() - bar.width()):
            bar.moveLeft(left)
            painter.drawRect(bar)

    def _toggle(self) -> None:
        if self._paused and self._seconds >= _UNATTENDED_SECONDS:
            self._seconds = 0.0
        self._paused = not self._paused
        self._play_or_rest()

    def _play_or_rest(self) -> None:
        window = self.window()
        seen = self.isVisible() and not window.isMinimized()
        if self._rehearsal is not None and seen and not self._paused and not self._reduced_motion:
            if not self._frame.isActive():
                self._seen_at = self._read_seconds()
                self._show_moment(self._rehearsal)
        else:
            self._frame.stop()
        self._tell()

    def _show_moment(self, rehearsal: Rehearsal) -> None:
        self._views[0].set_motion(rehearsal.motion_at(self._seconds))
        calm = rehearsal.scene_at(self._seconds).kind in (MotionKind.HOLD, MotionKind.START)
        self._frame.start(_HOLD_MS if calm else _MOVE_MS)

    def _show_key_moments(self, rehearsal: Rehearsal) -> None:
        moments = zip(self._views, self._captions, rehearsal.key_moments, strict=False)
        for view, caption, (words, motion) in moments:
            view.set_motion(motion)
            caption.setText(words)

    def _tell(self) -> None:
        if self._reduced_motion:
            name, tip = _("Preview of {stretch}, still"), ""
        elif self._paused:
            name, tip = _("Preview of {stretch}, paused"), pgettext("button", "Play")
        else:
            name, tip = _("Preview of {stretch}, playing"), pgettext("button", "Pause")
        self.setAccessibleName(name.format(stretch=self._name))
        self.setToolTip(tip)
        self.update()

    def _dress(self) -> None:
        for view in self._views:
            view.set_palette(palette_in(self._theme, self._appearance))
        self.update()

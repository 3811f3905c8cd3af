"""The card about one stretch: its name, the preview, everything to read, and what can be done."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _, pgettext
from deskstretch.core.library import Remedy, remedy_of, tags_of, turned
from deskstretch.core.settings import DeskSettings
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.library.page import Page
from deskstretch.ui.library.preview import Preview
from deskstretch.ui.library.reading_scroll import ReadingScroll
from deskstretch.ui.library.side_choice import SideChoice
from deskstretch.ui.library.words import about_line, capitalised
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_BESIDE_EM = 36
"""From that width on the preview stands beside the words, below that above them."""
_LOW_EM = 25
"""Below that height the name scrolls along with the words."""


class Details(Card):
    """Shows one stretch; its buttons tell what is wanted, and change nothing themselves."""

    start_chosen = Signal(str)
    """The id of the exercise."""
    setting_changed = Signal(str, object)
    """The key of a setting, and its new value."""

    def __init__(
        self,
        theme: Theme,
        appearance: FigureAppearance,
        parent: QWidget | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__(theme, parent)
        self._exercise: Exercise | None = None
        self._desk = DeskSettings()
        self._remedy: Remedy | None = None
        self._arrangement: tuple[bool, bool] | None = None
        bold = QFont.Weight.Bold
        self._name = TextLabel(theme, "", self, size=1.6, weight=bold)
        self._about = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._tags = TextLabel(theme, "", self, tone=Tone.TEAL, weight=QFont.Weight.DemiBold)
        self._preview = Preview(theme, appearance, self, reduced_motion=reduced_motion)
        self._sides = SideChoice(theme, self)
        self._sides.side_changed.connect(self._show)
        self._page = Page(theme)
        self._scroll = ReadingScroll(theme, self._page, self)
        self._scroll.setAccessibleName(_("About this stretch"))
        self._start = PillButton(theme, pgettext("button", "Start now"), Voice.PRIMARY, self)
        self._favourite = PillButton(theme, pgettext("button", "Favourite"), Voice.SECONDARY, self)
        self._left_out = PillButton(theme, pgettext("button", "Leave out"), Voice.QUIET, self)
        self._switch = PillButton(theme, "", Voice.SECONDARY, self)
        self._favourite.keep_room_for(pgettext("button", "Remove favourite"))
        self._left_out.keep_room_for(pgettext("button", "Use again"))
        self._buttons = Flow[PillButton](self)
        self._buttons.set_controls((self._start, self._favourite, self._left_out, self._switch))
        self._start.clicked.connect(self._tell_start)
        self._favourite.clicked.connect(lambda: self._tell_turned("favourites"))
        self._left_out.clicked.connect(lambda: self._tell_turned("left_out"))
        self._switch.clicked.connect(self._tell_remedy)
        self._fill()

    def show_stretch(self, exercise: Exercise) -> None:
        """Show another stretch, from the top."""
        self._exercise = exercise
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def show_desk(self, desk: DeskSettings) -> None:
        """Say how it stands with the stretch under these settings."""
        self._desk = desk
        self._show_standing()

    def set_appearance(self, appearance: FigureAppearance) -> None:
        """Let the figure look like this from now on."""
        self._preview.set_appearance(appearance)

    def sizeHint(self) -> QSize:
        """Roomy."""
        return QSize(round(40 * em(self)), round(36 * em(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find each part its place."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The font decides about all sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._exercise is not None:
            self._arrange()

    def _fill(self) -> None:
        self._head = _column(self, self._name, self._about, self._tags)
        self._picture = _column(self, self._preview, self._sides)
        self._body = QHBoxLayout()
        self._body.setSpacing(round(em(self)))
        self._body.addWidget(self._scroll, 1)
        self.content.addLayout(self._body, 1)
        self.content.addWidget(self._buttons)

    def _arrange(self) -> None:
        """Picture and name have places of their own where there is room, else they scroll along."""
        unit = em(self)
        has_figure = self._exercise is not None and self._exercise.figure is not msgspec.UNSET
        beside = has_figure and self.width() >= _BESIDE_EM * unit
        low = self.height() < _LOW_EM * unit
        height = 0 if beside else min(15 * unit, max(8 * unit, 0.4 * self.height()))
        self._preview.setMinimumHeight(round(height))
        if (beside, low) == self._arrangement:
            return
        self._arrangement = (beside, low)
        if beside:
            self._body.insertWidget(0, self._picture, 1)
        else:
            self._page.column.insertWidget(0, self._picture)
        if low:
            self._page.column.insertWidget(0, self._head)
        else:
            self.content.insertWidget(0, self._head)

    def _show(self) -> None:
        exercise = self._exercise
        if exercise is None:
            return
        self._sides.show_sides_of(exercise)
        side = self._sides.side_of(exercise)
        self._name.setText(exercise.name)
        self._about.setText(about_line(exercise))
        self._preview.setVisible(exercise.figure is not msgspec.UNSET)
        self._arrange()
        self._preview.show_stretch(exercise, side)
        self._page.show_stretch(exercise, side)
        self._show_standing()

    def _show_standing(self) -> None:
        if self._exercise is None:
            return
        tags = tags_of(self._exercise, self._desk)
        self._tags.setText(capitalised(" · ".join(tags)))
        self._tags.setVisible(bool(tags))
        liked = self._exercise.id in self._desk.favourites
        out = self._exercise.id in self._desk.left_out
        self._favourite.setText(
            pgettext("button", "Remove favourite") if liked else pgettext("button", "Favourite")
        )
        self._left_out.setText(
            pgettext("button", "Use again") if out else pgettext("button", "Leave out")
        )
        self._remedy = remedy_of(self._exercise, self._desk)
        self._switch.setVisible(self._remedy is not None)
        self._switch.setText(self._remedy.words if self._remedy else "")
        self._switch.updateGeometry()

    def _tell_start(self) -> None:
        if self._exercise is not None:
            self.start_chosen.emit(self._exercise.id)

    def _tell_turned(self, name: str) -> None:
        if self._exercise is not None:
            ids = turned(getattr(self._desk, name), self._exercise.id)
            self.setting_changed.emit(f"desk.{name}", ids)

    def _tell_remedy(self) -> None:
        if self._remedy is not None:
            self.setting_changed.emit(self._remedy.key, self._remedy.value)


def _column(parent: QWidget, *parts: QWidget) -> QWidget:
    """The parts one below the other, to be moved about together."""
    whole = QWidget(parent)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(0.4 * em(parent)))
    for part in parts:
        column.addWidget(part)
    return whole

"""The library's window: search and list on the left, one stretch on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _
from deskstretch.core.library import Wanted, tags_of
from deskstretch.core.settings import DeskSettings
from deskstretch.core.suitable import is_suitable
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.library.columns import Columns
from deskstretch.ui.library.details import Details
from deskstretch.ui.library.finder import Finder
from deskstretch.ui.library.safety_line import SafetyLine
from deskstretch.ui.library.stretch_list import StretchList, StretchRow
from deskstretch.ui.library.words import about_line
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.page_scroll import PageScroll
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

_SIZE_EM = (66, 42)
_SMALLEST_EM = (20, 17)
_SMALLEST_PIXELS = (480, 360)


class LibraryWindow(QWidget):
    """Shows a catalogue and a person's settings; tells what is to start or to change.

    It frees itself when closed.
    """

    accessible_role = QAccessible.Role.Window
    start_chosen = Signal(str)
    """The id of an exercise."""
    setting_changed = Signal(str, object)
    """The key of a setting ("desk.favourites"), and its new value."""

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        desk: DeskSettings,
        appearance: FigureAppearance | None = None,
        *,
        reduced_motion: bool = False,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(_("Stretches"))
        self._theme = theme
        self._exercises = dict(catalogue.exercises)
        self._desk = desk
        self._finder = Finder(theme, list(self._exercises.values()), self)
        self._trouble = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._trouble.hide()
        self._list = StretchList(theme, self)
        self._details = Details(
            theme, appearance or FigureAppearance(), self, reduced_motion=reduced_motion
        )
        self._safety = SafetyLine(theme, self)
        self._finder.wanted_changed.connect(self._find)
        self._finder.list_wanted.connect(self._list.setFocus)
        self._list.stretch_chosen.connect(self._show_stretch)
        self._details.start_chosen.connect(self.start_chosen)
        self._details.setting_changed.connect(self.setting_changed)
        QShortcut(QKeySequence.StandardKey.Find, self, self._finder.take_keyboard)
        self._fill()
        self.show_desk(desk)
        self._list.setFocus()
        self._fit_smallest_size()
        self.resize(self.sizeHint())

    @property
    def chosen_id(self) -> str | None:
        """The id of the stretch that is shown."""
        return self._list.chosen_id

    def choose(self, exercise_id: str) -> bool:
        """Show that stretch; False if the list does not have it."""
        return self._list.choose(exercise_id)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def set_appearance(self, appearance: FigureAppearance) -> None:
        """Let the figure look like this from now on."""
        self._details.set_appearance(appearance)

    @Slot(object)
    def show_desk(self, desk: DeskSettings) -> None:
        """Show how it stands with every stretch under these settings."""
        self._desk = desk
        self._details.show_desk(desk)
        self._find(self._finder.wanted)

    def tell_trouble(self, words: str) -> None:
        """Say above the list what does not work; empty words take it back."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Roomy, as far as the screen allows."""
        wished = QSize(*(round(lines * em(self)) for lines in _SIZE_EM))
        return wished.boundedTo(self.screen().availableGeometry().size() * 0.92)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def changeEvent(self, event: QEvent) -> None:
        """The font decides about all sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_smallest_size()
            self._columns.arrange()

    def event(self, event: QEvent) -> bool:
        """What it shows may need another width now."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_smallest_size()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        unit = em(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.2 * unit))
        for part in (self._finder, self._trouble):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        self._columns = Columns(left, self._details)
        self._scroll = PageScroll(self._theme, self._columns, self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(1)  # the safety words come first, unfolded in a small window
        self._whole = whole = QVBoxLayout(self)
        # Its own smallest size would be that of the columns side by side.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(*(round(unit),) * 4)
        whole.setSpacing(round(0.6 * unit))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._safety)

    def _fit_smallest_size(self) -> None:
        smallest = QSize(*(round(lines * em(self)) for lines in _SMALLEST_EM))
        margins = self._whole.contentsMargins()
        across = margins.left() + self._scroll.minimumSizeHint().width() + margins.right()
        smallest = smallest.expandedTo(QSize(*_SMALLEST_PIXELS)).expandedTo(QSize(across, 0))
        self.setMinimumSize(smallest.boundedTo(self.screen().availableGeometry().size() * 0.92))

    @Slot(object)
    def _find(self, wanted: Wanted) -> None:
        found = [one for one in self._exercises.values() if wanted.is_met_by(one, self._desk)]
        self._finder.tell_found(len(found), len(self._exercises))
        self._list.show_rows([self._row(exercise) for exercise in found])

    def _row(self, exercise: Exercise) -> StretchRow:
        return StretchRow(
            exercise_id=exercise.id,
            name=exercise.name,
            about=about_line(exercise),
            tags=tags_of(exercise, self._desk),
            liked=exercise.id in self._desk.favourites,
            offered=is_suitable(exercise, self._desk),
        )

    @Slot(str)
    def _show_stretch(self, exercise_id: str) -> None:
        self._details.show_stretch(self._exercises[exercise_id])
        if self._list.hasFocus():
            middle = self._list.chosen_place.center()
            place = self._list.viewport().mapTo(self._columns, middle)
            self._scroll.ensureVisible(place.x(), place.y(), 0, round(2 * em(self)))

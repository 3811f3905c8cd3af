"""Above the list: the search field, the filters, and how many are found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.area import area_words
from deskstretch.core.equipment import thing_words
from deskstretch.core.exercise import Exercise
from deskstretch.core.language import _, pgettext
from deskstretch.core.library import PLACE_WORDS, Wanted, areas_of, equipment_of
from deskstretch.ui.library.filter_pill import FilterPill
from deskstretch.ui.library.words import capitalised, count_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.entry import SearchEntry
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class Finder(QWidget):
    """Tells what is wanted whenever that changes."""

    wanted_changed = Signal(object)
    """The new `Wanted`."""
    list_wanted = Signal()
    """The down arrow: on into the list."""

    def __init__(
        self, theme: Theme, exercises: Sequence[Exercise], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search = SearchEntry(theme, self)
        self._search.setAccessibleName(_("Search stretches"))
        places = dict.fromkeys(exercise.setting for exercise in exercises)
        self._place = FilterPill(
            theme,
            pgettext("filter", "Place"),
            _("Any place"),
            [(_(PLACE_WORDS[place]), place) for place in places],
            self,
        )
        self._area = FilterPill(
            theme,
            # Translators: of the body.
            pgettext("filter", "Area"),
            _("Any area"),
            [(capitalised(area_words(area)), area) for area in areas_of(exercises)],
            self,
        )
        things = [(capitalised(thing_words(thing)), thing) for thing in equipment_of(exercises)]
        self._equipment = FilterPill(
            theme,
            pgettext("filter", "Equipment"),
            _("Any equipment"),
            [(_("Nothing at all"), ""), *things],
            self,
        )
        self._clear = SmallButton(theme, pgettext("button", "Clear"), self)
        self._clear.setToolTip(_("Show all stretches again"))
        self._clear.clicked.connect(self.clear)
        pills = Flow[FilterPill](self)
        pills.set_controls(self._filters)
        self._found = TextLabel(theme, "", self, tone=Tone.MUTED)
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        row = QHBoxLayout()
        row.addWidget(self._found, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.15 * em(self)))
        column.addWidget(self._search)
        column.addWidget(pills)
        column.addLayout(row)
        self._offer_to_clear()
        self._search.textChanged.connect(self._tell)
        for pill in self._filters:
            pill.value_changed.connect(self._tell)

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        return Wanted(
            text=self._search.text(),
            place=self._place.value,  # type: ignore[arg-type]
            area=self._area.value,  # type: ignore[arg-type]
            equipment=self._equipment.value,  # type: ignore[arg-type]
        )

    def clear(self) -> None:
        """Look for anything."""
        self._search.clear()
        for pill in self._filters:
            pill.clear()
        self.take_keyboard()

    def tell_found(self, found: int, whole: int) -> None:
        """Say how many there are."""
        self._found.setText(count_words(found, whole))

    def take_keyboard(self) -> None:
        """Let the next letters go into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The search field does not use the down arrow itself."""
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _filters(self) -> tuple[FilterPill, ...]:
        return (self._place, self._area, self._equipment)

    def _tell(self) -> None:
        self._offer_to_clear()
        self.wanted_changed.emit(self.wanted)

    def _offer_to_clear(self) -> None:
        self._clear.setVisible(self.wanted != Wanted())

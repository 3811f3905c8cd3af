"""The person's own routines, newest first, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.language import N_, _
from deskstretch.core.own_routines import GROUP
from deskstretch.core.routine import Routine
from deskstretch.core.routine_changes import new_routine, with_free_id
from deskstretch.core.settings import Settings
from deskstretch.ui.settings.routine_card import RoutineCard
from deskstretch.ui.settings.words import group_title
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_WORDS = N_(
    "Your own stretches in your own order. Under Breaks you choose which routine a short or a "
    "long break takes."
)


class RoutinesSection(QWidget):
    """A card for each routine; one without stretches is not told of yet."""

    routine_changed = Signal(str, object)
    """Id, and the `Routine` as it is wanted; None to do away with it."""

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = GROUP
        self._theme = theme
        self._catalogue = catalogue
        self._settings = Settings()
        self._cards: dict[str, RoutineCard] = {}
        self.draft: RoutineCard | None = None
        """The card of a routine that has no stretch yet."""
        self.new = PillButton(theme, _("New routine"), Voice.SECONDARY, self)
        self.new.clicked.connect(self._begin)
        unit = em(self)
        title = TextLabel(theme, group_title(GROUP), self, size=1.3, weight=QFont.Weight.Bold)
        head = QHBoxLayout()
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(0.7 * unit))
        self._column.addLayout(head)
        self._column.addWidget(TextLabel(theme, _(_WORDS), self, tone=Tone.MUTED))

    @property
    def cards(self) -> tuple[RoutineCard, ...]:
        """The cards from top to foot."""
        kept = tuple(self._cards[routine.id] for routine in reversed(self._settings.routines))
        return kept if self.draft is None else (self.draft, *kept)

    def show_settings(self, settings: Settings) -> None:
        """Show the routines that are in force now."""
        self._settings = settings
        routines = {routine.id: routine for routine in settings.routines}
        for gone in set(self._cards) - set(routines):
            _discard(self._cards.pop(gone))
        for routine_id, routine in routines.items():
            if routine_id not in self._cards:
                self._cards[routine_id] = self._card()
            self._cards[routine_id].show_routine(routine, settings.desk)
        self._arrange()

    def show_found(self, words: Sequence[str]) -> int:
        """How many of the routines, or the way to a new one, a search finds: 1 or none."""
        names = (routine.name for routine in self._settings.routines)
        searched = " ".join((group_title(GROUP), _WORDS, GROUP, *names)).casefold()
        return int(all(word in searched for word in words))

    def finish(self) -> None:
        """Tell what was typed and not yet told."""
        for card in self.cards:
            card.finish()

    def set_theme(self, theme: Theme) -> None:
        """New cards are painted with `theme`."""
        self._theme = theme

    def _begin(self) -> None:
        if self.draft is None:
            self.draft = self._card()
            self.draft.show_routine(new_routine(), self._settings.desk)
            self.draft.open_stretches(True)
            self._arrange()
        self.draft.name.setFocus()
        self.draft.name.selectAll()

    def _card(self) -> RoutineCard:
        card = RoutineCard(self._theme, self._catalogue.exercises, self)
        card.routine_changed.connect(partial(self._change, card))
        card.routine_removed.connect(partial(self._remove, card))
        return card

    def _change(self, card: RoutineCard, wanted: Routine) -> None:
        if card is not self.draft:
            self.routine_changed.emit(wanted.id, wanted)
            card.show_routine(card.routine, self._settings.desk)  # if that was refused
        elif not wanted.items:
            card.show_routine(wanted, self._settings.desk)
        else:
            self._keep(card, with_free_id(wanted, {*self._catalogue.routines, *self._cards}))

    def _keep(self, card: RoutineCard, wanted: Routine) -> None:
        """The draft becomes a routine, unless that is refused."""
        self.draft = None
        self._cards[wanted.id] = card
        self.routine_changed.emit(wanted.id, wanted)
        if all(routine.id != wanted.id for routine in self._settings.routines):
            self.draft = self._cards.pop(wanted.id)

    def _remove(self, card: RoutineCard) -> None:
        if card is self.draft:
            self.draft = None
            _discard(card)
        else:
            self.routine_changed.emit(card.routine.id, None)
        self.new.setFocus()

    def _arrange(self) -> None:
        """From top to foot, for the eye and for Tab."""
        before: QWidget = self.new
        for place, card in enumerate(self.cards, start=2):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            for stop in card.tab_stops():
                QWidget.setTabOrder(before, stop)
                before = stop


def _discard(card: QWidget) -> None:
    card.hide()
    card.deleteLater()

"""Reads what a proposal needs, when one is needed: the catalogue and the last months' stretches."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from deskstretch.core.language import _
from deskstretch.core.record import BreakRecord
from deskstretch.core.settings import Settings
from deskstretch.store.folders import Folders
from deskstretch.store.offer import load_offer

# What chooses is imported with the first break, not with the start.
if TYPE_CHECKING:
    from deskstretch.core.catalogue import Catalogue
    from deskstretch.core.choice import StretchRecord
    from deskstretch.core.proposal import Proposal

_LOOKED_BACK = timedelta(days=90)

_log = logging.getLogger(__name__)


class Proposals:
    """Makes the open break's proposal once and keeps it until the break is over.

    The catalogue is read anew for each: breaks are far apart, and memory is held all day.
    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._proposal: Proposal | None = None
        self.trouble: tuple[str, ...] = ()
        """What was wrong when the last one was made, in plain words."""

    def current(self, settings: Settings, today: date) -> Proposal | None:
        """The open break's proposal; None, with `trouble`, if there is no sound catalogue."""
        if self._proposal is None:
            from deskstretch.core.proposal import chosen_proposal

            catalogue = self._catalogue(settings)
            try:
                self._proposal = chosen_proposal(catalogue, settings, self._history(today), today)
            except KeyError:
                self.trouble = (*self.trouble, _("There is no stretch to offer."))
        return self._proposal

    def name(self, settings: Settings, routine_id: str | None, exercise_ids: Sequence[str]) -> None:
        """Propose what the person named. KeyError: an unknown id."""
        from deskstretch.core.proposal import named_proposal

        self._proposal = named_proposal(
            self._catalogue(settings), settings, routine_id, exercise_ids
        )

    def forget(self) -> None:
        """The break is over."""
        self._proposal = None

    def _catalogue(self, settings: Settings) -> Catalogue:
        offer = load_offer(self._folders, settings)
        # What is wrong with a routine is told with the other faults of the settings.
        self.trouble = tuple(fault.text for fault in offer.stretch_faults)
        return offer.catalogue

    def _history(self, today: date) -> list[StretchRecord]:
        from deskstretch.store.reading import UnreadableHistoryError, read_days

        try:
            kept = read_days(self._folders.history_file, today - _LOOKED_BACK, today)
        except UnreadableHistoryError as error:
            _log.warning("Choosing without the history: %s", error)
            return []
        return [record for one in kept.breaks for record in _stretches_of(one)]


def _stretches_of(one: BreakRecord) -> list[StretchRecord]:
    from deskstretch.core.choice import StretchRecord

    at = one.began_at or one.due_at
    return [
        StretchRecord(step.exercise_id, step.side, step.held_seconds, step.planned_seconds, at)
        for step in one.steps
    ]

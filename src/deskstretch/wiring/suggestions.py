"""Suggestions at work: what the record speaks for, applied to the settings, undone, put off."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec

from deskstretch.core.record import BreakRecord
from deskstretch.core.suggestion import Change, Suggestion, suggest, undoing, value_in
from deskstretch.store.folders import Folders
from deskstretch.store.suggestions_file import (
    Applied,
    SuggestionsMade,
    load_suggestions,
    save_suggestions,
)
from deskstretch.wiring.settings_watch import SettingsWatch

_log = logging.getLogger(__name__)


class Suggestions:
    """At most one at a time; `trouble` says why the last change could not be made, if so."""

    def __init__(
        self,
        folders: Folders,
        watch: SettingsWatch,
        today: Callable[[], date],
        stretch_names: Callable[[], Mapping[str, str]],
    ) -> None:
        self._file = folders.suggestions_file
        self._watch = watch
        self._today = today
        self._stretch_names = stretch_names
        self._shown: Suggestion | None = None
        self._made = load_suggestions(self._file)
        self.trouble: str | None = None

    def current(self, breaks: Sequence[BreakRecord]) -> Suggestion | None:
        """The suggestion of today; `breaks` has at least those that are looked back on."""
        today = self._today()
        self._shown = suggest(
            breaks,
            self._watch.settings,
            today,
            stretch_names=self._stretch_names(),
            resting=self._made.resting(today),
            locked=self._watch.managed.locked,
        )
        return self._shown

    def applied(self) -> str | None:
        """What was done, as long as it can be undone without undoing anything else."""
        applied = self._undoable()
        return None if applied is None else applied.done

    def apply(self) -> None:
        """Make the changes of the suggestion that was last given."""
        suggestion = self._shown
        if suggestion is None:
            return
        before = undoing(suggestion, self._watch.settings)
        if self._change(suggestion.changes, before):
            done = Applied(self._today(), suggestion.done, suggestion.changes, before)
            self._rest(suggestion.id, done)

    def put_off(self) -> None:
        """Leave the suggestion that was last given alone for a while."""
        if self._shown is not None:
            self._rest(self._shown.id, None)

    def undo(self) -> None:
        """Bring back what the last one changed."""
        applied = self._undoable()
        if applied is not None and self._change(applied.before, applied.changes):
            self._keep(msgspec.structs.replace(self._made, applied=None))

    def _undoable(self) -> Applied | None:
        applied = self._made.undoable(self._today())
        if applied is None:
            return None
        settings, locked = self._watch.settings, self._watch.managed.locked
        stands = all(
            value_in(settings, each.key) == each.value and each.key not in locked
            for each in applied.changes
        )
        return applied if stands else None

    def _change(self, changes: Sequence[Change], otherwise: Sequence[Change]) -> bool:
        """Make all of the changes; or none, and go back to `otherwise` where some were made."""
        self.trouble = None
        for number, each in enumerate(changes):
            self.trouble = self._watch.change(each.key, each.value)
            if self.trouble is not None:
                for made in otherwise[:number]:
                    self._watch.change(made.key, made.value)
                return False
        return True

    def _rest(self, suggestion_id: str, applied: Applied | None) -> None:
        rests = {**self._made.rests, suggestion_id: self._today()}
        self._keep(SuggestionsMade(rests, applied or self._made.applied))

    def _keep(self, made: SuggestionsMade) -> None:
        self._made = made
        try:
            save_suggestions(self._file, made)
        except OSError as error:
            _log.warning("What became of a suggestion is not kept: %s", error)

"""Says in the settings window what became of the chosen keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import _
from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.widgets.text_label import Tone

if TYPE_CHECKING:
    from deskstretch.desktop.shortcuts.source import Binding
    from deskstretch.ui.settings.window import SettingsWindow


class Bindings(QObject):
    """What became of each combination that is chosen, as it was told last."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now: tuple[Binding, ...] = ()

    def tell(self, bindings: tuple[Binding, ...]) -> None:
        """It is this now."""
        self.now = bindings
        self.changed.emit()


class ShortcutNotes(QObject):
    """Follows the bindings for as long as there is the window."""

    def __init__(self, window: SettingsWindow, bindings: Bindings) -> None:
        super().__init__(window)
        self._window = window
        self._bindings = bindings
        bindings.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        bindings = {each.order: each for each in self._bindings.now}
        for key, row in self._window.rows.items():
            group, _dot, order = key.partition(".")
            if group != "shortcuts" or not isinstance(row.editor, CombinationEditor):
                continue
            binding = bindings.get(order)
            if binding is None:
                row.editor.show_note("")
            elif binding.why_not is not None:
                words = _("Not in use: {why}.").format(why=binding.why_not)
                row.editor.show_note(words, Tone.CORAL)
            elif binding.keys.casefold() != row.editor.value.casefold():
                row.editor.show_note(_("Your desktop has {keys}.").format(keys=binding.keys))
            else:
                row.editor.show_note("")

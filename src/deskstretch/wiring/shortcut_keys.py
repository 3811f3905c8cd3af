"""Keys that answer from within any program, as the settings choose them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import _
from deskstretch.core.settings import ShortcutSettings

# Whoever chooses no keys pays for none.
if TYPE_CHECKING:
    from deskstretch.desktop.shortcuts.port import Shortcuts
    from deskstretch.desktop.shortcuts.source import Binding

_COMMANDS = {"start": "break", "snooze": "snooze", "skip": "skip"}
"""What each shortcut does is what this command of the command line does."""

_log = logging.getLogger(__name__)


class ShortcutKeys(QObject):
    """Takes the chosen keys while there are any, and gives each order as a command."""

    changed = Signal()
    """`bindings` or `trouble` may say something else now."""

    def __init__(
        self,
        command: Callable[[str, dict[str, Any]], dict[str, Any]],
        parent: QObject | None = None,
        choose: Callable[[QObject], Shortcuts] | None = None,
    ) -> None:
        """`command` is `Remote.answer`."""
        super().__init__(parent)
        self._command = command
        self._choose = choose
        self._settings = ShortcutSettings()
        self._shortcuts: Shortcuts | None = None

    def follow(self, settings: ShortcutSettings) -> None:
        """Take these keys and no others."""
        if settings == self._settings:
            return
        self._settings = settings
        wanted = settings.combinations()
        if wanted:
            self._ready().serve(wanted)
        else:
            self.close()
            self.changed.emit()

    def bindings(self) -> tuple[Binding, ...]:
        """What became of each combination that is chosen."""
        return self._shortcuts.bindings() if self._shortcuts is not None else ()

    def trouble(self) -> Iterator[str]:
        """Which of them do not answer, a sentence each."""
        for binding in self.bindings():
            if binding.why_not is not None:
                yield _("The shortcut {keys} does not answer: {why}.").format(
                    keys=getattr(self._settings, binding.order), why=binding.why_not
                )

    def close(self) -> None:
        """Give all keys back."""
        if self._shortcuts is not None:
            self._shortcuts.close()
            self._shortcuts.deleteLater()
            self._shortcuts = None

    def _ready(self) -> Shortcuts:
        if self._shortcuts is None:
            from deskstretch.desktop.shortcuts.choose import choose_shortcuts

            self._shortcuts = (self._choose or choose_shortcuts)(self)
            self._shortcuts.pressed.connect(self._obey)
            self._shortcuts.changed.connect(self.changed)
        return self._shortcuts

    def _obey(self, order: str) -> None:
        answer = self._command(_COMMANDS[order], {})
        if not answer["ok"]:
            _log.info("The shortcut to %s had no effect: %s", order, answer["message"])

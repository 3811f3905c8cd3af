"""A switch that shows and changes whether DeskStretch starts with the computer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.language import _
from deskstretch.desktop.autostart.choose import choose_autostart
from deskstretch.ui.settings.switch_row import SwitchRow


class AutostartSwitch(QObject):
    """Shows what is really there, anew each time the person comes back to the window."""

    def __init__(self, row: SwitchRow) -> None:
        super().__init__(row)
        self._row = row
        self._autostart = choose_autostart()
        row.switched.connect(self._switch)
        # The desktop's own settings may have changed it meanwhile.
        row.looked_at.connect(self._show)
        self._show()

    def _switch(self, on: bool) -> None:
        try:
            if on:
                self._autostart.turn_on()
            else:
                self._autostart.turn_off()
        except OSError as error:
            self._row.refuse(
                _("That could not be kept: {error}.").format(error=error.strerror or error)
            )
        else:
            self._show()

    def _show(self) -> None:
        try:
            state = self._autostart.state()
        except OSError as error:
            self._row.refuse(
                _("That cannot be read: {error}.").format(error=error.strerror or error)
            )
        else:
            self._row.show_state(state.on, state.note)

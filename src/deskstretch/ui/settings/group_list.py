"""The groups of settings by name, one of them open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskstretch.core.language import _
from deskstretch.ui.settings.words import group_title
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.choice_pill import ListPill
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.sizes import em

_WIDEST = 1 << 20


class GroupList(Flow[ListPill]):
    """Stands upright beside the settings, or lies above them."""

    group_chosen = Signal(str)

    def __init__(self, theme: Theme, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, gap_em=0.1)
        self._groups = tuple(groups)
        self.setAccessibleName(_("Groups of settings"))
        self.set_controls([ListPill(theme, group_title(group), self) for group in groups])
        for group, pill in zip(groups, self.controls, strict=True):
            pill.chosen.connect(partial(self.group_chosen.emit, group))

    @property
    def upright_height(self) -> int:
        """How high it is as one column."""
        count = len(self.controls)
        return count * self._row_height() + (count - 1) * self._gap()

    def set_upright(self, upright: bool) -> None:
        """One column as wide as it needs to be, or rows as wide as there is room."""
        self.set_in_columns(upright)
        own_width = self.sizeHint().width() + round(0.6 * em(self))
        self.setMinimumWidth(own_width if upright else 0)
        self.setMaximumWidth(own_width if upright else _WIDEST)

    def mark(self, open_group: str | None) -> None:
        """Show which group is open; None while it is none of them."""
        for pill in self.controls:
            pill.setAutoExclusive(False)  # else one of them is always checked
            pill.setChecked(False)
        for pill in self.controls:
            pill.setAutoExclusive(True)
        if open_group is None:
            self.controls[0].set_reached_by_tab(True)
        else:
            self.controls[self._groups.index(open_group)].setChecked(True)

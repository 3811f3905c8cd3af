"""The settings window: groups, search, and every setting with its explanation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.catalogue import Catalogue
from deskstretch.core.declaration import Declaration, declarations, group_helps
from deskstretch.core.language import _, ngettext
from deskstretch.core.managed import Managed
from deskstretch.core.own_routines import GROUP as ROUTINES
from deskstretch.core.routine import Routine
from deskstretch.core.settings import Settings
from deskstretch.ui.settings.calm_scroll import CalmScroll
from deskstretch.ui.settings.choices import ROUTINE_KEYS, with_own_routines
from deskstretch.ui.settings.file_line import FileLine
from deskstretch.ui.settings.group_list import GroupList
from deskstretch.ui.settings.notices import FaultNotice, TrialNotice
from deskstretch.ui.settings.routines_section import RoutinesSection
from deskstretch.ui.settings.row import SettingRow
from deskstretch.ui.settings.section import Section
from deskstretch.ui.settings.starting_section import GROUP as STARTING
from deskstretch.ui.settings.starting_section import StartingSection
from deskstretch.ui.settings.steps import Step, value_of, with_routine, without_trial, words_of
from deskstretch.ui.settings.words import Choices
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.entry import SearchEntry
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

_TRIAL = "trial"
_DESIGN_EM = (47, 36)
_SMALLEST_EM = (25, 18)
_LEAST_VIEW_EM = 5
"""The height of what can be seen of the settings at once."""
_NARROW_EM = 38
"""Below that width, or where they are too many, the groups stand above the settings."""


class SettingsWindow(QWidget):
    """Shows settings and tells what the person wants changed; deleted when closed.

    A change is in force once `show_settings` shows it; `refuse` says why it is not. Either is
    expected before the signal returns.
    """

    accessible_role = QAccessible.Role.Window
    setting_changed = Signal(str, object)
    """Key and fit value."""
    settings_file_opened = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        file_name: str,
        choices: Choices | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        """`choices` is what may be in each list, `catalogue` what routines are made of."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(_("DeskStretch settings"))
        self._theme = theme
        self._settings = Settings()
        self._steps: list[Step] = []
        self._refused = False
        self._choices = self._shipped_choices = choices or {}
        self.search = SearchEntry(theme, self)
        self.search.setAccessibleName(_("Search settings"))
        self.search.search_changed.connect(self._show_found)
        # Made in the order in which Tab goes through them.
        declared = [group for group in group_helps() if group != _TRIAL]
        self.groups = GroupList(theme, [*declared, ROUTINES, STARTING], self)
        self.groups.group_chosen.connect(self._open_group)
        self.faults = FaultNotice(theme, self)
        self.trial = TrialNotice(theme, self)
        self.trial.clear_wanted.connect(lambda: self._make(without_trial(self._settings)))
        self._nothing = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._nothing.hide()
        self.sections: tuple[Section, ...] = tuple(
            Section(
                group,
                [self._row(each) for each in declarations() if each.group == group],
                theme,
                self,
            )
            for group in declared
        )
        self.routines = RoutinesSection(theme, catalogue or Catalogue(), self)
        self.routines.routine_changed.connect(self._change_routine)
        self.starting = StartingSection(theme, self)
        self.rows = {row.declaration.key: row for each in self.sections for row in each.rows}
        self.foot = FileLine(theme, file_name, self)
        self.foot.undo_wanted.connect(self.undo)
        self.foot.open_wanted.connect(self.settings_file_opened)
        self._lay_out()
        self._connect_keys()
        self._show_group(declared[0])
        self.show_settings(settings)
        self.resize(self.sizeHint())
        self.search.setFocus()

    @Slot(object)
    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now; what the person is just typing elsewhere stays."""
        for key, row in self.rows.items():
            value = value_of(settings, key)
            if value != value_of(self._settings, key):
                row.show_value(value)
        if settings.routines != self._settings.routines or settings.desk != self._settings.desk:
            self.routines.show_settings(settings)
            self._choices = with_own_routines(self._shipped_choices, settings.routines)
            for key in ROUTINE_KEYS:
                self.rows[key].set_known(self._choices[key])
        self._settings = settings
        self.trial.setVisible(settings.trial != Settings().trial)

    @Slot(object)
    def show_managed(self, managed: Managed) -> None:
        """Show what an office has locked, and go by its defaults."""
        for row in self.rows.values():
            row.show_managed(managed)

    @Slot(object)
    def show_faults(self, faults: Sequence[str]) -> None:
        """Say what is wrong with the settings file, a line each."""
        self.faults.show_faults(faults)
        if faults:
            self._scroll.verticalScrollBar().setValue(0)

    @Slot(str, str)
    def refuse(self, key: str, words: str) -> None:
        """Say why the change of `key` that was just told could not be made."""
        self._refused = True
        if key in self.rows:
            self.rows[key].show_value(value_of(self._settings, key))
            self.rows[key].refuse(words)
        else:
            self.tell_trouble(words)

    @Slot(str)
    def tell_trouble(self, words: str) -> None:
        """Say what does not work with the settings file as a whole."""
        self.foot.tell_trouble(words)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

    def undo(self) -> None:
        """Take the last change back that was made here."""
        self._finish()
        if self._steps and self._order(self._steps[-1][::-1]):
            self._steps.pop()
            self._tell_undo()

    def _change(self, key: str, value: Any) -> None:
        self._make(((key, value),))

    def _change_routine(self, routine_id: str, routine: Routine | None) -> None:
        self._make(with_routine(self._settings, routine_id, routine))

    def _make(self, wanted: Step) -> None:
        before = tuple((key, value_of(self._settings, key)) for key, _value in wanted)
        if self._order(wanted):
            self._steps.append(before)
            self._tell_undo()

    def _order(self, wanted: Step) -> bool:
        """Tell of each change; whether none was refused."""
        self._refused = False
        self.tell_trouble("")
        for key, value in wanted:
            self.setting_changed.emit(key, value)
        return not self._refused

    def _tell_undo(self) -> None:
        self.foot.tell_undo(words_of(self._steps[-1], self._choices) if self._steps else "")

    def _finish(self) -> None:
        for row in self.rows.values():
            row.editor.finish()
        self.routines.finish()

    def sizeHint(self) -> QSize:
        """Roomy, as far as the screen allows."""
        wished = QSize(*(round(lines * em(self)) for lines in _DESIGN_EM))
        return wished.boundedTo(self.screen().availableGeometry().size() * 0.92)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field took back with closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper that the cards lie on."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The groups stand where there is room for them."""
        super().resizeEvent(event)
        self._place_groups()

    def event(self, event: QEvent) -> bool:
        """What it shows may need another size now."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_smallest_size()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was typed last counts."""
        self._finish()
        super().closeEvent(event)

    @property
    def _all_sections(self) -> tuple[Section | RoutinesSection | StartingSection, ...]:
        return (*self.sections, self.routines, self.starting)

    def _row(self, declaration: Declaration) -> SettingRow:
        row = SettingRow(declaration, self._theme, self._choices.get(declaration.key, ()), self)
        row.value_chosen.connect(partial(self._change, declaration.key))
        return row

    def _lay_out(self) -> None:
        unit = em(self)
        self._page = QVBoxLayout()
        content = QWidget(self)
        content.setLayout(self._page)
        set_margins(self._page, self, 0, 0, round(0.6 * unit), round(0.6 * unit))
        self._page.setSpacing(round(unit))
        for section in self._all_sections:
            section.hide()  # Else all are laid out, where one is shown.
        for part in (self.faults, self.trial, self._nothing, *self._all_sections):
            self._page.addWidget(part)
        self._page.addStretch(1)
        self._scroll = CalmScroll(self._theme, content, self)

        head = QHBoxLayout()
        head.setSpacing(round(unit))
        title = TextLabel(self._theme, _("Settings"), self, size=1.8, weight=QFont.Weight.Bold)
        head.addWidget(title, 3, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search, 4, Qt.AlignmentFlag.AlignVCenter)
        self._body = QHBoxLayout()
        self._body.setSpacing(round(1.2 * unit))
        self._body.addWidget(self._scroll, 1)
        self._column = column = QVBoxLayout(self)
        set_margins(column, self, *(round(lines * unit) for lines in (1.4, 1.1, 1.2, 1.0)))
        column.setSpacing(round(0.9 * unit))
        column.addLayout(head)
        column.addLayout(self._body, 1)
        column.addWidget(self.foot)
        self._fit_smallest_size()
        self._place_groups()

    def _fit_smallest_size(self) -> None:
        """With the groups above the settings: beside them they need more."""
        column, unit = self._column, em(self)
        margins = column.contentsMargins()
        widest = max(part.minimumSizeHint().width() for part in (self._scroll, self.foot))
        others = column.minimumSize().height() - self._body.minimumSize().height()
        needed = QSize(
            margins.left() + widest + margins.right(), others + round(_LEAST_VIEW_EM * unit)
        )
        smallest = QSize(*(round(lines * unit) for lines in _SMALLEST_EM)).expandedTo(needed)
        self.setMinimumSize(smallest.boundedTo(self.screen().availableGeometry().size()))

    def _place_groups(self) -> None:
        others = self._column.sizeHint().height() - self._body.sizeHint().height()
        low = self.groups.upright_height > self.height() - others
        narrow = low or self.width() < _NARROW_EM * em(self)
        place = self._page if narrow else self._body
        if place.indexOf(self.groups) >= 0:
            return
        self._page.removeWidget(self.groups)
        self._body.removeWidget(self.groups)
        self.groups.set_upright(not narrow)
        if narrow:
            self._page.insertWidget(0, self.groups)
        else:
            self._body.insertWidget(0, self.groups, 0, Qt.AlignmentFlag.AlignTop)

    def _connect_keys(self) -> None:
        keys = QKeySequence.StandardKey
        QShortcut(keys.Find, self, self.search.setFocus)
        QShortcut(keys.Undo, self, self.undo)
        QShortcut(keys.Close, self, self.close)

    def _open_group(self, group: str) -> None:
        self.search.clear()
        self._show_group(group)

    def _show_group(self, group: str) -> None:
        self._open = group
        self.groups.mark(group)
        self._nothing.hide()
        for section in self._all_sections:
            section.show_found(())
            section.setVisible(section.group == group)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_found(self, search: str) -> None:
        words = search.casefold().split()
        if not words:
            self._show_group(self._open)
            return
        self.groups.mark(None)
        found = 0
        for section in self._all_sections:
            in_section = section.show_found(words)
            section.setVisible(in_section > 0)
            found += in_section
        self._nothing.setText(_("No setting found for “{search}”.").format(search=search.strip()))
        self._nothing.setVisible(found == 0)
        self._scroll.verticalScrollBar().setValue(0)
        said = (
            ngettext("{count} found", "{count} found", found).format(count=found)
            if found
            else self._nothing.text()
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, said))

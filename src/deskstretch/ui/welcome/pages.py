"""The pages of the welcome: one thing each, none of it long."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.declaration import declaration_of
from deskstretch.core.language import N_, _
from deskstretch.core.managed import Managed
from deskstretch.core.safety import SAFETY_WORDS
from deskstretch.core.settings import Settings, WorkingHours
from deskstretch.core.simple_hours import changed_days
from deskstretch.ui.settings.locked_value import lock_words
from deskstretch.ui.settings.row import SettingRow
from deskstretch.ui.settings.starting_section import AUTOSTART_HELP, AUTOSTART_TITLE
from deskstretch.ui.settings.switch_row import SwitchRow
from deskstretch.ui.theme import Theme
from deskstretch.ui.welcome.hours_choice import HoursChoice
from deskstretch.ui.widgets.direction import set_margins
from deskstretch.ui.widgets.pill_button import RING_ROOM, PillButton, Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_STANDING, _FLOOR = "desk.may_stand", "desk.floor"
_SHOWN_WITH = {_STANDING: "standing-hip-flexor", _FLOOR: "childs-pose"}


class Page(QWidget):
    """A title and a column; `stretch_id` is what the figure beside it does."""

    setting_chosen = Signal(str, object)
    """Key and fit value."""
    stretch_changed = Signal()

    title = ""
    stretch_id = "chair-hamstring"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, SettingRow] = {}
        unit = em(self)
        self.column = QVBoxLayout(self)
        set_margins(self.column, self, 0, 0, round(0.4 * unit), round(0.4 * unit))
        self.column.setSpacing(round(0.6 * unit))
        self._add(TextLabel(theme, _(self.title), self, size=1.7, weight=QFont.Weight.Bold))
        self.fill()
        self.column.addStretch(1)

    def fill(self) -> None:
        """Put what the page shows into its column."""
        raise NotImplementedError

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        for key, row in self.rows.items():
            group, _, name = key.partition(".")
            row.show_value(getattr(getattr(settings, group), name))

    def show_managed(self, managed: Managed) -> None:
        """Show what an office has locked, and go by its defaults."""
        for row in self.rows.values():
            row.show_managed(managed)

    def finish(self) -> None:
        """Take what was typed and not yet told."""
        for row in self.rows.values():
            row.editor.finish()

    def words(self) -> str:
        """What it says, for those who hear it."""
        labels = self.findChildren(TextLabel)
        return " ".join(label.text() for label in labels if not label.isHidden())

    def say(self, words: str, tone: Tone = Tone.INK, size: float = 1.0) -> None:
        """Add a paragraph."""
        self._add(TextLabel(self._theme, words, self, tone=tone, size=size))

    def add_row(self, key: str) -> None:
        """Add the editor of a setting."""
        declaration = declaration_of(key)
        if declaration is None:
            raise KeyError(key)
        row = SettingRow(declaration, self._theme, parent=self)
        row.value_chosen.connect(lambda value: self._choose(key, value))
        row.set_ruled(bool(self.rows))
        self.rows[key] = row
        self.column.addWidget(row)

    def _add(self, label: TextLabel) -> None:
        """In line with the words of the rows, which leave room for a ring."""
        line = QHBoxLayout()
        set_margins(line, self, RING_ROOM, 0, 0, 0)
        line.addWidget(label)
        self.column.addLayout(line)

    def _choose(self, key: str, value: Any) -> None:
        self.setting_chosen.emit(key, value)


class HelloPage(Page):
    """What it does."""

    title = N_("A stretch at a good moment")
    stretch_id = "seated-figure-four"

    def fill(self) -> None:
        """The one sentence, and what it does not do."""
        self.say(
            _(
                "DeskStretch notices how long you have been sitting, asks for a short stretch in "
                "a quiet moment, and shows you how."
            ),
            size=1.2,
        )
        self.say(_("Everything it keeps stays on this computer."), Tone.MUTED)
        self.say(_("A few choices, less than a minute. You can skip them."), Tone.MUTED)


class SafetyPage(Page):
    """What everyone should read once."""

    title = N_("Before you stretch")
    stretch_id = "deep-breathing"

    def fill(self) -> None:
        """All safety words, and where they are found again."""
        for words in SAFETY_WORDS:
            self.say(_(words), size=1.1)
        self.say(
            _(
                "“This hurts” in the guide ends a stretch at once and leaves it out from then on. "
                "You find these words again under Stretches."
            ),
            Tone.MUTED,
        )


class HoursPage(Page):
    """When to ask."""

    title = N_("When to ask")
    stretch_id = "seated-posture-check"

    def fill(self) -> None:
        """Interval and working hours."""
        self.add_row("breaks.interval_minutes")
        self.hours = HoursChoice(self._theme, self)
        self._settings = Settings()
        self._telling = False
        self.hours.hours_chosen.connect(self._choose_hours)
        self.column.addWidget(self.hours)
        self._hours_lock = TextLabel(self._theme, "", self, tone=Tone.MUTED)
        self._hours_lock.hide()
        self._add(self._hours_lock)

    def show_managed(self, managed: Managed) -> None:
        """Hours of which an office has locked a day are not to be chosen here."""
        super().show_managed(managed)
        is_locked = any(key.startswith("working_hours.") for key in managed.locked)
        lock = _("{name}: {value}").format(
            name=_("Working hours"), value=lock_words(managed.set_by)
        )
        self._hours_lock.setText(lock if is_locked else "")
        self._hours_lock.setVisible(is_locked)
        self.hours.setVisible(not is_locked)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        super().show_settings(settings)
        self._settings = settings
        if not self._telling:
            self.hours.show_hours(settings.working_hours)

    def finish(self) -> None:
        """Take what was typed and not yet told."""
        super().finish()
        self.hours.finish()

    def _choose_hours(self, hours: WorkingHours) -> None:
        """Tell of each day; hours that are half changed are not shown."""
        self._telling = True
        for key, value in changed_days(self._settings.working_hours, hours).items():
            self.setting_chosen.emit(key, value)
        self._telling = False
        self.show_settings(self._settings)


class PlacePage(Page):
    """Where the person stretches."""

    title = N_("Where you stretch")
    stretch_id = _SHOWN_WITH[_STANDING]

    def fill(self) -> None:
        """What is offered besides the chair."""
        self.say(_("Stretches on your chair are always among those offered."), Tone.MUTED)
        self.add_row(_STANDING)
        self.add_row(_FLOOR)

    def _choose(self, key: str, value: Any) -> None:
        super()._choose(key, value)
        self.stretch_id = _SHOWN_WITH[key] if value else HelloPage.stretch_id
        self.stretch_changed.emit()


class ReadyPage(Page):
    """Start with the computer, and one stretch now."""

    title = N_("Ready")

    def fill(self) -> None:
        """Where it is found from now on, and the first stretch."""
        self.say(_("It stays in the tray, as a ring that fills while you sit."))
        self.say(
            _("Starting it again opens its window. All choices can be changed there."), Tone.MUTED
        )
        self.autostart = SwitchRow(self._theme, _(AUTOSTART_TITLE), _(AUTOSTART_HELP), self)
        self.column.addWidget(self.autostart)
        self.try_one = PillButton(self._theme, _("Try one stretch now"), Voice.PRIMARY, self)
        self.column.addWidget(self.try_one, 0, Qt.AlignmentFlag.AlignLeft)

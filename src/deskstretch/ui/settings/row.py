"""One setting: its title, what it is for, its editor, and the way back to the default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskstretch.core.declaration import Declaration, checked
from deskstretch.core.language import _
from deskstretch.core.managed import Managed
from deskstretch.core.running_text import in_running_text
from deskstretch.ui.settings.editor import Editor
from deskstretch.ui.settings.locked_value import LockedValue, lock_words
from deskstretch.ui.settings.make_editor import make_editor
from deskstretch.ui.settings.routine_choice import RoutineChoice
from deskstretch.ui.settings.words import searched_text, value_words
from deskstretch.ui.theme import Theme
from deskstretch.ui.widgets.direction import in_reading_order
from deskstretch.ui.widgets.pill_button import RING_ROOM
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.small_button import SmallButton
from deskstretch.ui.widgets.text_label import TextLabel, Tone

_BESIDE_EM = 24
"""From that width on a small editor stands beside the words, else under them."""
_EDITOR_SHARE = 0.62
_GAP_EM = 1.0
_PADDING_EM = 0.65


class SettingRow(QWidget):
    """Lets nothing out that the declaration does not allow: that is refused in words."""

    value_chosen = Signal(object)
    """A fit value, other than the present one."""

    def __init__(
        self,
        declaration: Declaration,
        theme: Theme,
        known: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.declaration = declaration
        self._theme = theme
        self._known = known
        self._searched = searched_text(declaration, known)
        self._value: Any = declaration.default
        self._default: Any = declaration.default
        self._is_ruled = False
        title, help_text = declaration.title, declaration.help
        self._title = TextLabel(theme, title, self, weight=QFont.Weight.DemiBold)
        self._help = TextLabel(theme, help_text, self, tone=Tone.MUTED)
        self._help.setVisible(bool(help_text))
        self.editor: Editor = self._ready(make_editor(declaration, theme, known))
        self.reset = SmallButton(theme, "", self)
        self.reset.clicked.connect(lambda: self._take(self._default))
        self.reset.hide()
        self._name_default()
        self._refusal = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._refusal.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_value(declaration.default)

    def show_value(self, value: Any) -> None:
        """Show what is in force now."""
        self._value = value
        self._say("")
        self.editor.show_value(value)
        self.reset.setVisible(value != self._default and not self.is_locked)
        self._place()

    def show_managed(self, managed: Managed) -> None:
        """Go by an office's default; what it has locked can only be read."""
        key = self.declaration.key
        default = managed.defaults.get(key, self.declaration.default)
        lock = lock_words(managed.set_by) if key in managed.locked else ""
        if default == self._default and not lock and not self.is_locked:
            return
        self._default = default
        self._name_default()
        if lock or self.is_locked:
            self._show_lock(lock)
        self.show_value(self._value)

    @property
    def is_locked(self) -> bool:
        """Whether the value can only be read."""
        return isinstance(self.editor, LockedValue)

    def set_known(self, known: Sequence[tuple[str, str]]) -> None:
        """Which routines there are now, if it names one."""
        self._known = known
        self._searched = searched_text(self.declaration, known)
        if isinstance(self.editor, RoutineChoice):
            self.editor.set_known(known)
            self._place()
        elif self.is_locked:
            self.show_value(self._value)

    def refuse(self, words: str) -> None:
        """Say why what was entered is not taken."""
        self._say(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def refusal(self) -> str:
        """Why what was entered last is not taken; empty if it was."""
        return self._refusal.text()

    def is_found_by(self, words: Sequence[str]) -> bool:
        """Whether all of the words, in small letters, are somewhere in its texts."""
        return all(word in self._searched for word in words)

    def set_ruled(self, is_ruled: bool) -> None:
        """Have a line above that parts it from another row."""
        self._is_ruled = is_ruled
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.update()

    def _ready(self, editor: Editor) -> Editor:
        """The editor in its place, with its texts."""
        editor.setParent(self)
        editor.set_texts(self._title.text(), self._help.text() or self._allowed())
        editor.value_entered.connect(self._take)
        editor.value_drafted.connect(self._judge_draft)
        self._title.setBuddy(editor)
        return editor

    def _show_lock(self, words: str) -> None:
        declaration, before = self.declaration, self.editor
        self._help.setText("\n".join(filter(None, (declaration.help, words))))
        self._help.setVisible(bool(self._help.text()))
        if words:
            editor: Editor = LockedValue(self._theme, self._words_of)
        else:
            editor = make_editor(declaration, self._theme, self._known)
        self.editor = self._ready(editor)
        QWidget.setTabOrder(before.focusProxy() or before, editor.focusProxy() or editor)
        editor.show()
        before.hide()
        before.deleteLater()

    def _words_of(self, value: Any) -> str:
        return value_words(self.declaration, value, self._known)

    def _name_default(self) -> None:
        default = self._words_of(self._default)
        self.reset.setText(_("Reset to {default}").format(default=in_running_text(default)))
        self.reset.setAccessibleName(
            _("Reset {title} to {default}").format(title=self._title.text(), default=default)
        )

    def _take(self, entered: object) -> None:
        try:
            value = checked(self.declaration, entered)
        except ValueError as error:
            self.refuse(
                _("{wrong}. Allowed: {allowed}.").format(
                    wrong=error, allowed=self.declaration.allowed
                )
            )
            return
        self._say("")
        if value != self._value:
            self.value_chosen.emit(value)

    def _judge_draft(self, draft: object) -> None:
        try:
            checked(self.declaration, draft)
        except ValueError:
            self._say(_("Allowed: {allowed}.").format(allowed=self.declaration.allowed), Tone.MUTED)
        else:
            self._say("")

    def _allowed(self) -> str:
        return _("Allowed: {allowed}").format(allowed=self.declaration.allowed)

    def _say(self, words: str, tone: Tone = Tone.CORAL) -> None:
        self._refusal.set_tone(tone)
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        """Wide enough to stand side by side."""
        width = round(_BESIDE_EM * em(self))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts allow."""
        parts = (self._title, self._help, self.editor, self.reset)
        width = max(part.minimumSizeHint().width() for part in parts) + 2 * RING_ROOM
        return QSize(width, round(2 * em(self)))

    def heightForWidth(self, width: int) -> int:
        """Of all its parts and the room round them."""
        bottom = max(place.bottom() + 1 for _part, place in self._places(width))
        return bottom + round(_PADDING_EM * em(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A part may have another size now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line above."""
        if self._is_ruled:
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.line, 1))
            painter.drawLine(RING_ROOM, 0, self.width() - RING_ROOM, 0)

    def _place(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(in_reading_order(self, place))

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        gap, padding = round(_GAP_EM * em(self)), round(_PADDING_EM * em(self))
        hint = self.editor.sizeHint().width()
        beside = (
            not self.editor.takes_whole_width
            and width >= _BESIDE_EM * em(self)
            and hint <= _EDITOR_SHARE * width
        )
        if not beside:
            places, bottom = self._places_of_words(width - 2 * RING_ROOM, padding)
            top = bottom + round(0.25 * em(self))
            own = width if self.editor.takes_whole_width else min(width, hint)
            places.append((self.editor, QRect(0, top, own, _height(self.editor, own))))
            return self._with_refusal(places, width)
        places, bottom = self._places_of_words(width - RING_ROOM - hint - gap, padding)
        height = _height(self.editor, hint)
        words_height = bottom - padding
        if height > words_height:
            down = (height - words_height) // 2
            places = [(part, place.translated(0, down)) for part, place in places]
        top = padding + max(0, words_height - height) // 2
        places.append((self.editor, QRect(width - hint, top, hint, height)))
        return self._with_refusal(places, width)

    def _places_of_words(self, width: int, top: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        """The title with Reset after it, or under it where that is too narrow; then the help."""
        gap, reset = round(0.6 * em(self)), self.reset.sizeHint()
        line = reset.height()
        title_width = min(width, self._title.sizeHint().width())
        title_height = self._title.heightForWidth(title_width)
        title_top = top + max(0, line - title_height) // 2
        places: list[tuple[QWidget, QRect]] = [
            (self._title, QRect(RING_ROOM, title_top, title_width, title_height))
        ]
        bottom = top + max(line, title_height)
        if title_width + gap + reset.width() <= width:
            places.append(
                (self.reset, QRect(RING_ROOM + title_width + gap, top, reset.width(), line))
            )
        elif not self.reset.isHidden():
            places.append((self.reset, QRect(0, bottom, min(width, reset.width()), line)))
            bottom += line
        if not self._help.isHidden():
            height = self._help.heightForWidth(width)
            places.append((self._help, QRect(RING_ROOM, bottom, width, height)))
            bottom += height
        return places, bottom

    def _with_refusal(
        self, places: list[tuple[QWidget, QRect]], width: int
    ) -> list[tuple[QWidget, QRect]]:
        if not self._refusal.isHidden():
            top = max(place.bottom() + 1 for _part, place in places) + round(0.25 * em(self))
            inner = width - 2 * RING_ROOM
            height = self._refusal.heightForWidth(inner)
            places.append((self._refusal, QRect(RING_ROOM, top, inner, height)))
        return places


def _height(editor: QWidget, width: int) -> int:
    return (
        editor.heightForWidth(width) if editor.hasHeightForWidth() else editor.sizeHint().height()
    )

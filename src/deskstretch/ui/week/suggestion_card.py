"""One small change that the person's own record speaks for: to be applied, put off, or undone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.core.language import _, pgettext
from deskstretch.core.suggestion import Suggestion
from deskstretch.ui.theme import Theme
from deskstretch.ui.week.titled_card import TitledCard
from deskstretch.ui.widgets.flow import Flow
from deskstretch.ui.widgets.pill_button import PillButton, Voice
from deskstretch.ui.widgets.text_label import TextLabel, Tone


class SuggestionCard(TitledCard):
    """Hidden where there is nothing to say."""

    taken = Signal()
    """Do it."""
    put_off = Signal()
    """Not now."""
    undone = Signal()
    """Bring back what was there before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Suggestion"), parent)
        self.words = TextLabel(theme, "", self, tone=Tone.MUTED, size=1.05)
        self.take = PillButton(theme, "", Voice.PRIMARY, self)
        self.later = PillButton(theme, pgettext("button", "Not now"), Voice.SECONDARY, self)
        self.later.setToolTip(_("Say nothing of it for four weeks"))
        self.undo = PillButton(theme, pgettext("button", "Undo"), Voice.SECONDARY, self)
        self._asking = Flow[PillButton](self, gap_em=0.5)
        self._asking.set_controls((self.take, self.later))
        self._after = Flow[PillButton](self)
        self._after.set_controls((self.undo,))
        self.content.addWidget(self.words)
        self.content.addStretch(1)
        self.content.addWidget(self._asking)
        self.content.addWidget(self._after)
        self.take.clicked.connect(self.taken)
        self.later.clicked.connect(self.put_off)
        self.undo.clicked.connect(self.undone)
        self.show_suggestion(None, None)

    def show_suggestion(self, suggestion: Suggestion | None, done: str | None) -> None:
        """Show it; or, where one was applied, what that did."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        words = done or ("" if suggestion is None else _words(suggestion))
        is_new = words != self.words.text()
        self.words.setText(words)
        self.setVisible(bool(words))
        self._asking.setVisible(done is None)
        self._after.setVisible(done is not None)
        if suggestion is not None:
            self.take.setText(suggestion.button)
            self.take.setAccessibleDescription(words)
            self.take.updateGeometry()
        if had_keyboard and words:
            (self.take if done is None else self.undo).setFocus()
        if is_new and words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _words(suggestion: Suggestion) -> str:
    return _("{evidence} {question}").format(
        evidence=suggestion.evidence, question=suggestion.question
    )

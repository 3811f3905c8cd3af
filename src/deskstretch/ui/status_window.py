"""A small ordinary window with all that the tray offers, for desktops without a tray."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QFont,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.language import _, pgettext
from deskstretch.core.status_words import sitting_line
from deskstretch.ui.settings.calm_scroll import CalmScroll
from deskstretch.ui.theme import Theme
from deskstretch.ui.tray.icon_view import IconView
from deskstretch.ui.tray.order_button import OrderButton
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.picture import TrayPicture, picture_of
from deskstretch.ui.tray.reading import Reading
from deskstretch.ui.widgets.button_row import ButtonRow
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.pill_button import Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress

_SMALLEST_EM = 9
_WIDEST_EM = 28
"""Longer sentences wrap, unless the buttons need more."""


class StatusWindow(QWidget):
    """State, time left, sitting time, and the orders as buttons; deleted when closed.

    `why` is one line that says why the window is there; empty where that is plain.
    """

    accessible_role = QAccessible.Role.Window

    def __init__(self, theme: Theme, orders: Orders, why: str = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("DeskStretch")
        self._theme = theme
        self._orders = orders
        reading = orders.reading
        self._icon = IconView(self._picture(reading), self)
        self._headline = TextLabel(theme, "", self, size=1.4, weight=QFont.Weight.Bold)
        self._sitting = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._trouble = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._why = TextLabel(theme, why, self, tone=Tone.MUTED)
        self._why.setVisible(bool(why))
        # A layout that has been asked for its size would not hear of a word that comes later.
        orders.reading_changed.connect(self._show)
        self._show(reading)
        orders.reading_wanted.emit()

        unit = em(self)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(*(round(unit),) * 4)
        column.setSpacing(round(0.25 * unit))
        column.addWidget(self._state_card())
        column.addSpacing(round(0.4 * unit))
        self._add_orders(column, orders)
        column.addSpacing(round(0.4 * unit))
        column.addWidget(self._why)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = CalmScroll(theme, self._content, self)
        whole.addWidget(self._scroll)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        # Qt would show a window without a size of its own at two thirds of the screen at most.
        self.resize(self.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self._show(self._orders.reading)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything, as far as the screen has it."""
        widest = max(self._content.minimumSizeHint().width(), round(_WIDEST_EM * em(self)))
        hint = self._content.sizeHint()
        hint.setWidth(min(hint.width(), widest))
        hint.setHeight(self._content.heightForWidth(hint.width()))
        # A text that needs one line more beside the bar would keep the bar in sight.
        hint += QSize(self._scroll.verticalScrollBar().sizeHint().width(), 0)
        return hint.boundedTo(self.screen().availableGeometry().size() * 0.92)

    def minimumSizeHint(self) -> QSize:
        """As wide as its buttons; the rest scrolls."""
        width = self._content.minimumSizeHint().width()
        width += self._scroll.verticalScrollBar().sizeHint().width()
        return QSize(width, round(_SMALLEST_EM * em(self)))

    def explain(self, why: str) -> None:
        """Say why the window is there."""
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper that the card lies on."""
        QPainter(self).fillRect(self.rect(), self._theme.paper)

    def _state_card(self) -> Card:
        card = Card(self._theme, self)
        beside = QHBoxLayout()
        beside.setSpacing(round(em(self)))
        beside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.addWidget(self._headline)
        lines.addWidget(self._sitting)
        lines.addWidget(self._trouble)
        lines.addStretch(1)
        beside.addLayout(lines, 1)
        card.content.addLayout(beside)
        return card

    def _add_orders(self, column: QVBoxLayout, orders: Orders) -> None:
        answers = (
            OrderButton(self._theme, orders.start, Voice.PRIMARY, self),
            OrderButton(self._theme, orders.snooze, parent=self, only_while_enabled=True),
            OrderButton(self._theme, orders.skip, Voice.QUIET, self, only_while_enabled=True),
        )
        column.addWidget(ButtonRow(answers))
        self._add_caption(column, _("Take a break now"))
        column.addWidget(self._row_of(orders.short_break, orders.long_break))
        self._add_caption(column, pgettext("button", "Pause"))
        column.addWidget(self._row_of(orders.resume, *orders.pauses))
        column.addSpacing(round(0.7 * em(self)))
        windows = (orders.week, orders.library, orders.settings, orders.quit)
        column.addWidget(self._row_of(*windows, voice=Voice.QUIET))

    def _add_caption(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(round(0.5 * em(self)))
        column.addWidget(TextLabel(self._theme, words, self, tone=Tone.MUTED))

    def _row_of(self, *actions: QAction, voice: Voice = Voice.SECONDARY) -> ButtonRow:
        return ButtonRow([OrderButton(self._theme, action, voice, self) for action in actions])

    def _show(self, reading: Reading) -> None:
        self._icon.show_picture(self._picture(reading))
        self._headline.setText(reading.headline)
        self._sitting.setText(sitting_line(reading.status))
        self._trouble.setText(reading.trouble or "")
        self._trouble.setVisible(reading.trouble is not None)

    def _picture(self, reading: Reading) -> TrayPicture:
        trouble = reading.trouble is not None
        return picture_of(reading.status, trouble, self._theme.high_contrast)

"""A small ordinary window with all that the tray offers, for desktops without a tray."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskstretch.core.status_words import sitting_line
from deskstretch.ui.theme import Theme
from deskstretch.ui.tray.icon import app_icon
from deskstretch.ui.tray.icon_view import IconView
from deskstretch.ui.tray.order_button import OrderButton
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.picture import picture_of
from deskstretch.ui.tray.reading import Reading
from deskstretch.ui.widgets.card import Card
from deskstretch.ui.widgets.pill_button import Voice
from deskstretch.ui.widgets.sizes import em
from deskstretch.ui.widgets.text_label import TextLabel, Tone
from deskstretch.ui.widgets.themed import dress


class StatusWindow(QWidget):
    """State, time left, sitting time, and the orders as buttons; deleted when closed.

    `why` is one line that says why the window is there; empty where that is plain.
    """

    def __init__(self, theme: Theme, orders: Orders, why: str = "") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("DeskStretch")
        self.setWindowIcon(app_icon())
        self._theme = theme
        reading = orders.reading
        self._icon = IconView(picture_of(reading.status), self)
        self._headline = TextLabel(theme, "", self, size=1.4, weight=QFont.Weight.Bold)
        self._sitting = TextLabel(theme, "", self, tone=Tone.MUTED)
        self._trouble = TextLabel(theme, "", self, tone=Tone.CORAL)
        self._why = TextLabel(theme, why, self, tone=Tone.MUTED)
        self._why.setVisible(bool(why))

        unit = em(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(round(unit),) * 4)
        column.setSpacing(round(0.25 * unit))
        column.addWidget(self._state_card())
        column.addSpacing(round(0.4 * unit))
        self._add_orders(column, orders)
        column.addSpacing(round(0.4 * unit))
        column.addWidget(self._why)
        column.addStretch(1)
        orders.reading_changed.connect(self._show)
        self._show(reading)
        orders.reading_wanted.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        dress(self, theme)
        self.update()

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
        column.addLayout(
            self._row(
                OrderButton(self._theme, orders.start, Voice.PRIMARY, self),
                OrderButton(self._theme, orders.snooze, parent=self, only_while_enabled=True),
                OrderButton(self._theme, orders.skip, Voice.QUIET, self, only_while_enabled=True),
            )
        )
        self._add_caption(column, "Take a break now")
        column.addLayout(self._row_of(orders.short_break, orders.long_break))
        self._add_caption(column, "Pause")
        column.addLayout(self._row_of(orders.resume, *orders.pauses))
        column.addSpacing(round(0.7 * em(self)))
        column.addLayout(self._row_of(orders.week, orders.library, voice=Voice.QUIET))
        column.addLayout(self._row_of(orders.settings, orders.quit, voice=Voice.QUIET))

    def _add_caption(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(round(0.5 * em(self)))
        column.addWidget(TextLabel(self._theme, words, self, tone=Tone.MUTED))

    def _row_of(self, *actions: QAction, voice: Voice = Voice.SECONDARY) -> QHBoxLayout:
        return self._row(*(OrderButton(self._theme, action, voice, self) for action in actions))

    def _row(self, *buttons: OrderButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(round(0.2 * em(self)))
        for button in buttons:
            row.addWidget(button, 1)
        return row

    def _show(self, reading: Reading) -> None:
        self._icon.show_picture(picture_of(reading.status, reading.trouble is not None))
        self._headline.setText(reading.headline)
        self._sitting.setText(sitting_line(reading.status))
        self._trouble.setText(reading.trouble or "")
        self._trouble.setVisible(reading.trouble is not None)

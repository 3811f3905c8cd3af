"""The icon in the panel, its tool tip and its menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from deskstretch.core.language import _, pgettext
from deskstretch.ui.tray.host import TrayHost
from deskstretch.ui.tray.icon import tray_icon
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.picture import TrayPicture, picture_of
from deskstretch.ui.tray.reading import Reading
from deskstretch.ui.widgets.plain_tip import plain_tip


class Tray(QObject):
    """Shows what the orders' reading says, wherever there is a tray to show it in."""

    def __init__(self, orders: Orders, host: TrayHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders = orders
        self._menu = _menu(orders)
        self._take_a_break, self._pause = self._menu.findChildren(QMenu)
        self._headline = self._menu.actions()[0]
        self._trouble = self._menu.actions()[1]
        self._menu.aboutToShow.connect(orders.reading_wanted)
        self._icon: QSystemTrayIcon | None = None
        self._picture: TrayPicture | None = None
        self._high_contrast = False
        orders.reading_changed.connect(self._show)
        host.changed.connect(self._follow_host)
        self._follow_host(host.available)

    @property
    def menu(self) -> QMenu:
        """The icon's menu."""
        return self._menu

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon; None without a tray."""
        return self._icon

    @property
    def picture(self) -> TrayPicture | None:
        """What the icon shows; None without an icon."""
        return self._picture

    @property
    def tool_tip(self) -> str:
        """What the icon says; empty without an icon."""
        return self._icon.toolTip() if self._icon is not None else ""

    def set_high_contrast(self, high: bool) -> None:
        """Whether the icon is to be white on black from now on."""
        self._high_contrast = high
        self._show(self._orders.reading)

    def _follow_host(self, available: bool) -> None:
        # Which kind of tray an icon lives in is settled when it is made: a new host, a new icon.
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = self._picture = None
        if available:
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._answer_click)
            self._show(self._orders.reading)
            self._icon.show()

    def _show(self, reading: Reading) -> None:
        self._take_a_break.setTitle(_("Take a break now"))
        self._pause.setTitle(pgettext("button", "Pause"))
        self._headline.setText(reading.headline)
        self._trouble.setVisible(reading.trouble is not None)
        self._trouble.setText(reading.trouble or "")
        if self._icon is None:
            return
        picture = picture_of(reading.status, reading.trouble is not None, self._high_contrast)
        if picture != self._picture:
            self._picture = picture
            self._icon.setIcon(tray_icon(picture))
        words = plain_tip("\n".join(filter(None, (reading.headline, reading.trouble))))
        if words != self._icon.toolTip():
            self._icon.setToolTip(words)

    def _answer_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._orders.status_opened.emit()


def _menu(orders: Orders) -> QMenu:
    menu = QMenu()
    for _line in ("headline", "trouble"):
        menu.addAction("").setEnabled(False)
    menu.addSeparator()
    menu.addAction(orders.start)
    take_a_break = menu.addMenu("")
    take_a_break.addActions((orders.short_break, orders.long_break))
    menu.addActions((orders.snooze, orders.skip))
    menu.addSeparator()
    menu.addAction(orders.resume)
    menu.addMenu("").addActions(orders.pauses)
    menu.addSeparator()
    menu.addActions((orders.week, orders.library, orders.settings))
    menu.addSeparator()
    menu.addAction(orders.quit)
    return menu

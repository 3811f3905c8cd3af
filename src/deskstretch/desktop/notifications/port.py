"""What the app asks of a desktop to tell the person something without a window."""

from __future__ import annotations

import logging
import sys

import msgspec
from PySide6.QtCore import QObject, Signal

from deskstretch.core.language import N_, _
from deskstretch.desktop.notifications.by_plyer import PlyerNotifications
from deskstretch.desktop.notifications.service import Notice, NotificationService

_log = logging.getLogger(__name__)


class Adapter(msgspec.Struct, frozen=True):
    """One way to show notices, and why it is not used, if so."""

    name: str
    why_not: str | None = None


class Notifications(QObject):
    """The desktop's own service; plyer where that cannot be reached and nothing is lost by it.

    Nothing is imported or connected before `begin`.
    """

    button_pressed = Signal(str, str, str)
    """Name of the notice, key of the button, and what lets a window come to the front, if told."""
    failed = Signal(str, str)
    """The notice of that name is not on the screen, though nobody took it away; and why."""
    changed = Signal()
    """`can_ask`, `offers_buttons` or `adapters` may be another now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desktop: NotificationService | None = None
        self._plyer: NotificationService | None = None
        self._no_desktop: str | None = N_("not needed so far")
        self._left_to_plyer: dict[str, Notice] = {}

    @property
    def can_ask(self) -> bool:
        """Whether a notice that asks either reaches the screen or is told to have failed."""
        return any(each.tells_if_shown and each.why_not is None for each in self._services())

    @property
    def offers_buttons(self) -> bool:
        """Whether a notice can be answered where it stands."""
        return any(each.offers_buttons for each in self._services())

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All that there are, the best first."""
        desktop_why_not = self._no_desktop if self._desktop is None else self._desktop.why_not
        match self._plyer, desktop_why_not:
            case None, _:
                plyer_why_not: str | None = N_("not needed so far")
            case _, None:
                plyer_why_not = N_("another one serves")
            case _:
                plyer_why_not = self._plyer.why_not
        return (
            Adapter("desktop notification service", desktop_why_not),
            Adapter("plyer", plyer_why_not),
        )

    def begin(self) -> None:
        """Learn what this desktop offers; `changed` tells when it is known."""
        if self._plyer is not None:
            return
        self._plyer = self._heard(PlyerNotifications(self))
        try:
            self._desktop = self._heard(_desktop_service(self))
        except (OSError, KeyError, RuntimeError) as missing:
            self._no_desktop = _("no session bus: {why}").format(why=missing)
        self.changed.emit()

    def show(self, name: str, notice: Notice) -> None:
        """Show it soon, in place of an older one of that name."""
        self.begin()
        assert self._plyer is not None
        if notice.seconds is not None or self._plyer.tells_if_shown:
            self._left_to_plyer[name] = notice
        if self._desktop is not None:
            self._desktop.show(name, notice)
        else:
            self._fall_back(name, self._no_desktop or "")

    def withdraw(self, name: str) -> None:
        """Take it away, if it is there; nothing more is told of it."""
        self._left_to_plyer.pop(name, None)
        for service in self._services():
            service.withdraw(name)

    def close(self) -> None:
        """Take all away and let go of the desktop."""
        for service in self._services():
            service.close()

    def _services(self) -> tuple[NotificationService, ...]:
        return tuple(each for each in (self._desktop, self._plyer) if each is not None)

    def _heard(self, service: NotificationService) -> NotificationService:
        service.button_pressed.connect(self.button_pressed)
        service.failed.connect(self._fall_back)
        service.learnt.connect(self.changed)
        return service

    def _fall_back(self, name: str, why: str) -> None:
        """Try plyer, once, with what may be shown by it; else say that it failed."""
        notice = self._left_to_plyer.pop(name, None)
        if notice is not None and self._plyer is not None:
            _log.info("Left to plyer: %s", why)
            self._plyer.show(name, notice)
        else:
            self.failed.emit(name, why)


def _desktop_service(parent: QObject) -> NotificationService:
    if sys.platform in {"win32", "darwin"}:
        raise RuntimeError("this system has no D-Bus")
    from deskstretch.desktop.notifications.desktop_service import DesktopService

    return DesktopService(parent)

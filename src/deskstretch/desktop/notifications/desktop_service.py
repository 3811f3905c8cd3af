"""The desktop's own service, as the Desktop Notifications Specification 1.2 describes it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message
from PySide6.QtCore import QObject, QTimer

from deskstretch.core.language import N_
from deskstretch.desktop.notifications.service import Notice, NotificationService, Picture
from deskstretch.desktop.notifications.wire import Wire, error_words, is_error

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ADDRESS = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
_DAEMON = "org.freedesktop.DBus"

_DEFAULT_ACTION = "default"
"""What the specification calls a press on the notification itself."""
_LOW, _NORMAL = 0, 1
_NEVER_EXPIRES = 0
_PATIENCE_MS = 3000
"""A service that is started by being asked may take a moment; longer ones hang."""

_log = logging.getLogger(__name__)


class _Shown:
    """One notice from the request on; `id` is None until the service has told it."""

    __slots__ = ("id", "is_wanted", "token")

    def __init__(self) -> None:
        self.id: int | None = None
        self.is_wanted = True
        self.token = ""


class DesktopService(NotificationService):
    """Notifications with what the service says it can do: buttons, a body, markup.

    It may be restarted, or be started only by the first notification. OSError or KeyError says
    that there is no session bus.
    """

    tells_if_shown = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wire = Wire(self)
        self._capabilities = frozenset({"body"})
        self._shown: dict[str, _Shown] = {}
        self._wire.signal_received.connect(self._heed)
        self._wire.ended.connect(self._lose_bus)
        self._wire.listen(MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_PATH))
        owners = MatchRule(
            type="signal", sender=_DAEMON, interface=_DAEMON, member="NameOwnerChanged"
        )
        owners.add_arg_condition(0, _NAME)
        self._wire.listen(owners)
        self.why_not = N_("it has not answered yet")
        self._ask_capabilities()

    def show(self, name: str, notice: Notice) -> None:
        """Ask the service; `failed` follows unless it soon says that it did."""
        before = self._shown.get(name)
        replaced = before.id if before is not None else None
        if before is not None and before.id is None:
            before.is_wanted = False
        shown = self._shown[name] = _Shown()
        if not self._wire.is_open:
            self._fail(name, shown, N_("the session bus is gone"))
            return
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._give_up, name, shown))
        self._wire.call(
            _ADDRESS,
            "Notify",
            "susssasa{sv}i",
            self._arguments(notice, replaced or 0),
            partial(self._heed_shown, name, shown),
        )

    def withdraw(self, name: str) -> None:
        """Close it, or as soon as it is known which one it is."""
        shown = self._shown.pop(name, None)
        if shown is not None:
            shown.is_wanted = False
            self._close(shown)

    def close(self) -> None:
        """Close all."""
        for name in [*self._shown]:
            self.withdraw(name)
        self._wire.close()

    def _arguments(self, notice: Notice, replaced: int) -> tuple[Any, ...]:
        title, body = notice.title, notice.body
        if not self.offers_buttons and notice.without_buttons:
            body = f"{body}\n{notice.without_buttons}"
        if "body" not in self._capabilities:
            title, body = ": ".join(filter(None, (title, body.partition("\n")[0]))), ""
        if "body-markup" in self._capabilities:
            from html import escape  # with half a megabyte of names

            body = escape(body, quote=False)
        hints: dict[str, tuple[str, Any]] = {
            "urgency": ("y", _LOW if notice.quiet else _NORMAL),
            "desktop-entry": ("s", "deskstretch"),
            "suppress-sound": ("b", True),
        }
        if notice.picture is not None:
            hints["image-data"] = ("(iiibiiay)", _pixels(notice.picture))
        if notice.seconds is not None:
            hints["transient"] = ("b", True)
        expires_ms = _NEVER_EXPIRES if notice.seconds is None else round(1000 * notice.seconds)
        actions = [*self._actions(notice)]
        return "DeskStretch", replaced, "deskstretch", title, body, actions, hints, expires_ms

    def _actions(self, notice: Notice) -> Iterator[str]:
        if not self.offers_buttons:
            return
        for button in notice.buttons:
            yield from (button.key, button.words)
        if notice.opens is not None:
            yield from (_DEFAULT_ACTION, notice.opens)

    def _ask_capabilities(self) -> None:
        self._wire.call(_ADDRESS, "GetCapabilities", "", (), self._heed_capabilities)

    def _heed_capabilities(self, reply: Message) -> None:
        if is_error(reply):
            self._learn(error_words(reply))
        else:
            self._capabilities = frozenset(reply.body[0])
            self._learn(None)

    def _learn(self, why_not: str | None) -> None:
        self.why_not = why_not
        self.offers_buttons = why_not is None and "actions" in self._capabilities
        self.learnt.emit()

    def _heed_shown(self, name: str, shown: _Shown, reply: Message) -> None:
        if is_error(reply):
            self._learn(error_words(reply))
            self._fail(name, shown, error_words(reply))
            return
        shown.id = reply.body[0]
        if not shown.is_wanted:
            self._close(shown)

    def _give_up(self, name: str, shown: _Shown) -> None:
        if shown.id is None:
            self._fail(name, shown, N_("it does not answer"))
            shown.is_wanted = False

    def _fail(self, name: str, shown: _Shown, why: str) -> None:
        if self._shown.get(name) is shown:
            del self._shown[name]
            _log.warning("The notification could not be shown: %s", why)
            self.failed.emit(name, why)

    def _close(self, shown: _Shown) -> None:
        if shown.id is not None:
            # An error says only that it is gone already.
            self._wire.call(_ADDRESS, "CloseNotification", "u", (shown.id,), lambda _reply: None)

    def _heed(self, signal: Message) -> None:
        match signal.header.fields.get(HeaderFields.member), signal.body:
            case "ActivationToken", (int(id_), str(token)):
                for shown in self._shown.values():
                    if shown.id == id_:
                        shown.token = token
            case "ActionInvoked", (int(id_), str(key)):
                # Some services tell first that it is closed: closed ones are still known here.
                for name, shown in [*self._shown.items()]:
                    if shown.id == id_:
                        self.button_pressed.emit(name, key, shown.token)
            case "NameOwnerChanged", (_, _, ""):
                self._lose_all(N_("the service has ended"))
            case "NameOwnerChanged", (_, _, _):
                self._ask_capabilities()

    def _lose_bus(self) -> None:
        self._learn(N_("the session bus is gone"))
        self._lose_all(N_("the session bus is gone"))

    def _lose_all(self, why: str) -> None:
        for name, shown in [*self._shown.items()]:
            self._fail(name, shown, why)


def _pixels(picture: Picture) -> tuple[int, int, int, bool, int, int, bytes]:
    """Width, height, bytes a row, whether there is opacity, bits a sample, samples, pixels."""
    return picture.width, picture.height, 4 * picture.width, True, 8, 4, picture.rgba

"""Shortcuts by the desktop's portal, as org.freedesktop.portal.GlobalShortcuts describes it.

The desktop may show a dialog of its own, in which the person allows them or chooses other keys.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message
from PySide6.QtCore import QObject

from deskstretch.core.combination import Combination
from deskstretch.core.declaration import declaration_of
from deskstretch.core.language import N_, _
from deskstretch.desktop.notifications.wire import Answer, Wire, error_words, is_error
from deskstretch.desktop.presence.source import NotOfferedError
from deskstretch.desktop.shortcuts.keys import names_of
from deskstretch.desktop.shortcuts.source import Binding, ShortcutSource, Wanted

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_DAEMON = "org.freedesktop.DBus"

_DESKTOP_ENTRY = "deskstretch"
_NO_WINDOW = ""
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Super": "LOGO"}
"""As in the XDG specification of shortcuts."""
_CANCELLED = 1
_NOT_ALLOWED = N_("they were not allowed in the dialog of your desktop")
_REFUSED = N_("your desktop refused them")
_NO_KEYS = N_("no keys are set for it in your desktop's settings")

_Results = dict[str, tuple[str, Any]]


class PortalShortcuts(ShortcutSource):
    """One session of the portal, with all combinations bound at once; begins anew with it."""

    def __init__(self, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._bindings: tuple[Binding, ...] = ()
        self._session = ""
        self._is_gone = False
        self._numbers = count(1)
        self._responses: dict[str, Callable[[int, _Results], None]] = {}
        """What waits for the response to a request, by its token."""
        try:
            self._wire = Wire(self)
        except (OSError, KeyError) as missing:
            raise NotOfferedError(_("no session bus: {why}").format(why=missing)) from None
        self._wire.signal_received.connect(self._heed)
        self._wire.ended.connect(lambda: self.lost.emit(N_("the session bus is gone")))
        for interface in (_REQUEST, _SESSION, _SHORTCUTS):
            self._wire.listen(MatchRule(type="signal", sender=_NAME, interface=interface))
        owners = MatchRule(
            type="signal", sender=_DAEMON, interface=_DAEMON, member="NameOwnerChanged"
        )
        owners.add_arg_condition(0, _NAME)
        self._wire.listen(owners)
        self._begin()

    def bindings(self) -> tuple[Binding, ...]:
        return self._bindings

    def close(self) -> None:
        self._wire.close()  # With the connection the portal ends the session.

    def _begin(self) -> None:
        self.why_not = N_("it has not answered yet")
        # Says who asks, where no sandbox does. It must come before all else, and older portals do
        # not know it: whatever they answer is as well.
        self._call(_REGISTRY, "Register", "sa{sv}", (_DESKTOP_ENTRY, {}), lambda _reply: None)
        properties = "org.freedesktop.DBus.Properties"
        self._call(properties, "Get", "ss", (_SHORTCUTS, "version"), self._heed_version)

    def _heed_version(self, reply: Message) -> None:
        if is_error(reply):
            self.lost.emit(error_words(reply))
            return
        self._become(None)
        if self._wanted:
            token = {"session_handle_token": ("s", _DESKTOP_ENTRY)}
            self._request("CreateSession", "", (), token, self._heed_session)

    def _heed_session(self, code: int, results: _Results) -> None:
        if code or "session_handle" not in results:
            self.lost.emit(N_("the portal opens no session"))
            return
        self._session = results["session_handle"][1]
        shortcuts = [
            (order, {"description": ("s", _title(order)), "preferred_trigger": ("s", _keys(keys))})
            for order, keys in self._wanted.items()
        ]
        body = (self._session, shortcuts, _NO_WINDOW)
        self._request("BindShortcuts", "oa(sa{sv})s", body, {}, self._heed_bound)

    def _heed_bound(self, code: int, results: _Results) -> None:
        if code:
            refused = _NOT_ALLOWED if code == _CANCELLED else _REFUSED
            self._tell_all(_(refused))
        else:
            _signature, shortcuts = results.get("shortcuts", ("", []))
            self._take_up(shortcuts)

    def _take_up(self, shortcuts: list[tuple[str, _Results]]) -> None:
        """What the desktop has made of it: it may have other keys, or none."""
        bound = {
            order: facts.get("trigger_description", ("s", ""))[1] for order, facts in shortcuts
        }
        self._bindings = tuple(_binding(order, bound.get(order)) for order in self._wanted)
        self.changed.emit()

    def _tell_all(self, why_not: str) -> None:
        self._bindings = tuple(
            Binding(order, str(keys), why_not) for order, keys in self._wanted.items()
        )
        self.changed.emit()

    def _become(self, why_not: str | None) -> None:
        self.why_not = why_not
        self.changed.emit()

    def _heed(self, signal: Message) -> None:
        fields = signal.header.fields
        path = fields.get(HeaderFields.path, "")
        match fields.get(HeaderFields.member), signal.body:
            case "Response", (int(code), dict(results)):
                heed = self._responses.pop(path.rpartition("/")[2], None)
                if heed is not None:
                    heed(code, results)
            case "Activated", (self._session, str(order), *_) if order in self._wanted:
                self.pressed.emit(order)
            case "ShortcutsChanged", (self._session, list(shortcuts)):
                self._take_up(shortcuts)
            case "Closed", _ if path == self._session:
                self._tell_all(_("your desktop has ended it"))
            case "NameOwnerChanged", (_, _, ""):
                self._is_gone, self._session = True, ""
                self._tell_all(_("your desktop's portal has ended"))
                self._become(N_("it has ended"))
            case "NameOwnerChanged", _ if self._is_gone:
                self._is_gone = False
                self._begin()

    def _request(
        self,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        options: _Results,
        heed: Callable[[int, _Results], None],
    ) -> None:
        """Call a method whose result comes as a signal, which a token tells apart."""
        token = f"deskstretch{next(self._numbers)}"
        self._responses[token] = heed

        def heed_reply(reply: Message) -> None:
            if is_error(reply):
                self._responses.pop(token, None)
                self.lost.emit(error_words(reply))

        options = {"handle_token": ("s", token), **options}
        self._call(_SHORTCUTS, method, f"{signature}a{{sv}}", (*body, options), heed_reply)

    def _call(
        self, interface: str, method: str, signature: str, body: tuple[Any, ...], answer: Answer
    ) -> None:
        address = DBusAddress(_PATH, bus_name=_NAME, interface=interface)
        self._wire.call(address, method, signature, body, answer)


def _binding(order: str, keys: str | None) -> Binding:
    match keys:
        case None:
            return Binding(order, "", _(_NOT_ALLOWED))
        case "":
            return Binding(order, "", _(_NO_KEYS))
        case _:
            return Binding(order, keys)


def _title(order: str) -> str:
    declared = declaration_of(f"shortcuts.{order}")
    return declared.title if declared is not None else order


def _keys(combination: Combination) -> str:
    """As the XDG specification of shortcuts has it: "CTRL+ALT+b"."""
    modifiers = (_MODIFIERS[each] for each in combination.modifiers)
    return "+".join((*modifiers, names_of(combination.key).keysym_name))

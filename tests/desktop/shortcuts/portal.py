"""A portal of the tests' own, after org.freedesktop.portal.GlobalShortcuts, version 1."""

from __future__ import annotations

from typing import Any

from tests.desktop.presence.running import AnyBus, Service

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
SESSION = f"{PATH}/session/1_7/deskstretch"


class Portal(Service):
    """Binds what is asked for, or what `keys` says instead; `code` is the dialog's answer."""

    def __init__(
        self,
        bus: AnyBus,
        keys: dict[str, str] | None = None,
        *,
        code: int = 0,
        refuses: str = "",
    ) -> None:
        self.asked: list[tuple[str, Any]] = []
        self._keys = keys
        self._code = code
        self._refuses = refuses
        super().__init__(bus, NAME)

    def press(self, order: str, session: str = SESSION) -> None:
        self.send(PATH, INTERFACE, "Activated", "osta{sv}", session, order, 12345, {})

    def change(self, keys: dict[str, str]) -> None:
        """The person has set others in the desktop's settings."""
        self.send(PATH, INTERFACE, "ShortcutsChanged", "oa(sa{sv})", SESSION, _described(keys))

    def close_session(self) -> None:
        self.send(SESSION, "org.freedesktop.portal.Session", "Closed", "a{sv}", {})

    def answer(self, member: str, body: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        self.asked.append((member, body))
        match member, body:
            case (self._refuses, _):
                return None
            case "Get", (_, "version"):
                return "v", (("u", 1),)
            case "CreateSession", (options,):
                return self._request(options, {"session_handle": ("s", SESSION)}, 0)
            case "BindShortcuts", (_, shortcuts, _, options):
                wished = {id_: facts["preferred_trigger"][1] for id_, facts in shortcuts}
                given = wished if self._keys is None else self._keys
                results = {"shortcuts": ("a(sa{sv})", _described(given))}
                return self._request(options, results if self._code == 0 else {}, self._code)
        return None

    def _request(
        self, options: dict[str, Any], results: dict[str, Any], code: int
    ) -> tuple[str, tuple[Any, ...]]:
        """Its response comes before the reply, as that of a quick portal may."""
        handle = f"{PATH}/request/1_7/{options['handle_token'][1]}"
        self.send(handle, "org.freedesktop.portal.Request", "Response", "ua{sv}", code, results)
        return "o", (handle,)


def _described(keys: dict[str, str]) -> list[tuple[str, dict[str, tuple[str, str]]]]:
    return [(id_, {"trigger_description": ("s", words)}) for id_, words in keys.items()]

"""Starting with the desktop from inside a Flatpak, as org.freedesktop.portal.Background has it.

An entry in the autostart folder of a sandbox is seen by nobody; the portal writes one outside.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from deskstretch.core.language import _
from deskstretch.desktop.autostart.port import AutostartState

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_BACKGROUND = "org.freedesktop.portal.Background"
_REQUEST = "org.freedesktop.portal.Request"
_TOKEN = "deskstretch"
_NO_WINDOW = ""
_LONGEST_WAIT_SECONDS = 10.0
"""For each of two answers; a settings window stands still as long."""


class BackgroundPortalAutostart:
    """Asks the portal. It cannot be asked how things stand: its last answer is kept in a file."""

    def __init__(
        self,
        environment: Mapping[str, str],
        command: tuple[str, ...],
        wait_seconds: float = _LONGEST_WAIT_SECONDS,
    ) -> None:
        self._command = command
        self._wait_seconds = wait_seconds
        data = environment.get("XDG_DATA_HOME", "")
        folder = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
        self._last_answer = folder / "deskstretch" / "autostart-answer"

    def state(self) -> AutostartState:
        """What the portal answered last. OSError if that cannot be read."""
        try:
            answer = self._last_answer.read_text(encoding="utf-8", errors="replace").strip()
        except FileNotFoundError:
            answer = ""
        if answer in ("on", "off"):
            note = _("Your desktop's last answer; changes in its own settings are not seen here.")
        else:
            note = _("Your desktop has not said how it stands.")
        return AutostartState(on=answer == "on", place=_BACKGROUND, note=note)

    def turn_on(self) -> None:
        """Ask for it. OSError with the reason if the answer is no, or none."""
        self._ask(True)

    def turn_off(self) -> None:
        """Take it back. OSError with the reason if the answer is no, or none."""
        self._ask(False)

    def _ask(self, on: bool) -> None:
        try:
            connection = open_dbus_connection()
        except (OSError, KeyError) as missing:
            raise OSError(_("no session bus: {why}").format(why=missing)) from None
        with connection:
            # Until there is an answer, the one before may no longer hold.
            self._last_answer.unlink(missing_ok=True)
            try:
                is_on = self._answer(connection, on)
            except TimeoutError:
                raise OSError(_("your desktop has not answered")) from None
        if is_on is not None:
            self._last_answer.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._last_answer.write_text("on\n" if is_on else "off\n", encoding="utf-8")
        if is_on != on:
            raise OSError(_("your desktop does not allow it"))

    def _answer(self, connection: DBusConnection, on: bool) -> bool | None:
        """Whether it will be started; None if the request was refused.

        TimeoutError without an answer, OSError without a portal.
        """
        sender = connection.unique_name.removeprefix(":").replace(".", "_")
        rule = MatchRule(
            type="signal",
            interface=_REQUEST,
            member="Response",
            path=f"{_PATH}/request/{sender}/{_TOKEN}",
        )
        # Listened for before asking: a quick portal responds before it returns from the call.
        with connection.filter(rule) as responses:
            self._call(connection, message_bus.AddMatch(rule))
            options = {
                "handle_token": ("s", _TOKEN),
                "reason": ("s", _("DeskStretch is there, in the tray, each time you log in.")),
                "autostart": ("b", on),
                "commandline": ("as", list(self._command)),
            }
            portal = DBusAddress(_PATH, bus_name=_NAME, interface=_BACKGROUND)
            body = (_NO_WINDOW, options)
            self._call(connection, new_method_call(portal, "RequestBackground", "sa{sv}", body))
            response = connection.recv_until_filtered(responses, timeout=self._wait_seconds)
        match response.body:
            case (0, {"autostart": (_signature, bool(is_on))}):
                return is_on
            case _:
                return None

    def _call(self, connection: DBusConnection, call: Message) -> None:
        reply = connection.send_and_get_reply(call, timeout=self._wait_seconds)
        if reply.header.message_type is MessageType.error:
            name = reply.header.fields[HeaderFields.error_name]
            why = reply.body[0] if reply.body else name
            raise OSError(_("your desktop's portal cannot be asked: {why}").format(why=why))

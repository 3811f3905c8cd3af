"""What the desktop tells: each port's adapters, chosen as the app chooses them, and read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject

from deskstretch.core.diagnosis import NotUsed, Port
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.numbers import decimal_words
from deskstretch.core.reasons import (
    CAMERA,
    DO_NOT_DISTURB,
    FULL_SCREEN,
    INHIBITED,
    MICROPHONE,
    PROGRAM,
    SCREEN_SHARING,
    is_heeded,
)
from deskstretch.core.running_text import all_of
from deskstretch.core.settings import DisturbanceSettings, Settings
from deskstretch.desktop.appearance.choose import choose_appearance
from deskstretch.desktop.disturbance.choose import choose_disturbance
from deskstretch.desktop.disturbance.port import Disturbance
from deskstretch.desktop.notifications.port import Notifications
from deskstretch.desktop.presence.choose import choose_presence
from deskstretch.desktop.presence.port import Presence
from deskstretch.wiring.diagnosis.appearance_ports import appearance_ports

_LONGEST_WAIT_MS = 2000
# Those that only answer later why they do not serve, such as services on a bus.
_SHORTEST_WAIT_MS = 500
_PORTS_OF_DISTURBANCE = {
    CAMERA: N_("camera"),
    MICROPHONE: N_("microphone"),
    FULL_SCREEN: N_("full screen"),
    SCREEN_SHARING: N_("screen sharing"),
    DO_NOT_DISTURB: N_("do not disturb"),
    INHIBITED: N_("inhibitors"),
    PROGRAM: N_("programs"),
}
_TELLS_LOCK_ALONE = "screen saver"


class DesktopReading(NamedTuple):
    """What was found."""

    ports: tuple[Port, ...]
    tells_idle: bool


class _Tried(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def why_not(self) -> str | None: ...


def read_desktop(settings: Settings, in_sight: bool | None) -> DesktopReading:
    """Choose, wait a little for those that answer late, and read; a Qt application is there.

    `in_sight`: whether windows stay where they are put; None where there is no screen.
    """
    parent = QObject()
    presence = choose_presence(parent)
    locks: list[bool] = []
    presence.locked.connect(lambda: locks.append(True))
    presence.unlocked.connect(lambda: locks.append(False))
    disturbance = choose_disturbance(settings.disturbance, parent)
    disturbance.watch(True)
    notifications = Notifications(parent)
    notifications.begin()
    appearance = choose_appearance(parent)
    appearance.begin()
    try:
        _wait_until(lambda: _knows_all(disturbance) and appearance.knows_all)
        ports = (
            *_presence_ports(presence, bool(locks and locks[-1])),
            *_disturbance_ports(disturbance, settings.disturbance),
            *_asking_ports(notifications, settings, in_sight),
            *appearance_ports(appearance, settings.look, has_screen=in_sight is not None),
        )
        return DesktopReading(ports, presence.tells_idle)
    finally:
        appearance.close()
        notifications.close()
        disturbance.close()
        presence.close()


def _wait_until(is_known: Callable[[], bool]) -> None:
    passed = QElapsedTimer()
    passed.start()
    while passed.elapsed() < _SHORTEST_WAIT_MS or (
        not is_known() and passed.elapsed() < _LONGEST_WAIT_MS
    ):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents()


def _knows_all(disturbance: Disturbance) -> bool:
    told = all(reading.reasons is not None for reading in disturbance.readings())
    return disturbance.has_tried_all and told


def _port(name: str, reading: str, tried: Iterable[_Tried]) -> Port:
    tried = tuple(tried)
    return Port(
        name,
        tuple(each.name for each in tried if each.why_not is None),
        reading,
        tuple(NotUsed(each.name, each.why_not) for each in tried if each.why_not is not None),
    )


def _presence_ports(presence: Presence, locked: bool) -> tuple[Port, ...]:
    idle = [each for each in presence.adapters if each.kind == "idle"]
    session = [each for each in presence.adapters if each.kind == "session"]
    sleep = [each for each in session if each.name != _TELLS_LOCK_ALONE]
    lock_port, sleep_port = _port(N_("lock"), "", session), _port(N_("sleep"), "", sleep)
    return (
        _port(N_("idle"), _idle_words(presence), idle),
        _port("lock", _lock_words(lock_port, locked), session),
        _port("sleep", _("will be told") if sleep_port.used else _("not told here"), sleep),
    )


def _idle_words(presence: Presence) -> str:
    if not presence.tells_idle:
        return _("not told here")
    seconds = presence.idle_seconds()
    if seconds is None:
        return _("tells when input stops, not how long ago it did")
    return _("{seconds} s since the last input").format(seconds=decimal_words(seconds, 1))


def _lock_words(port: Port, locked: bool) -> str:
    if not port.used:
        return _("not told here")
    return _("locked") if locked else _("no lock told so far")


def _disturbance_ports(disturbance: Disturbance, settings: DisturbanceSettings) -> tuple[Port, ...]:
    ports = []
    for reason, name in _PORTS_OF_DISTURBANCE.items():
        tried = [each for each in disturbance.adapters if reason in each.tells]
        if not is_heeded(reason, settings):
            off = _("none named") if reason == PROGRAM else _("switched off in the settings")
            ports.append(Port(name, (), off))
        else:
            ports.append(_port(name, _disturbance_words(disturbance, reason, tried), tried))
    return tuple(ports)


def _disturbance_words(disturbance: Disturbance, reason: str, tried: Iterable[_Tried]) -> str:
    serving = {each.name for each in tried if each.why_not is None}
    if not serving:
        return _("not told here")
    found = [each.reasons for each in disturbance.readings() if each.name in serving]
    # Which program of the person's runs is nobody else's business.
    if any(each.partition(":")[0] == reason for reasons in found for each in reasons or ()):
        return _("yes, now")
    return _("not known so far") if None in found else pgettext("is it disturbing", "no")


def _asking_ports(
    notifications: Notifications, settings: Settings, in_sight: bool | None
) -> tuple[Port, ...]:
    buttons = _("with buttons") if notifications.offers_buttons else _("without buttons")
    services = _port(N_("notifications"), "", notifications.adapters)
    words = buttons if services.used else _("none can be shown")
    shown = _port("notifications", words, notifications.adapters)
    if in_sight is None:
        return shown, Port(N_("asking"), (), _("no screen")), Port(N_("guide"), (), _("no screen"))
    from deskstretch.core.asking import Surroundings, guide_fills_screen, way_to_ask

    here = Surroundings(in_sight, notifications.can_ask, notifications.offers_buttons)
    way = way_to_ask(settings.asking.by, here, settings.asking.strictness)
    ways = {_("window"): way.window, _("notification"): way.notification}
    used = all_of(name for name, is_used in ways.items() if is_used)
    fills = guide_fills_screen(settings.look.guide_full_screen, in_sight)
    return (
        shown,
        Port("asking", (), _("by {ways}. {why}").format(ways=used, why=way.why)),
        Port("guide", (), _("fills the screen") if fills else _("in a window")),
    )

"""What desktops themselves say: do not disturb, and that something keeps the screen on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskstretch.core.reasons import DO_NOT_DISTURB, INHIBITED
from deskstretch.desktop.disturbance.bus import BusAnswer, Question, property_question
from deskstretch.desktop.presence.dbus import BusSignal

_INHIBITS_IDLE = 8
"""Of org.gnome.SessionManager: "Inhibit the session being marked as idle"."""


def plasma_do_not_disturb(parent: QObject) -> BusAnswer:
    """KDE Plasma's, also by itself in presentations and screen sharing, as the person chose."""
    return BusAnswer(_notifications("org.freedesktop.Notifications", "Inhibited"), parent)


def dunst_paused(parent: QObject) -> BusAnswer:
    """The notifications of dunst."""
    return BusAnswer(_notifications("org.dunstproject.cmd0", "paused"), parent)


def mako_mode(parent: QObject) -> BusAnswer:
    """The notifications of mako, by the name that its manual gives to the mode."""
    service, path = "org.freedesktop.Notifications", "/fr/emersion/Mako"
    interface, method = "fr.emersion.Mako", "ListModes"

    def means(modes: list[str]) -> bool:
        return "do-not-disturb" in modes

    return BusAnswer(
        Question(service, path, interface, method, (), (), means, DO_NOT_DISTURB), parent
    )


def swaync_do_not_disturb(parent: QObject) -> BusAnswer:
    """SwayNotificationCenter's; the signal that tells of it is another one in each version."""
    name, path = "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc"
    return BusAnswer(Question(name, path, name, "GetDnd", (), (), bool, DO_NOT_DISTURB), parent)


def xfce_do_not_disturb(parent: QObject) -> BusAnswer:
    """Xfce's notifications; the property is not there before it is first switched on."""
    service, path, interface = "org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf"
    which = "xfce4-notifyd", "/do-not-disturb"
    changed = BusSignal(service, path, interface, "PropertyChanged", "ssv", which)
    question = Question(
        service, path, interface, "GetProperty", which, (changed,), bool, DO_NOT_DISTURB
    )
    return BusAnswer(question, parent)


def session_inhibited(parent: QObject) -> BusAnswer:
    """GNOME's and Cinnamon's session manager.

    The property, not IsInhibited(8): PySide cannot send the unsigned number that it wants.
    """
    service, path = "org.gnome.SessionManager", "/org/gnome/SessionManager"
    changes = (
        BusSignal(service, path, service, name, "o")
        for name in ("InhibitorAdded", "InhibitorRemoved")
    )

    def means(actions: int) -> bool:
        return bool(actions & _INHIBITS_IDLE)

    question = property_question(
        service, path, service, "InhibitedActions", means, INHIBITED, *changes
    )
    return BusAnswer(question, parent)


def power_inhibited(parent: QObject) -> BusAnswer:
    """Xfce's, MATE's or LXQt's power manager."""
    service, path = "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit"
    interface = f"{service}.Inhibit"
    changed = BusSignal(service, path, interface, "HasInhibitChanged", "b")
    return BusAnswer(
        Question(service, path, interface, "HasInhibit", (), (changed,), bool, INHIBITED), parent
    )


def login_inhibited(parent: QObject) -> BusAnswer:
    """Whoever asked logind itself, as `systemd-inhibit --what=idle` does."""

    def means(what: str) -> bool:
        return "idle" in what.split(":")

    question = property_question(
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "BlockInhibited",
        means,
        INHIBITED,
    )
    return BusAnswer(question, parent, on_system_bus=True)


def _notifications(interface: str, name: str) -> Question:
    service, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    return property_question(service, path, interface, name, bool, DO_NOT_DISTURB)

"""What a widget that paints itself is, for assistive technology.

Qt tells a widget's name, description, value and state by itself, but takes one of our own kinds for
a mere container; and a screen reader looks for windows among things that are windows.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def tell_roles() -> None:
    """From now on each widget is known by the `accessible_role` of its class, if it has one.

    Costs nothing while nobody asks.
    """
    QAccessible.installFactory(_interface_of)


def say(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, say these words."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(thing, role)
    return None

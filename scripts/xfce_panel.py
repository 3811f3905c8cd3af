"""The Xfce panel as a host of StatusNotifierItems, the kind of tray icon most desktops use now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from jeepney import DBusAddress, Properties
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
PANEL_HEIGHT = 32
HANDLE_WIDTH = 14
ICON_WIDTH = 22

SETTINGS = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="{PANEL_HEIGHT}"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"""


def write_settings(home: Path) -> None:
    """Before the panel starts: one panel along the bottom, with nothing but a tray."""
    path = home / ".config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
    path.parent.mkdir(parents=True)
    path.write_text(SETTINGS)


def is_tray_host(env: Mapping[str, str]) -> bool:
    """Whether tray icons find somebody to show them on this session bus."""
    with open_dbus_connection(bus=env["DBUS_SESSION_BUS_ADDRESS"]) as bus:
        return bool(Proxy(message_bus, bus).NameHasOwner(WATCHER)[0])


def icon_count(env: Mapping[str, str]) -> int:
    """How many icons have registered with the tray."""
    watcher = Properties(DBusAddress("/StatusNotifierWatcher", bus_name=WATCHER, interface=WATCHER))
    with open_dbus_connection(bus=env["DBUS_SESSION_BUS_ADDRESS"]) as bus:
        reply = bus.send_and_get_reply(watcher.get("RegisteredStatusNotifierItems"))
    _, items = cast("tuple[str, list[str]]", reply.body[0])
    return len(items)


def icon_area(index: int, screen_height: int) -> tuple[int, int, int, int]:
    """Where the panel of these settings draws an icon: x, y, width and height in pixels."""
    return (
        HANDLE_WIDTH + index * ICON_WIDTH,
        screen_height - PANEL_HEIGHT,
        ICON_WIDTH,
        PANEL_HEIGHT,
    )

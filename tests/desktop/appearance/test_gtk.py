"""Font and dark mode on GTK desktops: from an XSETTINGS manager, GNOME's keys, GTK's files."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskstretch.desktop.appearance.choose import ways_of
from deskstretch.desktop.appearance.port import DARK, FONT
from deskstretch.desktop.appearance.xsettings import texts_in
from tests.desktop.appearance.test_freedesktop import Portal, running
from tests.desktop.presence.running import DCONF, Bus
from virtual_desktop import Program, VirtualDesktop

INTERFACE = "org.gnome.desktop.interface"
THEME, FONT_NAME = (INTERFACE, "gtk-theme"), (INTERFACE, "font-name")
SCHEME = "org.freedesktop.appearance", "color-scheme"
ON_WAYLAND = {"XDG_CURRENT_DESKTOP": "GNOME", "WAYLAND_DISPLAY": "nobody-answers-here"}


class Manager:
    """xsettingsd, which tells all programs on X11 what its file says."""

    def __init__(self, desktop: VirtualDesktop, file: Path) -> None:
        self._desktop, self._file = desktop, file
        self._program: Program | None = None

    def tell(self, **settings: str) -> None:
        lines = (f'{name.replace("_", "/")} "{value}"' for name, value in settings.items())
        self._file.write_text("\n".join(("Net/CursorBlinkTime 700", *lines)))
        if self._program is None:
            self._program = self._desktop.start("xsettingsd", "-c", self._file)
        else:
            self._program.send_signal(signal.SIGHUP)

    def end(self) -> None:
        if self._program is not None:
            self._desktop.stop(self._program)
            self._program = None


@pytest.fixture
def manager(virtual_desktop: VirtualDesktop, tmp_path: Path) -> Iterator[Manager]:
    manager = Manager(virtual_desktop, tmp_path / "xsettings")
    yield manager
    manager.end()


@pytest.fixture
def on_x11(virtual_desktop: VirtualDesktop, tmp_path: Path) -> dict[str, str]:
    return {
        "DISPLAY": virtual_desktop.env["DISPLAY"],
        "XDG_CURRENT_DESKTOP": "XFCE",
        "XDG_CONFIG_HOME": str(tmp_path),
    }


def write_file(folder: Path, text: str) -> None:
    (folder / "gtk-3.0").mkdir(exist_ok=True)
    (folder / "gtk-3.0" / "settings.ini").write_text(text)


def test_the_manager_is_followed_as_it_changes(
    bus: Bus, tmp_path: Path, manager: Manager, on_x11: dict[str, str]
) -> None:
    manager.tell(Gtk_FontName="Cantarell Bold 11", Net_ThemeName="Adwaita-dark")
    with running(tmp_path / "told", bus, **on_x11) as program:
        program.wait_until_told("dark Cantarell Bold 11")
        manager.tell(Gtk_FontName="Inter 12", Net_ThemeName="Adwaita")
        program.wait_until_told("Inter 12")
        manager.tell(Gtk_FontName="Inter 12", Net_ThemeName="HighContrastInverse")
        program.wait_until_told("dark Inter 12")


def test_a_manager_that_comes_late_goes_before_the_file_and_back_to_it_when_it_ends(
    bus: Bus, tmp_path: Path, manager: Manager, on_x11: dict[str, str]
) -> None:
    write_file(tmp_path, "[Settings]\ngtk-font-name = Inter 9\ngtk-theme-name=Yaru-dark\n")
    with running(tmp_path / "told", bus, **on_x11) as program:
        program.wait_until_told("dark Inter 9")
        manager.tell(Net_ThemeName="Yaru", Gtk_FontName="Ubuntu 11")
        program.wait_until_told("Ubuntu 11")
        manager.end()
        program.wait_until_told("dark Inter 9")
        manager.tell(Net_ThemeName="Yaru")  # what it leaves open is still in the file
        program.wait_until_told("Inter 9")


def test_without_manager_and_file_the_font_is_the_one_that_gtk_takes(
    bus: Bus, tmp_path: Path, on_x11: dict[str, str]
) -> None:
    with running(tmp_path / "told", bus, **on_x11) as program:
        program.wait_until_told("Sans 10")


def test_an_x11_desktop_does_not_get_the_font_that_gnome_would_have(
    bus: Bus, tmp_path: Path, manager: Manager, on_x11: dict[str, str]
) -> None:
    manager.tell(Gtk_FontName="Inter 12")
    portal = Portal(bus, {FONT_NAME: ("s", "Cantarell 11"), SCHEME: ("u", 1)})
    try:
        with running(tmp_path / "told", bus, **on_x11) as program:
            program.wait_until_told("dark Inter 12")
    finally:
        portal.end()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[Settings]\ngtk-application-prefer-dark-theme=1\n", "dark Sans 10"),
        ("[Settings]\ngtk-application-prefer-dark-theme = true", "dark Sans 10"),
        ("[Settings]\n# gtk-theme-name=Adwaita-dark\ngtk-font-name=Inter 9", "Inter 9"),
        ("gtk-font-name\n\0=\n[", "Sans 10"),
    ],
    ids=["prefers", "prefers in words", "comment", "nonsense"],
)
def test_gtks_file_is_read_where_nobody_tells(
    bus: Bus, tmp_path: Path, text: str, told: str
) -> None:
    write_file(tmp_path, text)
    env = {"XDG_CURRENT_DESKTOP": "XFCE", "XDG_CONFIG_HOME": str(tmp_path)}
    with running(tmp_path / "told", bus, **env) as program:
        program.wait_until_told(told)


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("@define-color theme_bg_color #282a36;", "dark Sans 10"),
        ("@define-color theme_bg_color #f6f5f4;", "Sans 10"),
        ("@define-color bg #222;\n@define-color theme_bg_color @bg;", "dark Sans 10"),
        ("@define-color theme_bg_color @theme_bg_color;", "Sans 10"),
        ('@import url("resource:///elsewhere.css");', "Sans 10"),
    ],
    ids=["dark", "light", "by another name", "by itself", "elsewhere"],
)
def test_a_theme_whose_name_does_not_say_it_is_known_by_its_colours(
    bus: Bus, tmp_path: Path, style: str, told: str
) -> None:
    write_file(tmp_path, "[Settings]\ngtk-theme-name=Dracula")
    file = tmp_path / "themes" / "Dracula" / "gtk-3.0" / "gtk.css"
    file.parent.mkdir(parents=True)
    file.write_text(style)
    env = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with running(tmp_path / "told", bus, XDG_CURRENT_DESKTOP="XFCE", **env) as program:
        program.wait_until_told(told)


def test_on_wayland_the_portal_passes_on_what_gnome_has(bus: Bus, tmp_path: Path) -> None:
    portal = Portal(bus, {THEME: ("s", "Adwaita"), FONT_NAME: ("s", "Cantarell 11")})
    try:
        with running(tmp_path / "told", bus, **ON_WAYLAND) as program:
            program.wait_until_told("Cantarell 11")
            portal.set(FONT_NAME, ("s", "Inter 12"))
            program.wait_until_told("Inter 12")
            portal.set(THEME, ("s", "Adwaita-dark"))
            program.wait_until_told("dark Inter 12")
            portal.set(THEME, ("s", "Adwaita"))
            program.wait_until_told("Inter 12")
            portal.set(SCHEME, ("u", 1))
            program.wait_until_told("dark Inter 12")
    finally:
        portal.end()


def test_on_wayland_without_a_portal_gnomes_own_settings_are_asked(
    bus: Bus, tmp_path: Path
) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    env = home | {"DBUS_SESSION_BUS_ADDRESS": bus.address, "PATH": os.environ["PATH"]}

    def set_key(key: str, value: str) -> None:
        subprocess.run(("gsettings", "set", INTERFACE, key, value), env=env, check=True)

    with bus.serving(*DCONF, env):
        set_key("font-name", "Inter 9")
        with running(tmp_path / "told", bus, **home, **ON_WAYLAND) as program:
            program.wait_until_told("Inter 9")
            set_key("gtk-theme", "Adwaita-dark")
            program.wait_until_told("dark Inter 9")
            set_key("gtk-theme", "Adwaita")
            set_key("font-name", "Inter 12")
            program.wait_until_told("Inter 12")
            set_key("color-scheme", "prefer-dark")
            program.wait_until_told("dark Inter 12")


@pytest.mark.parametrize(
    "environment",
    [
        {"XDG_CURRENT_DESKTOP": "KDE"},
        {"XDG_CURRENT_DESKTOP": "LXQt"},
        {"XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORMTHEME": "qt6ct"},
        {},
    ],
)
def test_where_qt_has_another_theme_both_are_left_to_it(environment: dict[str, str]) -> None:
    told = {wish for way in ways_of("linux", environment) for wish in way.tells}
    assert told.isdisjoint({DARK, FONT})


def test_settings_are_read_in_both_orders_of_bytes() -> None:
    for order, mark in ("<", 0), (">", 1):
        settings = (
            struct.pack(f"{order}B3xII", mark, 7, 3)
            + struct.pack(f"{order}BxH4sIi", 0, 3, b"Int", 1, -5)
            + struct.pack(f"{order}BxH4sI4H", 2, 4, b"Tint", 1, 1, 2, 3, 4)
            + struct.pack(f"{order}BxH4sII8s", 1, 2, b"Ab", 1, 5, b"Inter")
        )
        assert list(texts_in(settings)) == [("Ab", "Inter")]
        for size in range(len(settings)):  # whatever a broken manager tells, it ends
            assert len(list(texts_in(settings[:size]))) <= 1

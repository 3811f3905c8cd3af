"""Font and dark mode as the programs of desktops made with GTK find them.

On X11 they ask the XSETTINGS manager, on Wayland the settings of GNOME, which such desktops share;
what those do not tell is in GTK's own files. No service is started only to be asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtGui import QColor

from deskstretch.desktop.appearance.port import DARK, Way, font_wish
from deskstretch.desktop.disturbance.polled import Polled

FONT_NAME, THEME_NAME = "gtk-font-name", "gtk-theme-name"
_PREFERS_DARK = "gtk-application-prefer-dark-theme"
_USUAL_FONT = "Sans 10"
"""GTK's own, where nobody has chosen another."""
_COLOUR = re.compile(r"@define-color\s+(\w+)\s+([@#\w]+)\s*;")


def file_way(*wishes: str) -> Way:
    """By GTK's files; changes of them are noticed before something is shown."""

    def read() -> tuple[str, ...]:
        return tuple(each for each in wishes_in(file_settings()) if each.startswith(wishes))

    name = f"gtk-3.0/settings.ini: {', '.join(wishes)}"
    return Way(name, wishes, lambda parent: Polled(read, parent))


def wishes_in(settings: Mapping[str, str]) -> Iterator[str]:
    """What settings by GTK's own names ask for."""
    prefers_dark = settings.get(_PREFERS_DARK, "").lower() in ("1", "true")
    if prefers_dark or is_dark(settings.get(THEME_NAME, "")):
        yield DARK
    yield font_wish(settings.get(FONT_NAME) or _USUAL_FONT)


def is_dark(theme: str) -> bool:
    """Whether a theme is, by its name: "Adwaita-dark", or else by its colours: "Dracula"."""
    if any(word in theme.casefold() for word in ("dark", "inverse")):
        return True
    colours = dict(_COLOUR.findall(_style_of(theme)))
    ground = colours.get("theme_bg_color", "")
    while ground.startswith("@"):
        ground = colours.pop(ground[1:], "")
    colour = QColor.fromString(ground)
    return colour.isValid() and colour.lightnessF() < 0.5


def file_settings() -> dict[str, str]:
    """What the computer's files say, and then the person's."""
    system = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    own = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    found: dict[str, str] = {}
    for folder in ("/etc", *reversed(system.split(":")), own):
        try:
            text = (Path(folder) / "gtk-3.0" / "settings.ini").read_text(errors="replace")
        except OSError:
            continue
        found.update(_settings_in(text))
    return found


def _style_of(theme: str) -> str:
    """The colours and rules of an installed theme, if they are in a file that can be read."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    system = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    themes = (Path(folder) / "themes" for folder in (data, *system.split(":")))
    for folder in (Path.home() / ".themes", *themes):
        try:
            return (folder / theme / "gtk-3.0" / "gtk.css").read_text(errors="replace")
        except (OSError, ValueError):
            continue
    return ""


def _settings_in(text: str) -> Iterator[tuple[str, str]]:
    """The keys of the one section that such a file has."""
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if equals and not key.lstrip().startswith("#"):
            yield key.strip(), value.strip()

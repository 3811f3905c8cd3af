"""Which languages the person's desktop is set to, the best liked one first."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from collections.abc import Mapping


def wished_languages(environment: Mapping[str, str] | None = None) -> list[str]:
    """Names of languages such as "de_AT.UTF-8" or "fr-CA"; none where nothing tells."""
    environment = os.environ if environment is None else environment
    # The order that gettext has laid down; LANGUAGE counts only beside a locale that is not "C".
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "")
        if locale:
            several = [] if locale in ("C", "POSIX") else environment.get("LANGUAGE", "").split(":")
            return [*filter(None, several), locale]
    return _languages_of_the_system()


def _languages_of_the_system() -> list[str]:
    """Where programs are not told by their environment: Windows, and macOS outside a terminal."""
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        return [windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    if sys.platform == "darwin":
        return _read_apple_languages()
    return []


def _read_apple_languages() -> list[str]:
    import plistlib
    from pathlib import Path

    try:
        preferences = Path("~/Library/Preferences/.GlobalPreferences.plist").expanduser()
        names = plistlib.loads(preferences.read_bytes()).get("AppleLanguages", [])
    except (OSError, ValueError):
        return []
    return [name for name in names if isinstance(name, str)]

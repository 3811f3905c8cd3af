"""Speaks the language that the settings name, or else the desktop's."""

from __future__ import annotations

from deskstretch.core.language import nearest_language, speak
from deskstretch.desktop.wished_languages import wished_languages
from deskstretch.store.languages import read_translation

AS_THE_DESKTOP = "system"


def speak_as_set(setting: str) -> None:
    """Speak from now on what `look.language` says."""
    if setting == AS_THE_DESKTOP:
        speak_as_the_desktop()
    else:
        speak(setting, read_translation(setting, "program"))


def speak_as_the_desktop() -> None:
    """Speak the first language the desktop is set to that there is."""
    language = nearest_language(wished_languages())
    speak(language, read_translation(language, "program"))

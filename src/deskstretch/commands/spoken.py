"""Which language a command speaks: the one that the settings name, or else the desktop's."""

from __future__ import annotations

from deskstretch.store.folders import find_folders
from deskstretch.store.settings_in_force import load_in_force
from deskstretch.wiring.speaking import speak_as_set


def speak_as_the_settings_say() -> None:
    """Do so for all that this process says from now on."""
    folders = find_folders()
    in_force = load_in_force(folders.settings_file, folders.managed_files)
    speak_as_set(in_force.settings.look.language)

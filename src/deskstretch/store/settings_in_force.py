"""What holds for a person on this machine: their own file, and what their office set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from deskstretch.core.managed import Source
from deskstretch.core.settings import Settings
from deskstretch.store.managed_file import LoadedManaged, load_managed
from deskstretch.store.settings_file import LoadedSettings, SettingsFault, load


class SettingsInForce(msgspec.Struct, frozen=True):
    """Settings to go by, and where they come from."""

    settings: Settings
    own: LoadedSettings
    """As the person's file has it, with the office's defaults where that is silent."""
    managed: LoadedManaged

    @property
    def faults(self) -> tuple[SettingsFault, ...]:
        """What is wrong with either file."""
        return (*self.own.faults, *self.managed.faults)

    def source_of(self, key: str) -> Source:
        """Where the value of `key` comes from."""
        return self.managed.managed.source_of(key, self.own.keys)


def load_in_force(
    file: Path, managed_files: Sequence[Path] = (), last_good: Settings | None = None
) -> SettingsInForce:
    """Read the person's file and the office's, neither of which need be there.

    `last_good` is what the person's own was the last time.
    """
    managed = load_managed(managed_files)
    own = load(file, last_good, managed.managed.base)
    return SettingsInForce(managed.managed.over(own.settings), own, managed)

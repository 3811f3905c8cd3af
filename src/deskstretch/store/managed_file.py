"""What an office set for this machine: read with forgiveness, never written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from deskstretch.core.declaration import shown
from deskstretch.core.language import _
from deskstretch.core.managed import LOCKED, Managed, check_managed
from deskstretch.store.settings_file import (
    SettingsFault,
    SettingsFileError,
    parse,
    read_text,
    with_lines,
)
from deskstretch.store.toml_lines import line_of


class LoadedManaged(msgspec.Struct, frozen=True):
    """What holds for everybody here, and what is wrong with its file."""

    managed: Managed = Managed()
    file: Path | None = None
    """None where there is none."""
    faults: tuple[SettingsFault, ...] = ()

    def refuse_locked(self, key: str) -> None:
        """SettingsFileError, naming the line that locks it, if `key` is locked."""
        if self.file is None or key not in self.managed.locked:
            return
        value = shown(self.managed.locked[key])
        who = self.managed.set_by
        fault = SettingsFault(
            file=self.file,
            wrong=_("is locked by {name}").format(name=who) if who else _("is locked"),
            allowed=_("only {value}, as set there").format(value=value),
            key=key,
            line=_line_of_lock(self.file, key),
        )
        raise SettingsFileError(fault)


def load_managed(files: Sequence[Path]) -> LoadedManaged:
    """What the first of the files that is there sets; nothing if none is, or it cannot be read."""
    for file in files:
        try:
            text = read_text(file)
            managed, faults = check_managed(parse(file, text))
        except FileNotFoundError:
            continue
        except SettingsFileError as error:
            return LoadedManaged(file=file, faults=(error.fault,))
        return LoadedManaged(managed, file, with_lines(file, text, faults))
    return LoadedManaged()


def _line_of_lock(file: Path, key: str) -> int | None:
    try:
        text = read_text(file)
        parse(file, text)
    except (FileNotFoundError, SettingsFileError):
        return None  # it has changed a moment ago
    return line_of(text, (LOCKED, *key.split(".", 1)))

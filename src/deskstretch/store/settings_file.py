"""The settings file: TOML that a person may edit, read with forgiveness."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from deskstretch.core.declaration import SettingFault
from deskstretch.core.language import _
from deskstretch.core.settings import Settings
from deskstretch.core.settings_check import check_settings
from deskstretch.store.toml_lines import line_of

LARGEST_BYTES = 64 * 1024
"""A larger file is no settings file."""

_MOST_LINES_LOOKED_UP = 20
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


class SettingsFault(msgspec.Struct, frozen=True):
    """One thing wrong with the settings file; line and column count from 1."""

    file: Path
    wrong: str
    allowed: str
    key: str | None = None
    line: int | None = None
    column: int | None = None

    @property
    def words(self) -> str:
        """File, place, what was wrong and what is allowed, in one line."""
        what = self.wrong if self.key is None else f"{self.key}: {self.wrong}"
        if self.line is None:
            words = _("{file}: {fault}; allowed: {allowed}")
        elif self.column is None:
            words = _("{file}, line {line}: {fault}; allowed: {allowed}")
        else:
            words = _("{file}, line {line}, column {column}: {fault}; allowed: {allowed}")
        return words.format(
            file=self.file, line=self.line, column=self.column, fault=what, allowed=self.allowed
        )


class LoadedSettings(msgspec.Struct, frozen=True):
    """What the file gives: settings to go by, and what is wrong with it."""

    settings: Settings
    faults: tuple[SettingsFault, ...] = ()
    keys: frozenset[str] = frozenset()
    """The keys that the file sets, and soundly so."""


class SettingsFileError(Exception):
    """The file cannot be used, and why."""

    def __init__(self, fault: SettingsFault) -> None:
        super().__init__(fault.words)
        self.fault = fault


def load(
    path: Path, last_good: Settings | None = None, base: Settings | None = None
) -> LoadedSettings:
    """The settings of the file. A missing file has no fault; the file is never changed.

    What it does not name is as in `base` (else its default). A faulty value is replaced by that of
    `last_good` (else as in `base`); if nothing can be read, all are.
    """
    base = Settings() if base is None else base
    last_good = base if last_good is None else last_good
    try:
        text = read_text(path)
        data = parse(path, text)
    except FileNotFoundError:
        return LoadedSettings(base)
    except SettingsFileError as error:
        return LoadedSettings(last_good, (error.fault,))
    settings, faults = check_settings(data, last_good, base)
    return LoadedSettings(settings, with_lines(path, text, faults), _sound_keys(data, faults))


def read_text(path: Path) -> str:
    """The text of the file. FileNotFoundError; SettingsFileError if it cannot be read otherwise."""
    allowed = _("a TOML file in UTF-8 of at most {size} kB").format(size=LARGEST_BYTES // 1024)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        fault = SettingsFault(path, _("cannot be read ({why})").format(why=error.strerror), allowed)
        raise SettingsFileError(fault) from None
    if len(content) > LARGEST_BYTES:
        raise SettingsFileError(SettingsFault(path, _("is too large"), allowed))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SettingsFileError(
            SettingsFault(path, _("is not UTF-8"), allowed, line=line)
        ) from None


def parse(path: Path, text: str) -> dict[str, Any]:
    """The tables of the text. SettingsFileError, with the place, if it is not TOML."""
    if not text.strip():
        return {}
    import tomllib  # not before somebody has set something

    try:
        return tomllib.loads(text)
    except RecursionError:
        fault = SettingsFault(path, _("is nested too deep"), _("tables of single values and lists"))
        raise SettingsFileError(fault) from None
    except ValueError as error:
        # TOMLDecodeError tells the place only in its text; a huge number raises a plain ValueError.
        words = str(error)
        line = column = None
        if (place := _PLACE.search(words)) is not None:
            words = words[: place.start()]
            if place[1] is None:
                line = max(1, len(text.splitlines()))
            else:
                line, column = int(place[1]), int(place[2])
        fault = SettingsFault(path, words, _("TOML, as in key = value"), line=line, column=column)
        raise SettingsFileError(fault) from None


def placed(path: Path, faults: Sequence[SettingFault]) -> tuple[SettingsFault, ...]:
    """Faults that were found later in what a sound file said, with their lines in it."""
    if not faults:
        return ()
    try:
        text = read_text(path)
        parse(path, text)
    except (FileNotFoundError, SettingsFileError):
        text = ""  # it is another file by now, and will be read again
    return with_lines(path, text, faults)


def with_lines(path: Path, text: str, faults: Sequence[SettingFault]) -> tuple[SettingsFault, ...]:
    """Faults found in that sound text of the file, with their lines and in their order."""
    placed = [
        SettingsFault(
            file=path,
            wrong=fault.wrong,
            allowed=fault.allowed,
            key=fault.key,
            line=line_of(text, fault.place) if number < _MOST_LINES_LOOKED_UP else None,
        )
        for number, fault in enumerate(faults)
    ]
    return tuple(sorted(placed, key=lambda fault: fault.line or len(text)))


def _sound_keys(data: Mapping[str, object], faults: Sequence[SettingFault]) -> frozenset[str]:
    named = (
        f"{group}.{name}"
        for group, table in data.items()
        if isinstance(table, Mapping)
        for name in table
    )
    return frozenset(named).difference(fault.key for fault in faults)

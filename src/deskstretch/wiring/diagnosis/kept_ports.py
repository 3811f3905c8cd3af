"""The files, the socket and the autostart entry: where they are and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from deskstretch.core.diagnosis import Port, RunningApp
from deskstretch.core.language import N_, _
from deskstretch.core.numbers import decimal_words
from deskstretch.desktop.autostart.choose import choose_autostart
from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask
from deskstretch.desktop.unexpected import newest_crash_report
from deskstretch.store.folders import Folders
from deskstretch.store.managed_file import LoadedManaged
from deskstretch.store.reading import UnreadableHistoryError, damage_in, is_from_newer_version
from deskstretch.store.settings_file import LoadedSettings, SettingsFault
from deskstretch.store.settings_in_force import SettingsInForce

_SOCKET_WAIT_SECONDS = 2.0
_LONGEST_LINE = 200


def kept_ports(folders: Folders, settings: SettingsInForce) -> tuple[Port, ...]:
    """Each with its place; nothing is made or changed."""
    return (
        _autostart(),
        _settings_file(folders.settings_file, settings.own),
        _managed_file(settings.managed),
        _history_file(folders.history_file),
        Port(N_("log"), (), _file_words(folders.logs / "deskstretch.log")),
        Port(N_("last crash"), (), _crash_words(folders.logs)),
    )


def running_app() -> tuple[Port, RunningApp]:
    """The control socket, and what the app behind it says."""
    try:
        answer = ask("status", {}, _SOCKET_WAIT_SECONDS)
    except NotRunningError:
        return Port(N_("control socket"), (), _("nobody listens")), RunningApp(running=False)
    except (UntrustedError, OSError) as error:
        app = RunningApp(running=True, cannot_ask=str(error))
        return Port(N_("control socket"), (), _("cannot be asked")), app
    trouble = answer.get("trouble")
    app = RunningApp(
        running=True,
        state=_text(answer.get("state")) or "unknown",
        idle_source=_text(answer.get("idle_source")),
        trouble_count=len(trouble) if isinstance(trouble, list) else 0,
        shortcuts=tuple(_shortcut_words(answer.get("shortcuts"))),
    )
    return Port(N_("control socket"), (), _("an app answers")), app


def _shortcut_words(told: object) -> Iterator[str]:
    """Such as "start by Ctrl+Alt+B", or why not; nothing where an older app does not tell."""
    for each in told if isinstance(told, list) else ():
        match each:
            case {"order": str(order), "keys": str(keys), "why_not": None}:
                yield _("{order} by {keys}").format(order=order, keys=keys)
            case {"order": str(order), "why_not": str(why_not)}:
                yield _("{order} not: {why}").format(order=order, why=why_not)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _autostart() -> Port:
    try:
        state = choose_autostart().state()
    except OSError as error:
        return Port(
            N_("autostart"), (), _("cannot be read: {error}").format(error=error.strerror or error)
        )
    words = (_("on, {place}") if state.on else _("off, {place}")).format(place=state.place)
    return Port(N_("autostart"), (), f"{words}. {state.note}" if state.note else words)


def _settings_file(file: Path, loaded: LoadedSettings) -> Port:
    """What is wrong is told by its line alone: the words may be the person's own."""
    if not loaded.faults and not file.exists():
        return Port(
            N_("settings file"), (), _("{file}, not there, the defaults hold").format(file=file)
        )
    return Port(N_("settings file"), (), f"{file}, {_fault_words(loaded.faults)}")


def _managed_file(loaded: LoadedManaged) -> Port:
    """How much an office sets here; not who, which would name the office."""
    if loaded.file is None:
        return Port(N_("managed file"), (), _("none"))
    managed = loaded.managed
    sets = _("defaults for {defaults}, locks {locks}").format(
        defaults=len(managed.defaults), locks=len(managed.locked)
    )
    return Port(N_("managed file"), (), f"{loaded.file}, {sets}, {_fault_words(loaded.faults)}")


def _fault_words(faults: Sequence[SettingsFault]) -> str:
    lines = ", ".join(str(fault.line or "?") for fault in faults)
    return _("faults at line {lines}").format(lines=lines) if faults else _("no faults")


def _history_file(file: Path) -> Port:
    try:
        damage, newer = damage_in(file), is_from_newer_version(file)
    except UnreadableHistoryError as error:
        return Port(N_("history file"), (), str(error))
    words = kept = _file_words(file)
    if file.exists():
        words = _("{file}, damaged inside") if damage else _("{file}, sound")
        words = words.format(file=kept)
    if newer:
        words = _("{file}, written by a newer DeskStretch and only read here").format(file=words)
    return Port(N_("history file"), (), words)


def _crash_words(logs: Path) -> str:
    """Where the newest report is, and its first line, which says what kind of crash it was."""
    report = newest_crash_report(logs)
    words = _file_words(report)
    try:
        with report.open(encoding="utf-8", errors="replace") as opened:
            return f"{words}: {opened.readline(_LONGEST_LINE).strip()}"
    except OSError:
        return words


def _file_words(file: Path) -> str:
    """Place, size and day of the last change."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return _("{file}, none so far").format(file=file)
    except OSError as error:
        return _("{file}, cannot be read: {error}").format(file=file, error=error.strerror)
    day = datetime.fromtimestamp(found.st_mtime).astimezone().date()
    return _("{file}, {size} KB of {day}").format(
        file=file, size=decimal_words(found.st_size / 1024, 1), day=day.isoformat()
    )

"""Starting with macOS: a launch agent of the person's own (see `man launchd.plist`)."""

from __future__ import annotations

import os
import plistlib
import tempfile
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from deskstretch.core.language import _
from deskstretch.desktop.autostart.port import SWITCHED_OFF, AutostartState, gone_words

LABEL = "deskstretch"


class LaunchAgentAutostart:
    """A property list in `folder`, usually ~/Library/LaunchAgents; launchd reads it at login."""

    def __init__(self, folder: Path, command: tuple[str, ...]) -> None:
        self._file = folder / f"{LABEL}.plist"
        self._command = command

    def state(self) -> AutostartState:
        """How it stands now. OSError if the file cannot be read."""
        place = str(self._file)
        try:
            agent = _parsed(self._file.read_bytes())
        except FileNotFoundError:
            return AutostartState(on=False, place=place)
        words = agent.get("ProgramArguments") or [agent.get("Program") or ""]
        command = " ".join(map(str, words)) or None
        note = _why_not(agent, str(agent.get("Program") or words[0]))
        return AutostartState(on=not note, place=place, command=command, note=note)

    def turn_on(self) -> None:
        """Write the agent. OSError if that cannot be."""
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=f".{LABEL}-")
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                plistlib.dump(agent, file)
            new.chmod(0o644)  # launchd refuses what others may write
            new.replace(self._file)
        except BaseException:
            new.unlink(missing_ok=True)
            raise

    def turn_off(self) -> None:
        """Take the agent away. OSError if that cannot be."""
        self._file.unlink(missing_ok=True)


def _parsed(content: bytes) -> dict[str, Any]:
    """What the file says; nothing where it is no property list of keys."""
    try:
        agent = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return {}
    return agent if isinstance(agent, dict) else {}


def _why_not(agent: dict[str, Any], program: str) -> str:
    """Why launchd does not start what stands there; empty if it does."""
    if not program:
        return _("There is an entry without a command that can be read.")
    if agent.get("Disabled") is True or not (agent.get("RunAtLoad") or agent.get("KeepAlive")):
        return _(SWITCHED_OFF)
    if Path(program).is_absolute() and not Path(program).is_file():
        return gone_words(program)
    return ""

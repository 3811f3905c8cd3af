"""The way in which this computer starts programs at login."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from deskstretch.desktop.autostart.port import Autostart
from deskstretch.desktop.autostart.program import running, start_command
from deskstretch.desktop.sandbox import FLATPAK


def choose_autostart(
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    sandbox: Path = FLATPAK,
) -> Autostart:
    """What this platform has, with the command that starts the program that runs now."""
    environment = os.environ if environment is None else environment
    command = start_command(running(environment, platform))
    match platform:
        case "win32":
            import winreg  # only there

            from deskstretch.desktop.autostart.run_key import RunKeyAutostart

            return RunKeyAutostart(winreg, command)
        case "darwin":
            from deskstretch.desktop.autostart.launch_agent import LaunchAgentAutostart

            return LaunchAgentAutostart(Path.home() / "Library" / "LaunchAgents", command)
        case _ if sandbox.exists():
            from deskstretch.desktop.autostart.background_portal import BackgroundPortalAutostart

            return BackgroundPortalAutostart(environment, command)
        case _:
            from deskstretch.desktop.autostart.xdg import XdgAutostart

            return XdgAutostart(environment, command)

"""What is personal on this computer, so that a diagnosis leaves it out."""

from __future__ import annotations

import getpass
import os
import platform
from pathlib import Path

from deskstretch.core.withheld import Withheld
from deskstretch.store.folders import HOME_VARIABLE

_FOLDER_VARIABLES = (
    HOME_VARIABLE,
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
)


def personal_here() -> Withheld:
    """The home folder, folders chosen by variables, and the names of person and computer."""
    home = Path.home()
    folders = [(os.environ.get(name, ""), f"${name}") for name in _FOLDER_VARIABLES]
    # What lies in the home folder is plain enough from there.
    folders = [each for each in folders if each[0] and not Path(each[0]).is_relative_to(home)]
    homes = {str(home), str(home.resolve()), os.environ.get("USERPROFILE", "")}
    folders += [(place, "~") for place in sorted(homes)]
    people = {_user_name(), os.environ.get("USER", ""), os.environ.get("LOGNAME", ""), home.name}
    machines = {platform.node(), platform.node().partition(".")[0]}
    names = [(name, "(user)") for name in sorted(people)]
    names += [(name, "(computer)") for name in sorted(machines)]
    return Withheld(tuple(folders), tuple(names))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""  # a user without an entry in the password file

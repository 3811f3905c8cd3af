"""Where settings, history and logs live, and how private they are."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from pathlib import Path

import msgspec

HOME_VARIABLE = "DESKSTRETCH_HOME"
_APP = "deskstretch"
_MANAGED = "managed.toml"


class Folders(msgspec.Struct, frozen=True):
    """The folders of one person on one machine; none of them need exist yet."""

    settings: Path
    data: Path
    logs: Path
    runtime: Path
    """For the control socket: local to this machine and gone after logging out, where that is."""
    managed_files: tuple[Path, ...] = ()
    """Where an office's file may be, for everybody on this machine; the first there is counts."""

    @property
    def settings_file(self) -> Path:
        """The TOML file that a person may edit."""
        return self.settings / "settings.toml"

    @property
    def exercises_file(self) -> Path:
        """The person's own stretches, beside the settings."""
        return self.settings / "exercises.json"

    @property
    def history_file(self) -> Path:
        """The SQLite file."""
        return self.data / "history.sqlite3"

    @property
    def suggestions_file(self) -> Path:
        """What became of suggestions."""
        return self.data / "suggestions.json"


def find_folders(environment: Mapping[str, str] | None = None) -> Folders:
    """The folders this environment asks for: all under DESKSTRETCH_HOME, or the system's own.

    What an office set for the machine holds in either case.
    """
    import platformdirs

    folders = platformdirs.PlatformDirs(_APP, appauthor=False, multipath=True)
    for_everybody = (Path(each) for each in folders.site_config_dir.split(os.pathsep))
    managed = tuple(each / _MANAGED for each in for_everybody if each.is_absolute())
    home = (os.environ if environment is None else environment).get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(root, root, root / "logs", root / "run", managed)
    with warnings.catch_warnings():
        # It warns where a login session gives no runtime folder; the one it names then will do.
        warnings.simplefilter("ignore")
        runtime = folders.user_runtime_path
    return Folders(
        settings=folders.user_config_path,
        data=folders.user_data_path,
        logs=folders.user_log_path,
        runtime=runtime,
        managed_files=managed,
    )


def make_private_folder(folder: Path) -> None:
    """Make `folder` and what leads to it, for this person alone (0700). OSError if it cannot be.

    A folder that exists already stays as it is: it may be shared on purpose.
    """
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def make_private_file(file: Path) -> None:
    """Make `file` if it is missing: empty, for this person alone (0600), in such a folder."""
    make_private_folder(file.parent)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))

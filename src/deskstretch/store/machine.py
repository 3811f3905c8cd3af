"""Which machine this is among those that share a history: a random id, and nothing about it."""

from __future__ import annotations

import uuid
from pathlib import Path

from deskstretch.store.folders import make_private_folder
from deskstretch.store.whole_file import write_whole

_FILE = "machine-id"


def machine_id(data_folder: Path) -> str:
    """The id kept in that folder, made when first asked for. OSError if it cannot be kept."""
    file = data_folder / _FILE
    try:
        return str(uuid.UUID(file.read_text("ascii").strip()))
    except (FileNotFoundError, ValueError):
        made = str(uuid.uuid4())
        make_private_folder(data_folder)
        write_whole(file, [made.encode() + b"\n"])
        return made

"""The whole app on a disk that fills up and is emptied again: full_disk.py FOLDER-OF-THAT-DISK."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.headless_app import headless_app
from tests.faults.unwritable import (
    see_that_all_is_written_at_last,
    take_a_break_that_cannot_be_kept,
)


def fill_up(filler: Path) -> None:
    """Until not one more byte finds room."""
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(512)):
                pass
        except OSError:
            return


def main(home: Path) -> None:
    with headless_app(home) as app:
        assert app.take_break()["outcome"] == "taken"
        settings = app.folders.settings_file.read_bytes()
        fill_up(home / "filler")
        take_a_break_that_cannot_be_kept(app, "is on a full disk")
        refused = app.refuses("settings", "set", "breaks.interval_minutes", "50")
        assert "No space left on device" in refused, refused
        assert app.folders.settings_file.read_bytes() == settings
        (home / "filler").unlink()
        see_that_all_is_written_at_last(app)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

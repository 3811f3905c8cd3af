"""Whether ten years of history make the week slower."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec

from measuring.installed import FOLDER, Installed
from measuring.long_history import write_history
from measuring.programs import desktop_for_measuring
from measuring.row import Row

PROGRAM = Path(__file__).with_name("history_program.py")
TODAY = date(2026, 11, 18)
YEARS = 10


def measure_history(installed: Installed, samples: int) -> list[Row]:
    """The week window from its making to its first picture."""
    files = {name: FOLDER / name / "history.sqlite3" for name in ("empty", "week", "long")}
    monday = TODAY - timedelta(days=TODAY.weekday())
    for file in files.values():
        file.parent.mkdir(exist_ok=True)
    write_history(files["empty"], TODAY, TODAY - timedelta(days=1))
    write_history(files["week"], monday, TODAY)
    write_history(files["long"], monday - timedelta(days=365 * YEARS), TODAY)
    with desktop_for_measuring() as desktop:
        names = [str(file.parent) for file in files.values()]
        desktop.start(
            installed.python, PROGRAM, str(samples), TODAY.isoformat(), *names, log="history"
        ).wait()
        taken = msgspec.json.decode(
            desktop.log("history").read_bytes(), type=dict[str, list[float]]
        )
    long, week, empty = (taken[name] for name in ("long", "week", "empty"))
    return [
        Row(
            group="history",
            what=f"week window with {YEARS} years of history",
            unit="ms",
            ours=long,
            others=empty,
            other_name="empty history",
            reach=1.3,
            peers={"this week alone": week},
            note=f"{files['long'].stat().st_size / 1e6:.0f} MB of history",
        )
    ]

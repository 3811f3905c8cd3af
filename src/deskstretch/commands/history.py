"""`deskstretch history`: whether what was kept is sound."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add `history` with its actions."""
    parser = subparsers.add_parser("history", help="the record of your breaks")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    actions.add_parser("check", help="whether all of it is sound")


def run(_: Namespace) -> int:
    """Print how the file is; 1 if it is not sound."""
    from deskstretch.store.folders import find_folders
    from deskstretch.store.reading import UnreadableHistoryError, damage_in, read_days

    file = find_folders().history_file
    if not file.exists():
        print(f"{file}: nothing has been kept yet")
        return 0
    try:
        damage = damage_in(file)
        kept = read_days(file, date.min, date.max)
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    if damage:
        print(*(f"{file}: {line}" for line in damage), sep="\n", file=sys.stderr)
        return 1
    counts = f"breaks: {len(kept.breaks)}, natural breaks: {len(kept.natural_breaks)}"
    print(f"{file}: sound ({counts})")
    return 0

"""`deskstretch history`: is it sound, carry it elsewhere, delete from it."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from deskstretch.commands import history_delete, history_upkeep
from deskstretch.commands.counts import counts_words
from deskstretch.core.language import _


def add_parser(subparsers: Any) -> None:
    """Add `history` with its actions."""
    parser = subparsers.add_parser("history", help=_("the record of your breaks"))
    actions = parser.add_subparsers(
        dest="action", metavar=_("ACTION"), title=_("actions"), required=True
    )
    actions.add_parser("check", help=_("whether all of it is sound"))
    export = actions.add_parser("export", help=_("write all of it as JSON lines"))
    export.add_argument(
        "file", metavar=_("FILE"), help=_("the file to write; - for standard output")
    )
    incoming = actions.add_parser("import", help=_("add what such a file holds"))
    incoming.add_argument("file", metavar=_("FILE"), type=Path, help=_("a file that was exported"))
    history_delete.add_parser(actions)
    history_upkeep.add_parser(actions)


def run(arguments: Namespace) -> int:
    """Do what was asked; 1 if the history or a file cannot be used, 2 for a file that is wrong."""
    match arguments.action:
        case "export":
            return _export(arguments.file)
        case "import":
            return _import(arguments.file)
        case "delete":
            return history_delete.run(arguments)
        case "upkeep":
            return history_upkeep.run(arguments)
        case _:
            return _check()


def _check() -> int:
    from deskstretch.store.folders import find_folders
    from deskstretch.store.mending import set_aside
    from deskstretch.store.reading import (
        UnreadableHistoryError,
        damage_in,
        is_from_newer_version,
        read_days,
    )

    file = find_folders().history_file
    for aside in set_aside(file):
        print(_("{file}: set aside as damaged").format(file=aside), file=sys.stderr)
    if not file.exists():
        print(_("{file}: nothing has been kept yet").format(file=file))
        return 0
    try:
        damage = damage_in(file)
        kept = read_days(file, date.min, date.max)
        newer = is_from_newer_version(file)
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    if newer:
        words = _("{file}: written by a newer DeskStretch, only read here").format(file=file)
        print(words, file=sys.stderr)
    if damage:
        print(*(f"{file}: {line}" for line in damage), sep="\n", file=sys.stderr)
        return 1
    counts = counts_words(len(kept.breaks), len(kept.natural_breaks))
    print(_("{file}: sound ({counts})").format(file=file, counts=counts))
    return int(newer)


def _export(name: str) -> int:
    from deskstretch.core.history_lines import HistoryLines, lines_of
    from deskstretch.store.folders import find_folders
    from deskstretch.store.reading import UnreadableHistoryError, read_days
    from deskstretch.store.whole_file import write_whole

    try:
        kept = read_days(find_folders().history_file, date.min, date.max)
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    lines = lines_of(HistoryLines(kept.breaks, kept.natural_breaks))
    if name == "-":
        sys.stdout.buffer.writelines(lines)
        return 0
    try:
        write_whole(Path(name), lines)
    except OSError as error:
        words = _("{file}: cannot be written ({why})").format(file=name, why=error.strerror)
        print(words, file=sys.stderr)
        return 1
    still_open = sum(each.outcome is None for each in kept.breaks)
    counts = counts_words(len(kept.breaks) - still_open, len(kept.natural_breaks))
    print(_("{file}: written ({counts})").format(file=name, counts=counts))
    return 0


def _import(file: Path) -> int:
    from deskstretch.store.changing import UnwritableHistoryError
    from deskstretch.store.folders import find_folders
    from deskstretch.store.history_file import HistoryFileError, read_history_file
    from deskstretch.store.merging import import_history

    try:
        coming = read_history_file(file)
    except HistoryFileError as error:
        print(_("{fault}. Nothing was imported.").format(fault=error), file=sys.stderr)
        return 2
    try:
        merged = import_history(find_folders().history_file, coming)
    except UnwritableHistoryError as error:
        # Translators: {sentence} ends with its full stop.
        print(_("{sentence} Nothing was imported.").format(sentence=error), file=sys.stderr)
        return 1
    print(
        _(
            "{file}: imported (new: {new}, more complete: {more_complete}, already here: {known})"
        ).format(file=file, new=merged.added, more_complete=merged.replaced, known=merged.known)
    )
    return 0

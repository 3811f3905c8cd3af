"""`deskstretch exercises`: the stretches there are, one in full, or what is wrong with a file."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deskstretch.core.catalogue import Catalogue


def add_parser(subparsers: Any) -> None:
    """Add `exercises` with `show` and `check`."""
    parser = subparsers.add_parser(
        "exercises", help="the stretches, one in full, or a file's check"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, with every field")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions")
    show = actions.add_parser("show", help="one stretch in full")
    show.add_argument("id", metavar="ID")
    # Without a default of its own, so that `exercises --json show ID` is understood too.
    show.add_argument("--json", action="store_true", default=SUPPRESS, help="as JSON")
    check = actions.add_parser("check", help="what is wrong in a file of your own stretches")
    check.add_argument("file", metavar="FILE", type=Path)


def run(arguments: Namespace) -> int:
    """Print what was asked for."""
    match arguments.action:
        case "show":
            return _show(arguments.id, arguments.json)
        case "check":
            return _check(arguments.file)
        case _:
            return _list(arguments.json)


def _list(as_json: bool) -> int:
    from deskstretch.core import catalogue_text

    catalogue = _catalogue()
    if not catalogue.exercises:
        print("There are no stretches.", file=sys.stderr)
        return 1
    list_of = catalogue_text.list_json if as_json else catalogue_text.list_text
    print(list_of(catalogue))
    return 0


def _show(exercise_id: str, as_json: bool) -> int:
    from deskstretch.core import catalogue_text

    exercise = _catalogue().exercises.get(exercise_id)
    if exercise is None:
        print(
            f"There is no stretch {exercise_id!r}; allowed: an id that `deskstretch exercises` "
            "lists.",
            file=sys.stderr,
        )
        return 2
    show = catalogue_text.show_json if as_json else catalogue_text.show_text
    print(show(exercise))
    return 0


def _check(file: Path) -> int:
    from deskstretch.core.catalogue_text import check_text
    from deskstretch.store.catalogue_file import load_catalogue

    try:
        file.open("rb").close()
    except OSError as error:
        print(f"{file} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    faults = [found.fault for found in load_catalogue(file).faults if found.file == file]
    print(check_text(faults, str(file)), file=sys.stderr if faults else sys.stdout)
    return 2 if faults else 0


def _catalogue() -> Catalogue:
    """All sound stretches; what is wrong in a file is told on the side."""
    from deskstretch.store.catalogue_file import load_catalogue
    from deskstretch.store.folders import find_folders

    loaded = load_catalogue(find_folders().exercises_file)
    for fault in loaded.faults:
        print(fault.text, file=sys.stderr)
    return loaded.catalogue

"""`deskstretch exercises`: stretches and routines, one in full, or what is wrong with a file."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskstretch.core.language import _

if TYPE_CHECKING:
    from deskstretch.core.catalogue import Catalogue


def add_parser(subparsers: Any) -> None:
    """Add `exercises` with `show` and `check`."""
    parser = subparsers.add_parser(
        "exercises", help=_("stretches and routines, one in full, or a file's check")
    )
    parser.add_argument("--json", action="store_true", help=_("the stretches as JSON"))
    actions = parser.add_subparsers(dest="action", metavar=_("ACTION"), title=_("actions"))
    show = actions.add_parser("show", help=_("one stretch or routine in full"))
    show.add_argument("id", metavar=_("ID"))
    # Without a default of its own, so that `exercises --json show ID` is understood too.
    show.add_argument("--json", action="store_true", default=SUPPRESS, help=_("as JSON"))
    check = actions.add_parser("check", help=_("what is wrong in a file of your own stretches"))
    check.add_argument("file", metavar=_("FILE"), type=Path)


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
        print(_("There are no stretches."), file=sys.stderr)
        return 1
    if as_json:
        print(catalogue_text.list_json(catalogue))
        return 0
    print(catalogue_text.list_text(catalogue))
    if catalogue.routines:
        print("\n" + _("Routines, for `deskstretch break --routine ID`:"))
        print(catalogue_text.routine_list_text(catalogue))
    return 0


def _show(wanted: str, as_json: bool) -> int:
    from deskstretch.core import catalogue_text
    from deskstretch.core.nearest import did_you_mean

    catalogue = _catalogue()
    if exercise := catalogue.exercises.get(wanted):
        show = catalogue_text.show_json if as_json else catalogue_text.show_text
        print(show(exercise))
        return 0
    if routine := catalogue.routines.get(wanted):
        show_routine = catalogue_text.routine_json if as_json else catalogue_text.routine_text
        print(show_routine(routine, catalogue))
        return 0
    near = did_you_mean(wanted, (*catalogue.exercises, *catalogue.routines))
    print(
        # Translators: {meant} is empty, or a suggestion in brackets with a space before it.
        _(
            "There is no stretch or routine {name}{meant}; allowed: an id that "
            "`deskstretch exercises` lists."
        ).format(name=repr(wanted), meant=near),
        file=sys.stderr,
    )
    return 2


def _check(file: Path) -> int:
    from deskstretch.core.catalogue_text import check_text
    from deskstretch.store.catalogue_file import load_catalogue

    try:
        file.open("rb").close()
    except OSError as error:
        words = _("{file} cannot be read: {why}").format(file=file, why=error.strerror)
        print(words, file=sys.stderr)
        return 1
    faults = [found.fault for found in load_catalogue(file).faults if found.file == file]
    print(check_text(faults, str(file)), file=sys.stderr if faults else sys.stdout)
    return 2 if faults else 0


def _catalogue() -> Catalogue:
    """All sound stretches and routines; what is wrong in a file is told on the side."""
    from deskstretch.store.folders import find_folders
    from deskstretch.store.offer import load_offer
    from deskstretch.store.settings_in_force import load_in_force

    folders = find_folders()
    loaded = load_in_force(folders.settings_file, folders.managed_files)
    offer = load_offer(folders, loaded.settings)
    for fault in offer.stretch_faults:
        print(fault.text, file=sys.stderr)
    for wrong in (*loaded.faults, *offer.routine_faults):
        print(wrong.words, file=sys.stderr)
    return offer.catalogue

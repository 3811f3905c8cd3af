"""`deskstretch history delete`: some days or everything, for good."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from datetime import date
from typing import Any

from deskstretch.commands.counts import counts_words
from deskstretch.core.language import _, pgettext


def add_parser(actions: Any) -> None:
    """Add `delete` with its days."""
    parser = actions.add_parser("delete", help=_("delete days, or everything, for good"))
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "days", nargs="?", type=_days, metavar=_("DAY|FROM..TO"), help=_("such as 2026-11-16")
    )
    which.add_argument("--all", action="store_true", help=_("everything that was kept"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def run(arguments: Namespace) -> int:
    """Delete after asking; 1 if it cannot be done, 2 if there is nobody to ask."""
    from deskstretch.store.changing import UnwritableHistoryError
    from deskstretch.store.folders import find_folders
    from deskstretch.store.forgetting import delete_days, delete_everything
    from deskstretch.store.reading import UnreadableHistoryError, read_days

    first, last = arguments.days or (date.min, date.max)
    folders = find_folders()
    try:
        kept = read_days(folders.history_file, first, last)
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    is_running = _app_is_running()
    still_open = sum(each.outcome is None for each in kept.breaks) if is_running else 0
    count, absences = len(kept.breaks) - still_open, len(kept.natural_breaks)
    if not count and not absences:
        print(_open_words(still_open) or _("There is nothing to delete."))
        return 0
    counts = counts_words(count, absences)
    if not arguments.yes:
        if not sys.stdin.isatty():
            words = _("Add --yes to delete for good ({counts}).").format(counts=counts)
            print(words, file=sys.stderr)
            return 2
        question = _("Delete for good ({counts})? [y/N] ").format(counts=counts)
        if input(question).strip().lower() not in _yes_words():
            print(_("Nothing was deleted."))
            return 1
    try:
        if arguments.all:
            delete_everything(folders, open_too=not is_running)
        else:
            delete_days(folders.history_file, first, last, open_too=not is_running)
    except UnwritableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    print(_("Deleted ({counts}).").format(counts=counts))
    if still_open:
        print(_open_words(still_open))
    from deskstretch.commands.history_upkeep import share_now

    return share_now(folders)


def _open_words(still_open: int) -> str:
    return _("A break is going on; it can be deleted once it is over.") if still_open else ""


def _yes_words() -> tuple[str, ...]:
    # Translators: what a person types for yes, short and long, in small letters.
    own = (pgettext("answer typed", "y"), pgettext("answer typed", "yes"))
    return ("y", "yes", *own)


def _app_is_running() -> bool:
    """If in doubt it is: its open break is then left alone."""
    from deskstretch.desktop.control_client import NotRunningError, UntrustedError, ask

    try:
        ask("status", {})
    except NotRunningError:
        return False
    except UntrustedError:
        return True
    return True


def _days(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last if dots else first)
    except ValueError:
        raise ArgumentTypeError(
            _(
                "{text} is no day; allowed are days like 2026-11-16 and 2026-11-16..2026-11-20"
            ).format(text=repr(text))
        ) from None
    if days[0] > days[1]:
        raise ArgumentTypeError(_("{text} ends before it begins").format(text=repr(text)))
    return days

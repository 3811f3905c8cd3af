"""`deskstretch report`: one week in figures."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deskstretch.core.week import IsoWeek


def add_parser(subparsers: Any) -> None:
    """Add `report` with its week and format."""
    parser = subparsers.add_parser("report", help="one week in figures")
    parser.add_argument(
        "--week", type=_week, metavar="WEEK", help="such as 2026-W47; this week if not given"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: Namespace) -> int:
    """Print the week; 1 if the history cannot be read."""
    from deskstretch.core import report
    from deskstretch.core.review import days_needed, review_of
    from deskstretch.core.week import week_of
    from deskstretch.store.folders import find_folders
    from deskstretch.store.reading import UnreadableHistoryError, read_days

    week = arguments.week or week_of(datetime.now().astimezone().date())
    try:
        kept = read_days(find_folders().history_file, *days_needed(week))
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    review = review_of(week, kept.breaks)
    as_words = report.report_json if arguments.format == "json" else report.report_text
    print(as_words(review))
    return 0


def _week(text: str) -> IsoWeek:
    from deskstretch.core.week import parse_week

    try:
        return parse_week(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None

"""`deskstretch report`: a week, a month or a year in figures."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskstretch.core.language import _

if TYPE_CHECKING:
    from deskstretch.core.period import Period
    from deskstretch.core.review import Review

_THIS = object()
_FORMATS = ("text", "json", "csv", "html", "pdf")


def add_parser(subparsers: Any) -> None:
    """Add `report` with its period, format and file."""
    parser = subparsers.add_parser("report", help=_("a week, a month or a year in figures"))
    which = parser.add_mutually_exclusive_group()
    for kind, metavar, about in (
        ("week", _("WEEK"), _("such as 2026-W47; this week if not given")),
        ("month", _("MONTH"), _("such as 2026-11; this month if not given")),
        ("year", _("YEAR"), _("such as 2026; this year if not given")),
    ):
        which.add_argument(
            f"--{kind}",
            nargs="?",
            const=_THIS,
            type=_parser_of(kind),
            metavar=metavar,
            help=about,
        )
    parser.add_argument("--format", choices=_FORMATS, default="text")
    parser.add_argument("--output", type=Path, metavar=_("FILE"), help=_("write it there"))


def run(arguments: Namespace) -> int:
    """Print or write it; 1 if the history cannot be read or the file not be written."""
    from deskstretch.core.review import days_needed, review_of
    from deskstretch.store.folders import find_folders
    from deskstretch.store.reading import UnreadableHistoryError, read_days

    period = _period(arguments)
    try:
        kept = read_days(find_folders().history_file, *days_needed(period))
    except UnreadableHistoryError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.format == "pdf" and arguments.output is None and sys.stdout.isatty():
        print(_("A PDF is for a file: add --output FILE."), file=sys.stderr)
        return 2
    return _put(_in_format(review_of(period, kept.breaks), arguments.format), arguments.output)


def _period(arguments: Namespace) -> Period:
    from deskstretch.core.period import Kind, period_of

    kind = next((each for each in Kind if getattr(arguments, each) is not None), Kind.WEEK)
    named = getattr(arguments, kind)
    if named in (None, _THIS):
        return period_of(kind, datetime.now().astimezone().date())
    period: Period = named
    return period


def _in_format(review: Review, name: str) -> bytes:
    """The report, written out; what only one format needs is imported with it."""
    from deskstretch.core import report

    match name:
        case "json":
            text = report.report_json(review)
        case "csv":
            from deskstretch.core.report_csv import report_csv

            text = report_csv(review)
        case "html" | "pdf":
            from deskstretch.core.report_html import report_html

            text = report_html(review)
            if name == "pdf":
                from deskstretch.wiring.report_pdf import pdf_of

                return pdf_of(text, report.report_title(review.period))
        case _:
            text = report.report_text(review)
    return f"{text}\n".encode()


def _put(content: bytes, file: Path | None) -> int:
    if file is None:
        if content.startswith(b"%PDF"):
            sys.stdout.buffer.write(content)
        else:
            print(content.decode(), end="")
        return 0
    from deskstretch.store.whole_file import write_whole

    try:
        write_whole(file, [content])
    except OSError as error:
        words = _("{file}: cannot be written ({why})").format(file=file, why=error.strerror)
        print(words, file=sys.stderr)
        return 1
    return 0


def _parser_of(kind: str) -> Callable[[str], Period]:
    def parse(text: str) -> Period:
        from deskstretch.core import period, week

        parsers: dict[str, Callable[[str], Period]] = {
            "week": week.parse_week,
            "month": period.parse_month,
            "year": period.parse_year,
        }
        try:
            return parsers[kind](text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return parse

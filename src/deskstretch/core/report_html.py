"""A review as one page of HTML: no scripts, nothing from elsewhere, fit for print and ear.

Every picture is a row of its table and hidden from screen readers: the numbers beside it say the
same. Bars are rows of block signs, which a browser, a printer and Qt's text engine all show alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from deskstretch.core.area import area_name
from deskstretch.core.dates import day_name
from deskstretch.core.held import AreaHeld
from deskstretch.core.language import (
    _,
    is_written_from_the_right,
    ngettext,
    pgettext,
    spoken_language,
)
from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Year, bar_words
from deskstretch.core.report import figure_rows, outcome_names, report_title
from deskstretch.core.review import SKIP_WEEKS, OutcomeCounts, Review, SkipCell
from deskstretch.core.review_words import OUTCOME_NAMES, empty_words, of_words, percent_words
from deskstretch.core.running_text import as_heading
from deskstretch.core.week import IsoWeek
from deskstretch.core.words import duration_words

_LONGEST_BAR_SIGNS = 24
_BLOCK, _SHADE = "\N{FULL BLOCK}", "\N{LIGHT SHADE}"
_COLOURS = {
    Outcome.TAKEN: ("#2f9c95", "#3fb0a8"),
    Outcome.PARTLY: ("#8cd0c8", "#2c6e6c"),
    Outcome.AWAY: ("#d9d2c3", "#4a5468"),
    Outcome.SKIPPED: ("#f2b6a4", "#8c5a50"),
    Outcome.MISSED: ("#ff6b4a", "#ff7f61"),
    Outcome.HELD_BACK: ("#5a6377", "#a9b1c3"),
}
"""On light and on dark ground, as in the window."""

_STYLE = """
body { color: #26304a; background-color: #f5f1e9; font-family: sans-serif; line-height: 1.45;
  margin: 0 auto; padding: 2em; max-width: 64em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
table { border-collapse: collapse; background-color: #ffffff; }
th, td { padding: 4px 8px; text-align: END; border-bottom: 1px solid #e4ded2;
  font-weight: normal; white-space: nowrap; }
th { color: #5a6377; } .name { text-align: START; }
.bar { text-align: START; font-size: small; }
.wide { overflow-x: auto; }
@media (prefers-color-scheme: dark) {
  body { color: #edeff5; background-color: #171c28; } table { background-color: #222938; }
  th { color: #a9b1c3; } th, td { border-color: #3b4459; }
  DARK
}
@media print {
  body { background-color: #ffffff; padding: 0; } tr { break-inside: avoid; }
  .wide { overflow: visible; }
}
"""


def report_html(review: Review) -> str:
    """The page, whole."""
    title = escape(report_title(review.period))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html {_language()}><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            '<meta http-equiv="Content-Security-Policy"',
            " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{title}</title>",
            f"<style>{_style()}</style></head>",
            f"<body><main><h1>{title}</h1>",
            *_body(review),
            "</main></body></html>",
        ]
    )


def _body(review: Review) -> Iterator[str]:
    if not review.figures.counts.total:
        yield f"<p>{escape(empty_words(review.period))}</p>"
        return
    yield _table("", [_row(name, cells) for name, *cells in figure_rows(review)])
    yield from _bars_table(review)
    if review.areas:
        yield from _areas_table(review.areas)
    if review.skips:
        if isinstance(review.period, IsoWeek):
            about = ngettext(
                "Skipped, of the prompts within that hour in {count} week.",
                "Skipped, of the prompts within that hour in {count} weeks.",
                SKIP_WEEKS,
            ).format(count=SKIP_WEEKS)
        else:
            about = _("Skipped, of the prompts within that hour.")
        yield from _skips_table(review.skips, about)


def _bars_table(review: Review) -> Iterator[str]:
    most = max(each.counts.total for each in review.bars)
    rows = []
    for each in review.bars:
        counts = each.counts
        cells = [
            *(str(counts.of(outcome)) for outcome in OUTCOME_NAMES),
            of_words(counts.compliance),
            percent_words(counts.compliance) if counts.answerable else "",
        ]
        picture = f'<td class="bar" aria-hidden="true">{_bar(counts, most)}</td>'
        rows.append(_row(bar_words(each.place), cells, picture))
    head = _head("", *outcome_names(), _("Breaks taken"), "", "")
    by_part = _("By month") if isinstance(review.period, Year) else _("By day")
    yield _heading(by_part)
    yield _legend()
    yield _table(head, rows)


def _areas_table(areas: Sequence[AreaHeld]) -> Iterator[str]:
    # Translators: heads a table of areas of the body and how long stretches of them were held.
    yield _heading(_("Held for"))
    rows = [
        _row(
            as_heading(area_name(each.area)),
            [duration_words(held) for held in (each.held.left, each.held.right, each.held.both)],
        )
        for each in areas
    ]
    yield _table(
        _head(
            "",
            pgettext("side of the body", "left"),
            pgettext("side of the body", "right"),
            pgettext("side of the body", "both"),
        ),
        rows,
    )


def _skips_table(skips: Sequence[SkipCell], about: str) -> Iterator[str]:
    """Skipped of asked, weekday by hour."""
    hours = range(min(cell.hour for cell in skips), max(cell.hour for cell in skips) + 1)
    found = {(cell.weekday, cell.hour): f"{cell.skipped}/{cell.asked}" for cell in skips}
    yield _heading(_("When prompts were skipped"))
    yield f"<p>{escape(about)}</p>"
    rows = [
        _row(day_name(weekday), [found.get((weekday, hour), "") for hour in hours])
        for weekday in range(7)
        if any((weekday, hour) in found for hour in hours)
    ]
    yield _table(_head("", *(f"{hour}:00" for hour in hours)), rows)


def _heading(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _table(head: str, rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return f'<div class="wide"><table>\n{head}<tbody>\n{body}\n</tbody></table></div>'


def _head(first: str, *others: str) -> str:
    cells = "".join(f'<th scope="col">{escape(each)}</th>' for each in others)
    return f'<thead><tr><td class="name">{escape(first)}</td>{cells}</tr></thead>\n'


def _row(name: str, cells: Iterable[str], picture: str = "") -> str:
    others = "".join(f"<td>{escape(each)}</td>" for each in cells)
    return f'<tr><th scope="row" class="name">{escape(name)}</th>{others}{picture}</tr>'


def _bar(counts: OutcomeCounts, most: int) -> str:
    """A sign for each break, or fewer where the longest bar would not fit."""
    signs_each = min(1.0, _LONGEST_BAR_SIGNS / most)
    parts = []
    reached = drawn = 0
    for outcome in OUTCOME_NAMES:
        reached += counts.of(outcome)
        signs = round(reached * signs_each) - drawn
        drawn += signs
        parts.append(_signs(outcome, signs) if signs else "")
    return "".join(parts)


def _signs(outcome: Outcome, count: int) -> str:
    sign = _SHADE if outcome is Outcome.HELD_BACK else _BLOCK
    return f'<span class="{outcome.value}">{sign * count}</span>'


def _legend() -> str:
    entries = (
        f'<span aria-hidden="true">{_signs(outcome, 1)}</span> {escape(_(name))}'
        for outcome, name in OUTCOME_NAMES.items()
    )
    return f"<p>{' &nbsp; '.join(entries)}</p>"


def _style() -> str:
    light, dark = (
        "\n".join(
            f".{each.value} {{ color: {colours[which]}; }}" for each, colours in _COLOURS.items()
        )
        for which in (0, 1)
    )
    start, end = ("right", "left") if is_written_from_the_right() else ("left", "right")
    style = _STYLE.replace("DARK", dark).replace("START", start).replace("END", end)
    return f"{light}{style}"


def _language() -> str:
    language = f'lang="{spoken_language()}"'
    return f'{language} dir="rtl"' if is_written_from_the_right() else language

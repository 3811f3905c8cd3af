"""Bars, squares and legend: what is painted, what is told, and that it fits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from deskstretch.core.held import AreaHeld, HeldSeconds
from deskstretch.core.outcome import Outcome
from deskstretch.core.review import SkipCell, review_of
from deskstretch.core.review_words import OUTCOME_NAMES
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.theme import DARK, LIGHT, Theme
from deskstretch.ui.week.bar_chart import BarChart
from deskstretch.ui.week.body_chart import BodyChart
from deskstretch.ui.week.legend import Legend
from deskstretch.ui.week.skip_map import SkipMap
from tests.ui.week.weeks import MONDAY, SOME, TODAY, WEEK, a_break

CELLS = (SkipCell(0, 9, 2, 0), SkipCell(1, 14, 4, 4), SkipCell(2, 14, 4, 1))


@pytest.fixture
def bars(qtbot: QtBot) -> BarChart:
    bars = BarChart(LIGHT)
    qtbot.addWidget(bars)
    bars.resize(700, 420)
    return bars


@pytest.fixture
def skips(qtbot: QtBot) -> SkipMap:
    skips = SkipMap(LIGHT)
    qtbot.addWidget(skips)
    skips.resize(420, 240)
    return skips


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def column(widget: BarChart, day: int) -> int:
    return round((day + 0.5) * widget.width() / 7)


def heights(bars: BarChart, day: int, theme: Theme = LIGHT) -> dict[Outcome, int]:
    """How many pixels of each outcome's colour stand in the middle of a day's bar."""
    image, x = picture(bars), column(bars, day)
    colours = [image.pixelColor(x, y) for y in range(image.height())]
    found = {
        outcome: colours.count(QColor(getattr(theme, outcome.value)))
        for outcome in Outcome
        if outcome is not Outcome.HELD_BACK
    }
    return {outcome: height for outcome, height in found.items() if height}


def rest_mouse(widget: QWidget, place: QPoint) -> str:
    """What comes up where the mouse rests."""
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def test_a_bar_has_a_block_for_each_outcome_as_high_as_its_count(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, SOME), TODAY)
    monday = heights(bars, 0)
    assert monday.keys() == {Outcome.TAKEN, Outcome.SKIPPED}
    step = monday[Outcome.TAKEN] - monday[Outcome.SKIPPED]
    assert monday[Outcome.SKIPPED] == pytest.approx(step, abs=0.25 * step)
    assert heights(bars, 1).keys() == {Outcome.PARTLY, Outcome.AWAY}


def test_a_break_that_was_held_back_is_hollow(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, [a_break(Outcome.HELD_BACK)]), TODAY)
    assert heights(bars, 0) == {}
    empty_day, that_day = (
        {picture(bars).pixelColor(column(bars, day), y).name() for y in range(200, 380)}
        for day in (3, 0)
    )
    assert that_day > empty_day


def test_a_day_with_very_many_breaks_still_fits(bars: BarChart) -> None:
    many = [a_break(Outcome.MISSED, hour=hour % 24) for hour in range(90)]
    bars.show_review(review_of(WEEK, many), TODAY)
    assert heights(bars, 0)[Outcome.MISSED] < bars.height()
    assert picture(bars).pixelColor(column(bars, 0), 2) != LIGHT.missed


def test_the_bars_follow_the_theme(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, SOME), TODAY)
    bars.set_theme(DARK)
    assert heights(bars, 0, DARK).keys() == {Outcome.TAKEN, Outcome.SKIPPED}


def test_the_mouse_brings_up_a_days_numbers(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, SOME), TODAY)
    assert rest_mouse(bars, QPoint(column(bars, 0), 100)).startswith("Monday 16 November\n2 of 3")
    assert "no break due" in bars.lines_at(QPoint(column(bars, 6), 100))
    assert bars.lines_at(QPoint(-5, 100)) == ""


def test_the_bars_read_out_each_day(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, SOME), TODAY)
    lines = bars.accessibleDescription().splitlines()
    assert len(lines) == 7
    assert lines[0] == (
        "Monday 16 November: 2 of 3 \N{MIDDLE DOT} 67 % breaks taken; 2 taken, 1 skipped"
    )


def test_a_week_without_breaks_says_so(bars: BarChart) -> None:
    bars.show_review(review_of(WEEK, []), MONDAY)
    assert bars.accessibleDescription() == "No breaks were due this week."
    assert all(heights(bars, day) == {} for day in range(7))


def test_a_square_is_warmer_the_more_was_skipped(skips: SkipMap) -> None:
    skips.show_cells(CELLS)
    image = picture(skips)
    places = [QPoint(x, y) for x in range(0, 420, 3) for y in range(0, 240, 3)]

    def warmth(words: str) -> int:
        square = [place for place in places if words in skips.lines_at(place)]
        colour = image.pixelColor(square[len(square) // 2])
        return colour.red() - colour.blue()

    assert warmth("Tuesday, 14") > warmth("Wednesday, 14") > warmth("Monday, 9")


def test_a_square_without_prompts_has_no_warmth(skips: SkipMap) -> None:
    skips.show_cells(())
    image = picture(skips)
    colours = {image.pixelColor(x, 10).name() for x in range(420)}
    assert LIGHT.paper.name() in colours


def test_the_mouse_brings_up_a_squares_numbers(skips: SkipMap) -> None:
    skips.show_cells(CELLS)
    grid = (QPoint(x, y) for x in range(0, 420, 10) for y in range(0, 240, 10))
    told = {rest_mouse(skips, place) for place in grid}
    assert "Tuesday, 14:00\N{EN DASH}15:00\n4 of 4 prompts skipped" in told


def test_the_squares_are_a_working_week_at_least_and_more_where_asked(skips: SkipMap) -> None:
    def names() -> set[str]:
        grid = (QPoint(x, y) for x in range(0, 420, 4) for y in range(0, 240, 4))
        return {skips.lines_at(place).partition("\n")[0] for place in grid} - {""}

    skips.show_cells(())
    assert len(names()) == 5 * 9
    skips.show_cells((SkipCell(6, 21, 1, 1),))
    assert len(names()) == 7 * 13


def test_the_squares_read_out_what_was_skipped(skips: SkipMap) -> None:
    skips.show_cells(CELLS)
    assert skips.accessibleDescription().splitlines() == [
        "Tuesday, 14:00\N{EN DASH}15:00: 4 of 4 prompts skipped",
        "Wednesday, 14:00\N{EN DASH}15:00: 1 of 4 prompts skipped",
    ]
    skips.show_cells(CELLS[:1])
    assert skips.accessibleDescription() == "No prompt was skipped."


@pytest.fixture
def body(qtbot: QtBot) -> BodyChart:
    body = BodyChart(LIGHT, FigureAppearance())
    qtbot.addWidget(body)
    body.resize(360, 400)
    return body


def coral(widget: QWidget) -> int:
    """How much of it glows."""
    image = picture(widget)
    points = ((x, y) for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))
    colours = (image.pixelColor(x, y) for x, y in points)
    return sum(each.red() - each.green() > 90 for each in colours)


def test_the_body_glows_where_it_was_stretched_and_the_more_the_longer(body: BodyChart) -> None:
    nothing = coral(body)
    body.show_areas([AreaHeld("hamstrings", HeldSeconds(left=60, right=60))])
    both = coral(body)
    body.show_areas([AreaHeld("hamstrings", HeldSeconds(left=60, right=1))])
    assert both > coral(body) > nothing


def test_the_mouse_brings_up_how_long_an_area_was_held(body: BodyChart) -> None:
    body.show_areas([AreaHeld("calves", HeldSeconds(left=60, right=60))])
    assert rest_mouse(body, body.place_of(0).center().toPoint()) == body.lines_of(0)
    places = (QPoint(x, y) for y in range(0, 400, 4) for x in range(0, 360, 4))
    told = {body.lines_at(place) for place in places}
    assert told == {"", "Calves\n2 min\nleft 1 min \N{MIDDLE DOT} right 1 min"}


def test_an_area_without_a_place_of_its_own_is_in_the_table(body: BodyChart) -> None:
    body.show_areas(
        [AreaHeld("whole body", HeldSeconds(both=40)), AreaHeld("mine", HeldSeconds(5))]
    )
    assert body.table() == "Whole body: 40 s\nMine: 5 s; left 5 s"
    assert body.place_of(0).width() > 350
    body.show_areas([])
    assert body.accessibleDescription() == "No stretches in this time."


@pytest.mark.parametrize("pixels", [12, 28])
def test_the_legend_takes_as_many_lines_as_it_needs(qtbot: QtBot, pixels: int) -> None:
    legend = Legend(LIGHT)
    qtbot.addWidget(legend)
    font = QFont(legend.font())
    font.setPixelSize(pixels)
    legend.setFont(font)
    one_line = legend.heightForWidth(legend.sizeHint().width())
    narrow = legend.heightForWidth(legend.minimumSizeHint().width())
    assert narrow == pytest.approx(len(OUTCOME_NAMES) * one_line, abs=len(OUTCOME_NAMES))
    legend.resize(legend.minimumSizeHint().width(), narrow)
    colours = {picture(legend).pixelColor(pixels // 2, y).name() for y in range(legend.height())}
    assert {LIGHT.taken.name(), LIGHT.partly.name(), LIGHT.away.name()} < colours
    assert {LIGHT.skipped.name(), LIGHT.missed.name()} < colours

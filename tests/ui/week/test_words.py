"""The words of the week: counts beside percentages, dashes for nothing, no blame."""

from __future__ import annotations

from deskstretch.core.outcome import Outcome
from deskstretch.core.period import Month, Year
from deskstretch.core.planner.effects import Origin
from deskstretch.core.record import BreakRecord
from deskstretch.core.review import Review, SkipCell, review_of
from deskstretch.ui.week.words import (
    FigureWords,
    area_lines,
    area_title,
    bar_lines,
    figure_words,
    further_words,
    skip_caption,
    skip_lines,
    stretch_words,
)
from tests.ui.week.weeks import SOME, WEEK, a_break


def review(*breaks: BreakRecord) -> Review:
    return review_of(WEEK, breaks)


def test_the_four_figures_of_a_week() -> None:
    assert figure_words(review(*SOME)) == (
        FigureWords("50 %", "2 of 4 breaks taken", "+50 vs week before", gained=True),
        FigureWords("3 of 4", "prompts answered with a stretch", "1 partly"),
        FigureWords("1 of 3", "days with a break taken", "of days with one due"),
        FigureWords("1 min 15 s", "held in stretches", "left 1 min 15 s"),
    )


def test_a_goal_stands_beside_the_persons_own_weeks() -> None:
    assert figure_words(review(*SOME), 40)[0].beside == "goal 40 %, reached in 2 of 3 weeks"
    assert figure_words(review(*SOME), 60)[0].beside == "goal 60 %, reached in 1 of 3 weeks"
    assert figure_words(review(), 60)[0].beside == "goal 60 %"
    assert figure_words(review(*SOME))[0].beside == ""


def test_a_week_off_changes_nothing_beside_the_goal() -> None:
    off = review_of(WEEK.plus(1), SOME)
    assert figure_words(off, 60)[0].beside == "goal 60 %, reached in 1 of 3 weeks"


def test_months_and_years_are_compared_with_their_own_kind() -> None:
    breaks = [a_break(Outcome.TAKEN), a_break(Outcome.MISSED, -30)]
    assert figure_words(review_of(Month(2026, 11), breaks))[0].detail == "+100 vs month before"
    assert skip_caption(review_of(Year(2026), breaks)) == "0 of 2 prompts skipped this year"


def test_stretches_are_named_by_how_often_they_were_finished_and_cut_short() -> None:
    assert stretch_words(review(*SOME).stretches, {"chair-hamstring": "Chair hamstring"}) == (
        ("Chair hamstring", "held to the end 2 of 3"),
        ("Chair hamstring", "cut short 1 of 3"),
    )
    assert stretch_words(review().stretches, {}) == ()


def test_an_area_tells_how_long_it_was_held_and_on_which_side() -> None:
    areas = review(*SOME).areas
    assert [area_lines(each).splitlines() for each in areas] == [
        ["Back of the thighs", "1 min 15 s", "left 1 min 15 s"],
        ["Lower back", "1 min 15 s", "left 1 min 15 s"],
    ]
    assert area_title("an area of my own") == "An area of my own"


def test_an_empty_week_has_dashes() -> None:
    assert [figure.number for figure in figure_words(review())] == ["\N{EN DASH}"] * 4
    assert {words for _, words in further_words(review().figures)} == {"\N{EN DASH}"}


def test_a_week_of_absence_has_no_percentage() -> None:
    compliance, prompts, _, _ = figure_words(review(a_break(Outcome.AWAY)))
    assert (compliance.number, prompts.number) == ("\N{EN DASH}", "\N{EN DASH}")


def test_fewer_taken_than_the_week_before_is_said_without_colour() -> None:
    words = figure_words(review(a_break(Outcome.TAKEN, -7), a_break(Outcome.MISSED)))[0]
    assert (words.detail, words.gained) == ("\N{MINUS SIGN}100 vs week before", False)


def test_as_many_as_the_week_before_is_no_gain() -> None:
    words = figure_words(review(a_break(Outcome.TAKEN, -7), a_break(Outcome.TAKEN)))[0]
    assert (words.detail, words.gained) == ("as in the week before", False)


def test_breaks_that_were_asked_for_are_told_apart_from_prompts() -> None:
    own = BreakRecord(
        "own", SOME[2].day, SOME[2].due_at, 60.0, origin=Origin.OWN, outcome=Outcome.TAKEN
    )
    words = figure_words(review(own, a_break(Outcome.SKIPPED)))[1]
    assert (words.number, words.detail) == ("0 of 1", "1 more on your own")


def test_many_minutes_are_held_in_whole_minutes() -> None:
    held = [a_break(Outcome.TAKEN, hour=hour, held=300.0) for hour in range(9, 13)]
    words = figure_words(review(*held))[3]
    assert (words.number, words.detail) == ("20 min", "left 20 min")


def test_further_figures_have_counts_beside_their_percentages() -> None:
    assert further_words(review(*SOME).figures) == (
        ("Taken or partly", "3 of 4 \N{MIDDLE DOT} 75 %"),
        ("Taken, partly or away", "4 of 5 \N{MIDDLE DOT} 80 %"),
        ("Held of what was planned", "1 min 15 s of 1 min 30 s \N{MIDDLE DOT} 83 %"),
        ("Snoozes", "0"),
        ("Held back for", "0"),
        ("Held back, never asked", "1"),
    )


def test_a_day_tells_its_compliance_and_its_outcomes() -> None:
    monday, tuesday, wednesday, thursday = review(*SOME).bars[:4]
    assert bar_lines(monday).splitlines() == [
        "Monday 16 November",
        "2 of 3 \N{MIDDLE DOT} 67 % breaks taken",
        "2 taken, 1 skipped",
    ]
    assert bar_lines(tuesday).splitlines()[2] == "1 partly, 1 away"
    assert bar_lines(wednesday).splitlines() == ["Wednesday 18 November", "1 held back"]
    assert bar_lines(thursday).splitlines() == ["Thursday 19 November", "no break due"]


def test_a_square_tells_how_many_of_how_many() -> None:
    assert (
        skip_lines(SkipCell(1, 14, 4, 3))
        == "Tuesday, 14:00\N{EN DASH}15:00\n3 of 4 prompts skipped"
    )
    assert skip_lines(SkipCell(6, 23, 1, 0)).endswith("0 of 1 prompt skipped")
    assert skip_lines(SkipCell(6, 23, 0, 0)).endswith("no prompts")


def test_the_squares_say_how_much_they_stand_on() -> None:
    assert skip_caption(review(*SOME)) == "2 of 6 prompts skipped in 4 weeks"
    assert skip_caption(review()) == "No prompts in this time."

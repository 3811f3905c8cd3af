"""How far back the history is kept, in months of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from deskstretch.core.keeping import first_day_kept


def test_by_default_all_of_it_is_kept() -> None:
    assert first_day_kept(date(2026, 11, 16), 0) is None


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 16), 1, date(2026, 10, 16)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 16), 11, date(2025, 12, 16)),
        (date(2026, 1, 1), 12, date(2025, 1, 1)),
        (date(2026, 11, 16), 120, date(2016, 11, 16)),
    ],
)
def test_months_are_those_of_the_calendar(today: date, months: int, first: date) -> None:
    assert first_day_kept(today, months) == first

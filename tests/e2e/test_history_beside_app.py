"""Commands that change the history while the real app runs and a break is open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from deskstretch.core.history_lines import HistoryLines, lines_of
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord
from tests.e2e.workday import START, Workday
from virtual_desktop import VirtualDesktop

AT = datetime(2025, 11, 18, 10, tzinfo=UTC)
FROM_ELSEWHERE = BreakRecord(
    id="0f8fad5b-d9cb-469f-a165-70867728950e",
    day=AT.date(),
    due_at=AT,
    sitting_seconds=2700.0,
    outcome=Outcome.SKIPPED,
    closed_at=AT,
)


def test_an_import_leaves_the_open_break_to_the_app(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "other.jsonl"
    file.write_bytes(b"".join(lines_of(HistoryLines((FROM_ELSEWHERE,)))))
    day = Workday(virtual_desktop, throw_away_home)
    day.type_until_due()
    (still_open,) = day.breaks()
    told = day.command("history", "import", str(file))
    assert "(new: 1, more complete: 0, already here: 0)" in told
    day.answer(day.pause_for_prompt(), START)
    imported, own = day.breaks()[0], day.wait_for_outcome(1)
    assert (imported["id"], imported["outcome"]) == (FROM_ELSEWHERE.id, "skipped")
    assert (own["id"], own["outcome"]) == (still_open["id"], "taken")
    assert day.status()["trouble"] == []
    assert "sound (breaks: 2" in day.command("history", "check")

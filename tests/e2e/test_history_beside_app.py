"""Commands that change the history while the real app runs and a break is open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deskstretch.core.history_lines import HistoryLines, lines_of
from deskstretch.core.outcome import Outcome
from deskstretch.core.record import BreakRecord
from tests.e2e.workday import START, Workday
from virtual_desktop import VirtualDesktop, wait_until

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


def test_a_break_taken_here_is_seen_on_the_other_machine(
    virtual_desktop: VirtualDesktop, throw_away_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    other = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    lines = lines_of(HistoryLines((FROM_ELSEWHERE,), machine=other))
    (folder / f"deskstretch-{other}-2025.jsonl").write_bytes(b"".join(lines))
    day = Workday(virtual_desktop, throw_away_home)
    day.command("settings", "set", "sharing.folder", str(folder))

    def own_breaks() -> list[dict[str, Any]]:
        return [each for each in day.breaks() if each["id"] != FROM_ELSEWHERE.id]

    day.type_until(own_breaks, "a break to become due")
    day.answer(day.pause_for_prompt(), START)
    wait_until(lambda: own_breaks()[0]["outcome"] == "taken", "the end of the break", 90)
    own_id = own_breaks()[0]["id"]
    wait_until(
        lambda: any(own_id in file.read_text() for file in folder.glob("deskstretch-*.jsonl")),
        "the break in the shared folder",
        90,
    )
    assert len(day.breaks()) == len(own_breaks()) + 1
    assert day.status()["trouble"] == []

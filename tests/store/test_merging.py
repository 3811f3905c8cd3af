"""Another history into this one: nothing lost, nothing twice, the app's open break left alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from deskstretch.core.history_lines import HistoryLines
from deskstretch.core.merging import Record, same
from deskstretch.core.outcome import Outcome
from deskstretch.store.changing import UnwritableHistoryError
from deskstretch.store.history import History
from deskstretch.store.history_file import HistoryFileError, read_history_file
from deskstretch.store.merging import Merged, import_history
from deskstretch.store.reading import Kept, read_days
from tests.core.any_record import few_ids, histories

AT = datetime(2026, 11, 16, 10, tzinfo=UTC)


@contextmanager
def a_file() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "history.sqlite3"


def all_kept(file: Path) -> Kept:
    return read_days(file, date.min, date.max)


def told(file: Path) -> HistoryLines:
    kept = all_kept(file)
    return HistoryLines(kept.breaks, kept.natural_breaks)


def assert_same(one: HistoryLines, other: HistoryLines) -> None:
    """The same records, in whatever order."""
    assert same_records(one.breaks, other.breaks)
    assert same_records(one.natural_breaks, other.natural_breaks)


def same_records(ours: Sequence[Record], theirs: Sequence[Record]) -> bool:
    by_id = {each.id: each for each in theirs}
    return {each.id for each in ours} == set(by_id) and all(
        same(each, by_id[each.id]) for each in ours
    )


@settings(max_examples=40)
@given(histories())
def test_what_is_imported_is_all_there_and_a_second_time_changes_nothing(
    history: HistoryLines,
) -> None:
    with a_file() as file:
        assert import_history(file, history) == Merged(added=len(history.ids))
        assert_same(told(file), history)
        assert import_history(file, told(file)) == Merged(known=len(history.ids))
        assert_same(told(file), history)


@settings(max_examples=40)
@given(histories(few_ids), histories(few_ids), histories(few_ids))
def test_machines_that_hear_of_each_other_in_any_order_agree(
    one: HistoryLines, other: HistoryLines, third: HistoryLines
) -> None:
    with a_file() as here, a_file() as there:
        for history in (one, other, third):
            import_history(here, history)
        for history in (third, one, other, third):
            import_history(there, history)
        assert_same(told(here), told(there))


def test_a_break_that_is_open_here_is_left_to_the_app(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    history = History.open(file)
    story = history.open_break(AT, 2700)
    history.keep_prompt(story, AT)
    (here,) = all_kept(file).breaks
    elsewhere = replace(here, outcome=Outcome.AWAY, closed_at=AT)
    assert import_history(file, HistoryLines((elsewhere,))) == Merged(known=1)
    history.keep_snooze(story, AT, 300)
    history.close_break(story, Outcome.SKIPPED, AT)
    history.close()
    assert history.trouble is None
    (kept,) = all_kept(file).breaks
    assert (kept.outcome, len(kept.prompts), len(kept.snoozes)) == (Outcome.SKIPPED, 1, 1)


def test_where_a_row_cannot_be_written_nothing_of_the_import_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    sound = History.open(file)
    story = sound.open_break(AT, 2700)
    sound.close_break(story, Outcome.TAKEN, AT)
    sound.close()
    (kept,) = all_kept(file).breaks
    good, bad = replace(kept, id="good"), replace(kept, id="bad", sitting_seconds=-1.0)
    with pytest.raises(UnwritableHistoryError):
        import_history(file, HistoryLines((good, bad)))
    assert [each.id for each in all_kept(file).breaks] == [story]


def test_a_history_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableHistoryError, match="is a folder"):
        import_history(tmp_path, HistoryLines())


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    file = tmp_path / "endless.jsonl"
    with file.open("wb") as opened:
        opened.truncate(3_000_000_000)
    with pytest.raises(HistoryFileError, match=r"endless\.jsonl, line 1"):
        read_history_file(file)

"""The office's file beside the person's own: found, read, refused where it is locked."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.core.managed import Managed
from deskstretch.store.folders import find_folders
from deskstretch.store.managed_file import load_managed
from deskstretch.store.offer import load_offer
from deskstretch.store.settings_edit import set_value
from deskstretch.store.settings_file import SettingsFileError
from deskstretch.store.settings_in_force import SettingsInForce, load_in_force

OFFICE = """\
set_by = "Health at work"

[defaults.breaks]
interval_minutes = 50

[locked.snooze]
limit = 1
"""
MINE = "# mine\n[snooze]\nlimit = 7 # I like it\n"


@pytest.fixture
def managed(tmp_path: Path) -> Path:
    file = tmp_path / "etc" / "managed.toml"
    file.parent.mkdir()
    file.write_text(OFFICE)
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text(MINE)
    return file


def test_the_own_value_comes_back_when_the_lock_goes(own: Path, managed: Path) -> None:
    locked = load_in_force(own, [managed])
    assert locked.settings.snooze.limit == 1
    assert (locked.source_of("snooze.limit"), locked.own.settings.snooze.limit) == ("locked", 7)
    managed.unlink()
    free = load_in_force(own, [managed])
    assert free.settings.snooze.limit == 7
    assert own.read_text() == MINE


def test_other_values_are_written_beside_a_lock(own: Path, managed: Path) -> None:
    set_value(own, "breaks.interval_minutes", 40)
    in_force = load_in_force(own, [managed]).settings
    assert (in_force.breaks.interval_minutes, in_force.snooze.limit) == (40, 1)
    assert own.read_text().startswith(MINE)


def test_a_locked_key_is_refused_by_file_line_and_name(managed: Path) -> None:
    loaded = load_managed([managed])
    with pytest.raises(SettingsFileError) as refused:
        loaded.refuse_locked("snooze.limit")
    assert str(refused.value) == (
        f"{managed}, line 7: snooze.limit: is locked by Health at work; "
        "allowed: only 1, as set there"
    )
    loaded.refuse_locked("breaks.interval_minutes")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[locked.snooze]\nlimit = 99\n", 2, "locked.snooze.limit: 99 is out of range"),
        ("\n[locked\n", 2, "allowed: TOML"),
        ("[defaults.breaks]\nintervall = 3\n", 2, "did you mean breaks.interval_minutes"),
    ],
)
def test_a_fault_is_named_with_its_line_and_the_app_goes_on_without_it(
    own: Path, managed: Path, text: str, line: int, words: str
) -> None:
    managed.write_text(text)
    loaded = load_in_force(own, [managed])
    (fault,) = loaded.faults
    assert (fault.file, fault.line) == (managed, line)
    assert words in fault.words
    assert loaded.settings.snooze.limit == 7
    assert loaded.managed.managed == Managed()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\0" * 100_000])
def test_what_is_no_text_is_named_and_sets_nothing(managed: Path, content: bytes) -> None:
    managed.write_bytes(content)
    loaded = load_managed([managed])
    assert loaded.managed == Managed()
    assert str(managed) in loaded.faults[0].words


def test_the_first_file_there_is_counts(managed: Path, tmp_path: Path) -> None:
    loaded = load_managed([tmp_path / "missing.toml", managed])
    assert (loaded.file, loaded.managed.set_by) == (managed, "Health at work")
    assert load_managed([tmp_path / "missing.toml"]) == load_managed([])


def test_it_is_looked_for_where_a_system_keeps_settings_for_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'a'}:relative:{tmp_path / 'b'}")
    wanted = tuple(tmp_path / each / "deskstretch" / "managed.toml" for each in "ab")
    assert find_folders().managed_files == wanted
    assert find_folders({}).managed_files == wanted


def test_a_routine_that_there_is_not_is_a_fault_in_the_file_that_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    folders = find_folders()
    (managed,) = folders.managed_files
    managed.parent.mkdir()
    managed.write_text('[locked.breaks]\nlong_routine = "lunsh"\n')
    folders.settings_file.parent.mkdir()
    folders.settings_file.write_text('[breaks]\nshort_routine = "diner"\n')
    settings = load_in_force(folders.settings_file, folders.managed_files).settings
    mine, theirs = load_offer(folders, settings).routine_faults
    assert (mine.file, mine.line, mine.key) == (
        folders.settings_file, 2, "breaks.short_routine",
    )  # fmt: skip
    assert (theirs.file, theirs.line) == (managed, 2)
    assert theirs.key == "locked.breaks.long_routine"


def test_a_broken_own_file_keeps_what_the_person_had_and_the_lock(own: Path, managed: Path) -> None:
    before: SettingsInForce = load_in_force(own, [managed])
    own.write_text("[snooze\n")
    after = load_in_force(own, [managed], before.own.settings)
    assert after.settings == before.settings
    assert [fault.file for fault in after.faults] == [own]

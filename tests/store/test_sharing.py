"""Several machines, one folder: all of them end with the same history, whatever lies there."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from deskstretch.core.history_lines import HistoryLines, lines_of
from deskstretch.core.outcome import Outcome
from deskstretch.store.changing import changing
from deskstretch.store.forgetting import delete_days
from deskstretch.store.history import History
from deskstretch.store.machine import machine_id
from deskstretch.store.merging import import_history
from deskstretch.store.sharing import Shared, SharingError, share
from tests.store.few_breaks import MONDAY, a_break, an_absence, keep, kept_numbers


class Machine:
    """One computer with a history of its own."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.file = data / "history.sqlite3"
        self.id = machine_id(data)
        self._folder = folder

    def share(self, first_kept: date | None = None) -> Shared:
        return share(self.file, self._folder, self.id, first_kept)

    def numbers(self) -> set[int]:
        return kept_numbers(self.file)

    def files(self) -> list[Path]:
        return sorted(self._folder.glob(f"deskstretch-{self.id}-*"))

    def year_file(self) -> Path:
        return self._folder / f"deskstretch-{self.id}-2026.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(tmp_path: Path, folder: Path) -> Machine:
    desk = Machine(tmp_path / "desk", folder)
    keep(desk.file, a_break(1), a_break(2, days=1), an_absence(3))
    return desk


@pytest.fixture
def laptop(tmp_path: Path, folder: Path) -> Machine:
    laptop = Machine(tmp_path / "laptop", folder)
    keep(laptop.file, a_break(11), a_break(12, days=100))
    return laptop


def test_two_machines_end_with_the_same_history(desk: Machine, laptop: Machine) -> None:
    desk.share()
    told = laptop.share()
    assert told.merged.added == 3
    desk.share()
    assert desk.numbers() == laptop.numbers() == {1, 2, 3, 11, 12}


def test_each_writes_its_own_breaks_alone_and_only_when_they_changed(
    desk: Machine, laptop: Machine, folder: Path
) -> None:
    for machine in (desk, laptop, desk, laptop):
        machine.share()
    assert [file.name.removeprefix(f"deskstretch-{laptop.id}-") for file in laptop.files()] == [
        "2026.jsonl",
        "2027.jsonl",
    ]
    before = {file: (file.read_bytes(), file.stat().st_ino) for file in folder.iterdir()}
    assert len(before) == 3
    desk.share()
    keep(laptop.file, a_break(13, days=101))
    laptop.share()
    changed = [
        file.name for file, was in before.items() if (file.read_bytes(), file.stat().st_ino) != was
    ]
    assert changed == [f"deskstretch-{laptop.id}-2027.jsonl"]


def test_the_name_of_the_machine_is_in_no_file(desk: Machine, folder: Path) -> None:
    import socket

    desk.share()
    for file in folder.iterdir():
        assert socket.gethostname() not in file.name
        assert f'"{socket.gethostname()}"'.encode() not in file.read_bytes()


def test_a_break_that_is_still_open_waits_until_it_is_over(desk: Machine, laptop: Machine) -> None:
    app = History.open(desk.file)
    story = app.open_break(MONDAY, 2700)
    desk.share()
    laptop.share()
    assert len(laptop.numbers()) == 5
    app.close_break(story, Outcome.SKIPPED, MONDAY)
    app.close()
    desk.share()
    laptop.share()
    assert len(laptop.numbers()) == 6


def test_half_a_file_does_no_harm_and_is_read_once_it_is_whole(
    desk: Machine, laptop: Machine
) -> None:
    desk.share()
    file = desk.year_file()
    whole = file.read_bytes()
    for length in (0, 1, len(whole) // 2, len(whole) - 5):
        file.write_bytes(whole[:length])
        told = laptop.share()
        assert [line.partition(",")[0] for line in told.left_aside] == [str(file)]
        assert laptop.numbers() == {11, 12}
    file.write_bytes(whole)
    assert laptop.share().left_aside == ()
    assert laptop.numbers() == {1, 2, 3, 11, 12}


@pytest.mark.parametrize(
    "copy",
    [
        "deskstretch-{}-2026.sync-conflict-20261116-100000-ABCDEFG.jsonl",
        "deskstretch-{}-2026 (conflicted copy 2026-11-16 100000).jsonl",
        "deskstretch-{}-2026-OFFICE-PC.jsonl",
    ],
)
def test_copies_made_of_a_conflict_count_once(
    copy: str, desk: Machine, laptop: Machine, folder: Path
) -> None:
    desk.share()
    shutil.copy(desk.year_file(), folder / copy.format(desk.id))
    keep(desk.file, a_break(4, days=2))
    desk.share()
    laptop.share()
    assert laptop.numbers() == {1, 2, 3, 4, 11, 12}
    desk.share()
    assert desk.numbers() == laptop.numbers()
    assert (folder / copy.format(desk.id)).exists()


def test_anything_else_in_the_folder_is_left_aside(
    desk: Machine, laptop: Machine, folder: Path
) -> None:
    (folder / "notes.txt").write_text("dear diary")
    (folder / "deskstretch-export.jsonl").write_bytes(b"".join(lines_of(HistoryLines())))
    (folder / "deskstretch-strange.jsonl").write_bytes(b"\x00\xff" * 500)
    (folder / "deskstretch-folder.jsonl").mkdir()
    (folder / f".syncthing.deskstretch-{desk.id}-2026.jsonl.tmp").write_text("half")
    before = {each.name for each in folder.iterdir()}
    desk.share()
    told = laptop.share()
    assert len(told.left_aside) == 3
    assert laptop.numbers() == {1, 2, 3, 11, 12}
    assert before <= {each.name for each in folder.iterdir()}


def test_what_one_deletes_goes_on_all_and_does_not_come_back(
    desk: Machine, laptop: Machine, folder: Path
) -> None:
    desk.share()
    old = desk.year_file().read_bytes()
    laptop.share()
    desk.share()
    delete_days(laptop.file, MONDAY.date(), MONDAY.date())
    laptop.share()
    desk.share()
    assert desk.numbers() == laptop.numbers() == {2, 12}
    # An old copy turns up again, as they do.
    (folder / f"deskstretch-{desk.id}-2026.conflict.jsonl").write_bytes(old)
    for machine in (laptop, desk, laptop):
        machine.share()
    assert desk.numbers() == laptop.numbers() == {2, 12}


def test_what_was_deleted_comes_back_where_it_is_imported(desk: Machine, laptop: Machine) -> None:
    for machine in (desk, laptop, desk):
        machine.share()
    delete_days(desk.file, date.min, date.max)
    desk.share()
    laptop.share()
    assert desk.numbers() == laptop.numbers() == set()
    stale = desk.files()[-1]
    shutil.copy(stale, stale.with_name(stale.name.replace(".jsonl", ".conflict.jsonl")))
    import_history(desk.file, HistoryLines((a_break(1),)))
    for machine in (desk, laptop, desk):
        machine.share()
    assert desk.numbers() == laptop.numbers() == {1}


def test_years_without_a_break_have_no_file(desk: Machine) -> None:
    desk.share()
    delete_days(desk.file, date.min, date.max)
    desk.share()
    assert [file.name for file in desk.files()] == [f"deskstretch-{desk.id}-deleted.jsonl"]


def test_what_is_too_old_here_is_not_taken_over_but_stays_with_the_others(
    desk: Machine, laptop: Machine
) -> None:
    desk.share()
    laptop.share(first_kept=MONDAY.date() + timedelta(days=1))
    assert laptop.numbers() == {2, 11, 12}
    desk.share()
    assert desk.numbers() == {1, 2, 3, 11, 12}


def test_a_second_machine_with_the_same_id_loses_nothing(
    desk: Machine, tmp_path: Path, folder: Path
) -> None:
    twin_data = tmp_path / "twin"
    shutil.copytree(desk.file.parent, twin_data)
    twin = Machine(twin_data, folder)
    assert twin.id == desk.id
    keep(twin.file, a_break(21))
    keep(desk.file, a_break(22))
    for machine in (desk, twin, desk):
        machine.share()
    assert desk.numbers() == twin.numbers() == {1, 2, 3, 21, 22}


def test_a_folder_that_is_not_there_is_named_and_not_made(desk: Machine, folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(SharingError, match=f"The shared folder {folder} is not there."):
        desk.share()
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_named(desk: Machine, folder: Path) -> None:
    desk.year_file().mkdir()  # nobody, not even root, can put a file there
    with pytest.raises(SharingError, match=f"The shared folder {folder} cannot be used"):
        desk.share()
    assert not list(folder.glob(".*"))


def test_the_id_of_a_machine_stays_and_is_made_anew_where_it_is_spoiled(tmp_path: Path) -> None:
    first = machine_id(tmp_path / "new")
    assert machine_id(tmp_path / "new") == first
    (tmp_path / "new" / "machine-id").write_text("office-pc")
    assert machine_id(tmp_path / "new") not in (first, "office-pc")


def test_what_came_from_elsewhere_is_known_as_such(desk: Machine, laptop: Machine) -> None:
    desk.share()
    laptop.share()
    with changing(laptop.file) as connection:
        rows = connection.execute("SELECT machine, count(*) FROM elsewhere GROUP BY machine")
        assert rows.fetchall() == [(desk.id, 3)]

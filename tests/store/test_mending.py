"""A damaged history goes on with all that can be had, and nothing of the damaged file is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from deskstretch.core.outcome import Outcome
from deskstretch.core.settings import Settings
from deskstretch.store.backups import back_up
from deskstretch.store.folders import Folders
from deskstretch.store.forgetting import delete_days
from deskstretch.store.history import History
from deskstretch.store.mending import set_aside
from deskstretch.store.reading import damage_in, reading
from deskstretch.store.upkeep import keep_up
from tests.store.few_breaks import MONDAY, a_break, an_absence, keep, kept_numbers

BACKED_UP = set(range(1, 31))
SINCE = set(range(31, 61))
NEXT_WEEK = MONDAY.date() + timedelta(days=7)
CASES = 200


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A history, half of it in a backup, in one file without a log beside it."""
    file = tmp_path / "whole" / "history.sqlite3"
    keep(file, *(a_break(number, days=number) for number in BACKED_UP))
    with reading(file) as connection:
        back_up(connection, file, MONDAY.date())
    keep(file, *(a_break(number, days=number) for number in SINCE - {60}), an_absence(60))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return file


def folders(home: Path) -> Folders:
    return Folders(settings=home, data=home, logs=home, runtime=home)


def damaged(content: bytes, chance: random.Random) -> bytes:
    match chance.randrange(3):
        case 0:
            return content[: chance.randrange(len(content))]
        case 1:
            length = chance.choice((1, 16, 512, 8192))
        case _:
            length = 4096
    at = chance.randrange(100, len(content) - 1)  # the head's fields are another test's
    return content[:at] + chance.randbytes(min(length, len(content) - at)) + content[at + length :]


def test_damaged_at_two_hundred_places_it_is_mended_and_goes_on(
    whole: Path, tmp_path: Path
) -> None:
    chance = random.Random(7)
    content = whole.read_bytes()
    rescued = set_aside_count = 0
    for case in range(CASES):
        home = tmp_path / "home"
        shutil.copytree(whole.parent, home)
        file = home / whole.name
        spoilt = damaged(content, chance)
        file.write_bytes(spoilt)
        keep_up(folders(home), Settings(), NEXT_WEEK)
        app = History.open(file)
        story = app.open_break(MONDAY, 2700)
        app.close_break(story, Outcome.SKIPPED, MONDAY)
        app.close()
        assert app.trouble is None, case
        assert damage_in(file) == (), case
        assert kept_numbers(file) >= BACKED_UP, case
        for aside in set_aside(file):
            assert aside.read_bytes() == spoilt
            assert str(aside) in str(app.mended)
            set_aside_count += 1
        rescued += bool(kept_numbers(file) & SINCE)
        shutil.rmtree(home)
    print(f"{CASES} damaged files, {set_aside_count} set aside, {rescued} with rows since")
    assert set_aside_count > CASES / 2
    assert rescued > CASES / 2


def test_damaged_anywhere_in_its_head_it_is_mended_or_named_and_left_alone(
    whole: Path, tmp_path: Path
) -> None:
    content = whole.read_bytes()
    left_alone = []
    for at in range(100):
        home = tmp_path / "home"
        shutil.copytree(whole.parent, home)
        file = home / whole.name
        spoilt = content[:at] + bytes([content[at] ^ 0x7F]) + content[at + 1 :]
        file.write_bytes(spoilt)
        app = History.open(file)
        app.open_break(MONDAY, 2700)
        app.close()
        if app.trouble is None:
            assert kept_numbers(file) >= BACKED_UP, at
        else:
            assert file.read_bytes() == spoilt, at
            left_alone.append(at)
        shutil.rmtree(home)
    # What tells a newer version: of the format, or of these tables.
    assert set(left_alone) <= {18, 19, *range(44, 48), *range(60, 64)}


def test_damage_that_is_found_while_the_app_runs_is_mended_by_it(whole: Path) -> None:
    app = History.open(whole)
    own = app.open_break(MONDAY, 2700)
    with whole.open("r+b") as opened:
        opened.truncate(3 * 4096)
    assert keep_up(folders(whole.parent), Settings(), NEXT_WEEK).is_damaged
    app.try_again()
    app.keep_prompt(own, MONDAY)
    app.close()
    assert app.trouble is None
    assert app.mended is not None
    assert damage_in(whole) == ()
    assert kept_numbers(whole) >= BACKED_UP
    later = History.open(whole)
    assert later.mended is None
    later.close()


def test_what_is_deleted_leaves_the_files_set_aside_too(whole: Path) -> None:
    with whole.open("r+b") as opened:
        opened.truncate(3 * 4096)
    keep_up(folders(whole.parent), Settings(), NEXT_WEEK)
    History.open(whole).close()
    assert len(set_aside(whole)) == 1
    delete_days(whole, MONDAY.date(), MONDAY.date())
    assert set_aside(whole) == ()

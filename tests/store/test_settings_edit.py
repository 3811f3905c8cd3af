"""One value is set; every comment, every other line and a broken file stay as they are."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.declaration import declarations
from deskstretch.core.settings import Settings
from deskstretch.store.settings_edit import set_value, text_of_defaults
from deskstretch.store.settings_file import SettingsFileError, load

MINE = """\
# My settings
[snooze] # when I am busy
limit = 1   # one is enough

[breaks]
# longer since the holidays
interval_minutes = 60
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_value_is_replaced_and_all_else_stays(file: Path) -> None:
    file.write_text(MINE)
    set_value(file, "breaks.interval_minutes", 50)
    assert file.read_text() == MINE.replace("60", "50")
    assert load(file).settings.breaks.interval_minutes == 50


def test_a_new_key_joins_its_table(file: Path) -> None:
    file.write_text(MINE)
    set_value(file, "snooze.minutes", 10)
    assert load(file).settings.snooze.minutes == 10
    assert load(file).settings.snooze.limit == 1
    for line in MINE.splitlines():
        assert line in file.read_text().splitlines()


def test_a_new_table_is_added(file: Path) -> None:
    file.write_text(MINE)
    set_value(file, "desk.spare_areas", ("knees", "neck"))
    assert file.read_text().startswith(MINE)
    assert load(file).settings.desk.spare_areas == ("knees", "neck")
    assert load(file).faults == ()


def test_the_first_value_makes_a_commented_file_for_this_person_alone(file: Path) -> None:
    file = file.parent / "new" / "settings.toml"
    set_value(file, "working_hours.friday", "09:00-13:00")
    assert load(file).settings.working_hours.friday == "09:00-13:00"
    default = '# friday = "always"'
    assert file.read_text() == text_of_defaults().replace(default, 'friday = "09:00-13:00"')
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_the_default_file_changes_nothing_and_names_every_setting_for_daily_use(file: Path) -> None:
    file.write_text(text_of_defaults())
    assert load(file) == load(file.parent / "missing")
    for declaration in declarations():
        assert (f"# {declaration.name} = " in file.read_text()) == (declaration.group != "trial")


def test_every_default_line_may_lose_its_hash(file: Path) -> None:
    names = {declaration.name for declaration in declarations()}
    file.write_text(
        "\n".join(
            line.removeprefix("# ") if line[2:].partition(" = ")[0] in names else line
            for line in text_of_defaults().splitlines()
        )
    )
    assert load(file).faults == ()
    assert load(file).settings == Settings()


@pytest.mark.parametrize("text", ["[breaks\n", "[breaks]\nlength = \n", "breaks = 3\n"])
def test_a_broken_file_is_not_written_into(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsFileError, match=r"settings\.toml"):
        set_value(file, "breaks.interval_minutes", 50)
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("key", "value"),
    [("breaks.interval_minutes", 5), ("breaks.intervall", 45), ("working_hours.monday", "9-5")],
)
def test_a_value_that_does_not_fit_is_not_written(file: Path, key: str, value: object) -> None:
    file.write_text(MINE)
    with pytest.raises(SettingsFileError, match="allowed"):
        set_value(file, key, value)
    assert file.read_text() == MINE


def test_a_linked_file_stays_a_link(file: Path) -> None:
    kept_elsewhere = file.parent / "dotfiles.toml"
    kept_elsewhere.write_text(MINE)
    file.symlink_to(kept_elsewhere)
    set_value(file, "snooze.limit", 3)
    assert file.is_symlink()
    assert "limit = 3" in kept_elsewhere.read_text()


def test_a_comment_inside_a_text_is_not_mistaken_for_a_setting(file: Path) -> None:
    file.write_text("[breaks]\nnote = '''\n# interval_minutes = 45\n'''\n")
    set_value(file, "breaks.interval_minutes", 50)
    assert load(file).settings.breaks.interval_minutes == 50
    assert "'''\n# interval_minutes = 45\n'''" in file.read_text()


names = st.text("abcdefghij klmno'\"\\#=\n[]é", max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    start=st.sampled_from(
        [
            "",
            MINE,
            MINE + "[desk]",
            MINE.replace("\n", "\r\n"),
            text_of_defaults(),
            "desk.ledge = true\n",
            "breaks = { length = 'short' }\ndesk = {}\n",
        ]
    ),
    areas=st.lists(names, max_size=4).map(tuple),
    interval=st.integers(20, 120),
)
def test_what_is_set_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, start: str, areas: tuple[str, ...], interval: int
) -> None:
    file = tmp_path_factory.getbasetemp() / "set.toml"
    file.write_text(start, newline="")
    before = load(file).settings
    set_value(file, "desk.spare_areas", areas)
    set_value(file, "breaks.interval_minutes", interval)
    loaded = load(file)
    assert loaded.faults == ()
    assert loaded.settings.desk.spare_areas == areas
    assert loaded.settings.breaks.interval_minutes == interval
    assert loaded.settings.snooze == before.snooze

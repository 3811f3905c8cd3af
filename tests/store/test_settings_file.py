"""A settings file with faults is read as far as it is good, and every fault says where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.settings import BreakSettings, DeskSettings, Settings
from deskstretch.store.settings_file import LARGEST_BYTES, SettingsFault, load
from deskstretch.store.toml_lines import line_of

LAST_GOOD = Settings(breaks=BreakSettings(interval_minutes=60, tolerance_minutes=5))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def only_fault(file: Path, text: str) -> SettingsFault:
    file.write_text(text, encoding="utf-8")
    (fault,) = load(file).faults
    assert fault.file == file
    return fault


def test_a_missing_file_means_the_defaults(file: Path) -> None:
    loaded = load(file, LAST_GOOD)
    assert loaded.settings == Settings()
    assert loaded.faults == ()
    assert not file.exists()


def test_what_is_named_is_used_and_the_rest_keeps_its_default(file: Path) -> None:
    file.write_text('[breaks]\ninterval_minutes = 30\n[desk]\nspare_areas = ["knees"]\n')
    loaded = load(file, LAST_GOOD)
    assert loaded.faults == ()
    assert loaded.settings == Settings(
        breaks=BreakSettings(interval_minutes=30), desk=DeskSettings(spare_areas=("knees",))
    )


def test_a_fault_costs_only_its_own_key_and_leaves_the_file_as_it_is(file: Path) -> None:
    text = "[breaks] # mine\ninterval_minutes = 500\ntolerance_minutes = 1\n"
    file.write_text(text)
    loaded = load(file, LAST_GOOD)
    assert loaded.settings.breaks == BreakSettings(interval_minutes=60, tolerance_minutes=1)
    assert file.read_text() == text


def test_a_value_out_of_range_names_file_line_key_and_what_is_allowed(file: Path) -> None:
    fault = only_fault(file, "[breaks]\n\ninterval_minutes = 500\n")
    assert fault.words == (
        f"{file}, line 3: breaks.interval_minutes: 500 is out of range; "
        "allowed: a whole number from 20 to 120"
    )


@pytest.mark.parametrize(
    ("text", "wrong", "allowed"),
    [
        ('[breaks]\ninterval_minutes = "an hour"', '"an hour" is not a number', "from 20 to 120"),
        ("[breaks]\ninterval_minutes = 45.5", "45.5 is not a whole number", "a whole number"),
        ("[breaks]\ninterval_minutes = true", "true is not a number", "a whole number"),
        ('[breaks]\nlength = "endless"', '"endless" is not one of', '"short" or "long"'),
        ("[snooze]\nminutes = 3", "3 is not one of the choices", "2, 5, 10 or 15"),
        ('[desk]\nfloor = "yes"', '"yes" is not true or false', "true or false"),
        ("[desk]\nleft_out = [1]", "[1] is not a list of texts", "a list of texts"),
        ("[trial]\nhold_seconds = nan", "nan is out of range", "a number from 0 to 7200"),
        ('[working_hours]\nmonday = "9-5"', "is not a span of time", '"09:00-12:30, 13:30-18:00"'),
        ("[working_hours]\nmonday = 9", "9 is not a text", '"always" or "off"'),
        ("\nlook = 3", "3 is not a table", "[look]"),
    ],
)
def test_each_kind_of_fault_says_what_was_wrong_and_what_is_allowed(
    file: Path, text: str, wrong: str, allowed: str
) -> None:
    fault = only_fault(file, text)
    assert wrong in fault.wrong
    assert allowed in fault.allowed
    assert fault.line == 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[breaks]\nintervall_minutes = 45", "breaks.interval_minutes"),
        ("[brakes]\ninterval_minutes = 45", "breaks"),
        ("interval_minutes = 45", "breaks.interval_minutes"),
        ("[look]\nmay_stand = true", "desk.may_stand"),
    ],
)
def test_an_unknown_key_comes_with_the_one_that_was_meant(
    file: Path, text: str, meant: str
) -> None:
    assert f"(did you mean {meant}?)" in only_fault(file, text).wrong


def test_a_key_like_none_other_comes_with_all_that_are_allowed(file: Path) -> None:
    fault = only_fault(file, "[snooze]\nxyzzy = 1")
    assert fault.wrong == "there is no such setting"
    assert fault.allowed == "minutes, limit"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[breaks]\ninterval_minutes = = 45", 2, 20),
        ("[breaks]\ninterval_minutes 45\n", 2, 18),
        ('[breaks]\nlength = """short\n\n', 3, None),
        ("[breaks]\nlimit = 1\nlimit = 2\n", 3, 10),
    ],
)
def test_broken_syntax_names_line_and_column_and_the_last_good_settings_stay(
    file: Path, text: str, line: int, column: int | None
) -> None:
    file.write_text(text)
    loaded = load(file, LAST_GOOD)
    (fault,) = loaded.faults
    assert (fault.line, fault.column) == (line, column)
    assert loaded.settings is LAST_GOOD
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"[breaks]\nlength = '\xff'", "UTF-8"),
        (b"#" * (LARGEST_BYTES + 1), "too large"),
        (b"x = " + b"[" * 10_000, "nested too deep"),
        (b"x = " + b"1" * 10_000, "digits"),
    ],
)
def test_a_file_that_is_no_settings_file_is_refused_whole(
    file: Path, content: bytes, wrong: str
) -> None:
    file.write_bytes(content)
    loaded = load(file, LAST_GOOD)
    (fault,) = loaded.faults
    assert wrong in fault.wrong
    assert loaded.settings is LAST_GOOD


def test_a_folder_in_place_of_the_file_is_a_fault(tmp_path: Path) -> None:
    loaded = load(tmp_path, LAST_GOOD)
    assert "cannot be read" in loaded.faults[0].words
    assert loaded.settings is LAST_GOOD


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf[breaks]\r\ninterval_minutes = 30\r\n")
    assert load(file).faults == ()
    assert load(file).settings.breaks.interval_minutes == 30


def test_faults_come_in_the_order_of_their_lines(file: Path) -> None:
    file.write_text("[look]\ntheme = 1\n[breaks]\nlength = 1\n[nowhere]\n")
    assert [fault.line for fault in load(file).faults] == [2, 4, 5]


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("[a]\nx = 1\n[b]\nx = 2\n", ("b", "x"), 4),
        ("a.x = 1\nb.x = 2\n", ("b", "x"), 2),
        ("\n\nb = { y = 1, x = 2 }\n", ("b", "x"), 3),
        ('[ "b" ]\n# x = 1\n"x" = 2', ("b", "x"), 3),
        ("[b]\ny = '''\nx = 1\n'''\nx = [\n 1,\n 2,\n]\nz = 1", ("b", "x"), 5),
        ("[b]\nx = 1", ("b",), 1),
        ("[b]\nx = 1", ("b", "y"), None),
    ],
)
def test_a_key_is_found_however_it_is_written(
    text: str, path: tuple[str, ...], line: int | None
) -> None:
    assert line_of(text, path) == line


values: st.SearchStrategy[object] = st.one_of(
    st.booleans(), st.integers(-10, 200), st.floats(), st.text(max_size=8), st.just([])
)
lines = st.one_of(
    st.sampled_from(["[breaks]", "[snooze]", "[look]", "[desk]", "[[desk]]", "[x.y]", "# c", ""]),
    st.builds(
        lambda key, value: f"{key} = {value!r}",
        st.sampled_from(["interval_minutes", "limit", "minutes", "length", "floor", "left_out"]),
        values,
    ),
    st.text(max_size=20),
)


@settings(max_examples=150, deadline=None)
@given(content=st.lists(lines, max_size=12))
def test_no_file_brings_the_program_down(
    tmp_path_factory: pytest.TempPathFactory, content: list[Any]
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text("\n".join(content), encoding="utf-8", newline="")
    before = file.read_bytes()
    loaded = load(file, LAST_GOOD)
    assert isinstance(loaded.settings, Settings)
    for fault in loaded.faults:
        assert str(file) in fault.words
        assert "\n" not in fault.words
    assert file.read_bytes() == before

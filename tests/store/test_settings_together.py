"""Several writers at one settings file, people and programs: nothing of anybody's gets lost."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.core.declaration import Declaration, declarations
from deskstretch.store import settings_edit
from deskstretch.store.settings_edit import set_value, text_of_defaults
from deskstretch.store.settings_file import SettingsFileError, load, parse

WRITES = 25
WRITER = """
import sys
from pathlib import Path
from deskstretch.store.settings_edit import set_value
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    set_value(Path(sys.argv[1]), sys.argv[2], 20 + number)
"""
KEYS = ("breaks.interval_minutes", "sound.volume", "history.keep_for_months")
BY_HAND = """\
# Mine: see the wiki before you change it.
[breaks] # times
interval_minutes = 60   # since the holidays

[future] # what a later version may know
colour = "teal" # keep
"""

comments = st.text("abc é#='\"[]\\", max_size=12).map(lambda text: f"# {text}")
strange = st.sampled_from(
    [
        'own_key = "x"',
        "own_list = [1, 2, # two\n  3]",
        'own_text = """\n# no comment\n[breaks]\n"""',
        "own_table = { a = 1, b = { c = 2 } }",
        "'quoted key' = true",
    ]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A sound file as a person may write it: comments, tables and keys that nobody declared."""
    lines = draw(st.lists(comments, max_size=2))
    wanted = ["breaks", "snooze", "desk", "future.deep", '"odd name"']
    for group in draw(st.permutations(wanted))[: draw(st.integers(0, 4))]:
        gap = draw(st.sampled_from(["", " ", "   "]))
        lines += [draw(st.sampled_from(["", *lines[:1]])), f"[{group}]{gap}{draw(comments)}"]
        if group == "breaks" and draw(st.booleans()):
            lines.append(f"interval_minutes{gap}={gap}{draw(st.integers(20, 120))} # now")
        if group == "snooze" and draw(st.booleans()):
            lines.append(draw(st.sampled_from(["limit = 1 # once", "# limit = 2"])))
        lines += draw(st.lists(comments, max_size=2))
        lines += draw(st.lists(strange, max_size=2, unique=True))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join("\n".join(lines).split("\n")) + draw(st.sampled_from(["", end]))


def fit_values(declaration: Declaration) -> st.SearchStrategy[object]:
    """Some values that fit: its default, and another one that is easily told."""
    others = {"breaks.interval_minutes": 77, "snooze.limit": 7, "desk.spare_areas": ("knees",)}
    return st.sampled_from([declaration.default, others.get(declaration.key, declaration.default)])


def foreign(data: object) -> object:
    """What the file says beyond declared settings."""
    known = {declaration.key for declaration in declarations()}
    if not isinstance(data, dict):
        return data
    return {
        group: {name: value for name, value in table.items() if f"{group}.{name}" not in known}
        for group, table in data.items()
        if isinstance(table, dict)
    }


def comment_lines(text: str) -> list[str]:
    """The lines that are comments of the person's own, without what stands commented out."""
    return [line for line in text.splitlines() if re.match(r"# (?!\w+ = )", line)]


@settings(max_examples=150)
@given(
    text=files(),
    changes=st.lists(
        st.sampled_from(declarations()).flatmap(
            lambda known: st.tuples(st.just(known), fit_values(known))
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_no_comment_and_no_foreign_key_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    changes: list[tuple[Declaration, object]],
) -> None:
    file = tmp_path_factory.getbasetemp() / "by_hand.toml"
    file.write_text(text, newline="")
    before = foreign(tomllib.loads(text))
    for declaration, value in changes:
        set_value(file, declaration.key, value)
        written = file.read_bytes().decode()
        after = foreign(tomllib.loads(written))
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        assert all(after.get(group) == table for group, table in before.items())
        assert all(line in written.splitlines() for line in comment_lines(text))
        loaded = load(file).settings
        assert getattr(getattr(loaded, declaration.group), declaration.name) == value


hostile: st.SearchStrategy[object] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from([10**400, "\n[breaks]", "\0", "'''", "\udcff", ["\udcff"], b"x", object()]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@settings(max_examples=200)
@given(declaration=st.sampled_from(declarations()), value=hostile)
def test_a_hostile_value_is_either_kept_as_it_is_meant_or_refused_and_nothing_written(
    tmp_path_factory: pytest.TempPathFactory, declaration: Declaration, value: object
) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.toml"
    file.write_text(BY_HAND)
    refused = None
    try:
        set_value(file, declaration.key, value)
    except SettingsFileError as error:
        refused = error
    if refused is not None:
        assert refused.fault.allowed
        assert file.read_text() == BY_HAND
    else:
        loaded = load(file)
        assert {fault.key for fault in loaded.faults} == {"future"}
        kept = getattr(getattr(loaded.settings, declaration.group), declaration.name)
        assert kept == (tuple(value) if isinstance(value, list) else value)
    assert 'colour = "teal" # keep' in file.read_text().splitlines()


@pytest.mark.parametrize("start", [BY_HAND, text_of_defaults(), ""])
def test_of_several_processes_that_write_at_once_no_change_is_lost(
    tmp_path: Path, start: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(start)
    writers = [
        subprocess.Popen(
            (sys.executable, "-c", WRITER, file, key, str(WRITES)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for key in KEYS
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(b"\n")
        writer.stdin.flush()
    while any(writer.poll() is None for writer in writers):
        parse(file, file.read_bytes().decode())  # whole at any moment
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    loaded = load(file).settings
    last = 20 + WRITES - 1
    assert (loaded.breaks.interval_minutes, loaded.sound.volume) == (last, last)
    assert loaded.history.keep_for_months == last
    for line in comment_lines(start):
        assert line in file.read_text().splitlines()
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".toml"] == [file.name]


def test_a_writer_that_hangs_holds_nobody_up_for_good(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(BY_HAND)
    holding = (
        "import sys, time\nfrom pathlib import Path\n"
        "from deskstretch.store.one_writer import one_writer\n"
        "with one_writer(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(600)\n"
    )
    with subprocess.Popen(
        (sys.executable, "-c", holding, tmp_path), stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        set_value(file, "breaks.interval_minutes", 33)
        holder.kill()
    assert load(file).settings.breaks.interval_minutes == 33


def test_what_an_editor_saves_in_between_is_changed_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(BY_HAND)
    saved_by_hand = BY_HAND.replace("# Mine", "# Still mine") + "more = 1\n"
    plainly = settings_edit._with_value

    def slowly(text: str, group: str, name: str, value: object) -> str:
        if file.read_text() == BY_HAND:
            file.write_text(saved_by_hand)  # somebody saves while we think
        return plainly(text, group, name, value)

    monkeypatch.setattr(settings_edit, "_with_value", slowly)
    set_value(file, "breaks.interval_minutes", 33)
    assert file.read_text() == saved_by_hand.replace("60", "33")

"""Speaks a language in which every word stands in brackets, and looks for words without them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from deskstretch.commands import parser
from deskstretch.core.catalogue_language import in_language
from deskstretch.core.language import ENGLISH, speak
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.reasons import CAMERA, DO_NOT_DISTURB, INHIBITED, OUTSIDE_HOURS, PAUSED
from deskstretch.core.status_words import sitting_line, status_headline
from deskstretch.store import catalogue_file
from deskstretch.store.catalogue_file import LoadedCatalogue, load_catalogue
from tests.commands.programs import WORKING
from tests.commands.test_report import MONDAY, keep_two_breaks
from tests.core.shipped import shipped_catalogue
from tests.ui.made_up_languages import MARKED

_IN_BRACKETS = re.compile(r"«[^«»]*»")
_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{2,}(?![\w.-])")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\{[^{}]*\}")
"""What a person wrote, and values and lists of them."""
_PATH = re.compile(r"/\S+")
_KEPT = {"DeskStretch", "deskstretch", "Python", *parser._MODULES}
"""Names that are the same in every language, with those of the commands and below."""
_KEPT_BELOW = {
    "check",
    "delete",
    "export",
    "get",
    "import",
    "list",
    "off",
    "on",
    "path",
    "set",
    "upkeep",
}

COMMANDS = """\
--help
break --help
snooze --help
pause --help
report --help
history --help
history delete --help
history import --help
settings --help
settings set --help
exercises --help
exercises show --help
demo --help
autostart --help
doctor --help
nonsense
break --x
break --routine a --exercise b
snooze x
snooze 5
pause x
pause --until x
demo --speed x
demo --speed
report --week x
report --week 2026-W60
report --month x
report --year x
report --format x
report --week 2026-W47
report --month 2026-11
report --year 2026
report --week 2025-W01
history
history check
history upkeep
history import junk.json
history delete x
history delete 2026-11-17..2026-11-16
history delete 2026-11-16
history delete --all
exercises show nonsense
exercises show chair-hamstri
exercises check junk.json
settings get breaks.nonsense
settings get breaks.interval
settings set breaks.interval_minutes x
settings set breaks.interval_minutes 3
settings set breaks.interval_minutes 3.5
settings set working_hours.monday x
settings set working_hours.monday 09:00-09:00
settings set look.theme x
settings set desk.chosen x
settings set sound.voice x
settings set review.summary_time x
settings set routines.x 3
settings set routines.X 3
settings set shortcuts.start x
settings set shortcuts.start B
settings set breaks.short_routine x
""".splitlines()


@pytest.fixture(autouse=True)
def brackets_are_spoken(monkeypatch: pytest.MonkeyPatch, throw_away_home: Path) -> Iterator[None]:
    """By every command, and in the words of the stretches."""
    monkeypatch.setattr(parser, "_speak_for", lambda _named: None)

    def load(own: Path | None = None) -> LoadedCatalogue:
        loaded = load_catalogue(own)
        return msgspec.structs.replace(
            loaded, catalogue=in_language(loaded.catalogue, MARKED.gettext)
        )

    monkeypatch.setattr(catalogue_file, "load_catalogue", load)
    monkeypatch.setenv("COLUMNS", "200")
    throw_away_home.mkdir()
    (throw_away_home / "junk.json").write_text('{"version": 1, "exercises": [3]}')
    monkeypatch.chdir(throw_away_home)
    keep_two_breaks(throw_away_home / "history.sqlite3", MONDAY)
    speak("x-made-up", MARKED)
    yield
    speak(ENGLISH, None)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_speaks_the_language_alone(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = said_by(command.split(), capsys)
    assert "«" in said
    assert words_left(said) == []


def test_every_stretch_is_told_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_by(["exercises"], capsys)
    assert words_left(re.sub(r"[a-z0-9]+(-[a-z0-9]+)+|^[a-z]+ ", "", said)) == []
    for exercise_id in shipped_catalogue().exercises:
        # Documents have names of their own; what a figure is made of is named as in its file.
        said, _, _file = said_by(["exercises", "show", exercise_id], capsys).partition("«Sources»")
        said = re.sub(r"\([a-z0-9-]+\)|\(«pose» [a-z0-9-]+", "", said)
        assert words_left(said) == []


def test_the_source_of_every_setting_is_told_in_the_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for line in said_by(["settings", "list"], capsys).splitlines():
        assert words_left(line.rpartition("#")[2]) == []


def test_the_page_of_a_week_is_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_by(["report", "--week", "2026-W47", "--format", "html"], capsys)
    body = said.partition("<body>")[2]
    assert words_left(re.sub(r"<[^<>]*>|&\w+;", " ", body)) == []


@pytest.mark.parametrize("state", StateName)
def test_how_things_stand_is_told_in_the_language(state: StateName) -> None:
    reasons = (CAMERA, DO_NOT_DISTURB, INHIBITED, OUTSIDE_HOURS, PAUSED)
    for changes in ({}, {"held_back_by": reasons}, {"next_prompt_at": MONDAY}):
        status: Status = msgspec.structs.replace(WORKING, state=state, **changes)
        assert words_left(f"{status_headline(status, MONDAY)} {sitting_line(status)}") == []


def test_the_search_finds_a_word_that_is_not_translated() -> None:
    assert words_left("«Held» «back»: camera in use") == ["camera", "in", "use"]


def said_by(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """All that the command prints."""
    with contextlib.suppress(SystemExit):
        parser.run(words)
    captured = capsys.readouterr()
    return captured.out + captured.err


def words_left(said: str) -> list[str]:
    """The words that do not come from the language."""
    kept = _KEPT | _KEPT_BELOW
    rest = _PATH.sub("", _QUOTED.sub("", _IN_BRACKETS.sub("", said)))
    return [word for word in _WORD.findall(rest) if word not in kept]

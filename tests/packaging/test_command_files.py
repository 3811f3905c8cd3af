"""The man page and the completions know every command, and what reads them understands them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from deskstretch.commands.parser import whole_parser
from make_command_files import commands, files, make

TREE = commands(whole_parser())
COMPLETIONS = [name for name in files() if name.startswith("completions/")]


def ran(*command: str) -> str:
    """What it prints; it must neither fail nor complain."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def made(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


def bash_offers(script: Path, *words: str) -> list[str]:
    """What bash would offer for the last of the words."""
    code = """
        source "$1"; shift
        COMP_WORDS=(deskstretch "$@"); COMP_CWORD=$#
        _deskstretch; printf '%s\\n' "${COMPREPLY[@]}"
    """
    return ran("bash", "-c", code, "bash", str(script), *words).split()


def test_the_commands_are_those_of_the_parser() -> None:
    names = [" ".join(command.words) for command in TREE]
    assert {"", "break", "status", "history delete", "settings set", "autostart on"} <= set(names)
    assert len(names) == len(set(names))


def test_the_man_page_names_every_command_and_option(made: Path) -> None:
    page = ran("groff", "-man", "-ww", "-Tascii", "-P-cbou", "-rLL=200n", f"{made}/deskstretch.1")
    for command in TREE:
        if not command.actions:
            assert " ".join(("deskstretch", *command.words)) in page
        for option in command.options:
            if "-h" not in option.option_strings:
                assert option.option_strings[-1] in page


@pytest.mark.parametrize("name", COMPLETIONS)
def test_each_completion_is_understood_by_its_shell(name: str, made: Path) -> None:
    shell = {"deskstretch.bash": "bash", "_deskstretch": "zsh", "deskstretch.fish": "fish"}
    ran(shell[Path(name).name], "-n", str(made / name))


@pytest.mark.parametrize("name", COMPLETIONS)
def test_each_completion_knows_every_command_and_option(name: str) -> None:
    known = set(re.split(r"[^\w-]+", files()[name]))
    for command in TREE:
        options = {option.option_strings[-1] for option in command.options}
        assert set(command.words) <= known
        assert {option.removeprefix("--") for option in options} <= known | {
            word.removeprefix("--") for word in known
        }


def test_bash_offers_each_command_its_actions_and_options(made: Path) -> None:
    script = made / "completions" / "deskstretch.bash"
    for command in TREE:
        options = [option.option_strings[-1] for option in command.options]
        assert bash_offers(script, *command.words, "-") == options
        assert set(command.actions) <= set(bash_offers(script, *command.words, ""))


def test_fish_offers_each_command_its_actions(made: Path) -> None:
    script = made / "completions" / "deskstretch.fish"
    for command in TREE:
        line = " ".join(("deskstretch", *command.words, ""))
        lines = ran("fish", "-N", "-c", f"source {script}; complete -C '{line}'").splitlines()
        offered = {each.split("\t")[0] for each in lines}
        if command.actions:
            assert offered == set(command.actions)


def test_a_file_is_offered_where_one_is_wanted(made: Path) -> None:
    script = made / "completions" / "deskstretch.bash"
    assert str(made / "deskstretch.1") in bash_offers(script, "history", "import", f"{made}/desk")
    assert str(made / "deskstretch.1") in bash_offers(script, "report", "--output", f"{made}/desk")
    assert bash_offers(script, "report", "--format", "p") == ["pdf"]

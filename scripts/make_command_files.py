"""Makes the man page and the shell completions from the parser of the command line.

They are made whenever a package is, and kept nowhere: so they cannot fall behind the commands.
"""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import msgspec

from deskstretch.commands.parser import whole_parser

FOLDER = Path(__file__).parents[1] / "build" / "linux"
_FILE_METAVARS = {"FILE", "DIR"}


class Command(msgspec.Struct, frozen=True):
    """One command, or one of its actions, as written about; `words` are what follows the name."""

    words: tuple[str, ...]
    help: str
    usage: str
    options: list[argparse.Action]
    arguments: list[argparse.Action]
    actions: dict[str, str]

    @property
    def takes_file(self) -> bool:
        """Whether a file is named behind it."""
        return any(argument.metavar in _FILE_METAVARS for argument in self.arguments)


def commands(parser: ArgumentParser, words: tuple[str, ...] = (), about: str = "") -> list[Command]:
    """The command itself, first, and all below it."""
    below: list[Command] = []
    actions: dict[str, str] = {}
    options, arguments = [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            actions = {each.dest: each.help or "" for each in action._choices_actions}
            for name, sub in action.choices.items():
                below += commands(sub, (*words, name), actions[name])
        elif action.option_strings:
            options.append(action)
        else:
            arguments.append(action)
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    return [Command(words, about, usage, options, arguments, actions), *below]


def man_page(tree: list[Command]) -> str:
    """deskstretch(1)."""
    return "\n".join(_man_lines(tree)) + "\n"


def _man_lines(tree: list[Command]) -> Iterator[str]:
    yield from (
        '.TH DESKSTRETCH 1 "" DeskStretch "User Commands"',
        ".SH NAME",
        r"deskstretch \- asks for a stretch at a good moment and guides it",
        ".SH SYNOPSIS",
        ".B deskstretch",
        r".RI [ COMMAND " " [ ARGUMENT ]...]",
        ".SH DESCRIPTION",
        "A tray app for people who sit all day. It notices how long somebody has been at the desk,",
        "waits for a good moment, asks for a stretch, guides it and keeps a record.",
        "Without a command the tray app starts; a second start shows the first one.",
        ".SH COMMANDS",
    )
    for command in tree[1:]:
        if command.actions and not command.arguments and len(command.options) == 1:
            continue  # only its actions can be called
        yield ".TP"
        yield f".B {_roff(command.usage.replace('[-h] ', '').replace(' [-h]', ''))}"
        yield _roff(_sentence(command.help))
        for action in (*command.arguments, *command.options):
            if action.help and "-h" not in action.option_strings:
                yield ".br"
                yield f"{_roff(_name(action))}: {_roff(_help(action))}."
    yield from (
        ".TP",
        r".B deskstretch \-\-version",
        "The version.",
        ".SH EXIT STATUS",
        "0 done, 1 could not, 2 wrong usage or bad input.",
        ".SH FILES",
        r".B deskstretch settings path",
        "names the settings file;",
        r".B deskstretch history check",
        "names the file of the history.",
        ".SH NOTES",
        "Stretching gently may make a long day easier. It is no treatment. If a stretch hurts,",
        "stop.",
    )


def bash_completion(tree: list[Command]) -> str:
    """What bash sources."""
    cases = [
        f'        {_bash_pattern(command)}) words="{" ".join(_next_words(command))}"'
        f"{' files=yes' if command.takes_file else ''} ;;"
        for command in reversed(tree)
    ]
    values = [
        f'        {option}) words="{" ".join(map(str, action.choices))}" ;;'
        for option, action in _options_with_values(tree).items()
        if action.choices
    ]
    files = "|".join(_file_options(tree))
    return "\n".join(
        (
            "# bash completion for deskstretch",
            "_deskstretch() {",
            '    local current=${COMP_WORDS[COMP_CWORD]} before="" word words="" files=""',
            '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
            '        [[ $word == -* ]] || before+=" $word"',
            "    done",
            "    case $before in",
            *cases,
            "    esac",
            "    case ${COMP_WORDS[COMP_CWORD-1]} in",
            *values,
            f'        {files}) words="" files=yes ;;',
            "    esac",
            '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"',
            '        [[ -z $files ]] || compgen -f -- "$current")',
            "}",
            "complete -o filenames -F _deskstretch deskstretch",
            "",
        )
    )


def zsh_completion(tree: list[Command]) -> str:
    """What zsh finds as `_deskstretch` on its fpath."""
    lines = ["#compdef deskstretch", "local before='' word", "local -a next"]
    lines += [
        'for word in "${(@)words[2,CURRENT-1]}"; do',
        '    [[ $word == -* ]] || before+=" $word"',
        "done",
        'case "${words[CURRENT-1]}" in',
        f"    {'|'.join(_file_options(tree))}) _files; return ;;",
    ]
    for option, action in _options_with_values(tree).items():
        if action.choices:
            lines.append(
                f"    {option}) compadd -- {' '.join(map(str, action.choices))}; return ;;"
            )
    lines += ["esac", 'case "$before" in']
    for command in reversed(tree):
        told = [f"{_quoted(f'{name}:{text}')}" for name, text in _told(command)]
        lines.append(f"    {_bash_pattern(command)}) next=({' '.join(told)})")
        lines.append(f"        {'_files' if command.takes_file else ':'} ;;")
    return "\n".join((*lines, "esac", "_describe deskstretch next", ""))


def fish_completion(tree: list[Command]) -> str:
    """What fish loads."""
    lines = ["complete -c deskstretch -f"]
    for command in tree:
        inside = [f"__fish_seen_subcommand_from {word}" for word in command.words]
        first = ["__fish_use_subcommand"] if not command.words else inside
        outside = [f"not __fish_seen_subcommand_from {' '.join(command.actions)}"]
        for name, text in command.actions.items():
            when = "; and ".join(first if not command.words else [*inside, *outside])
            lines.append(f"complete -c deskstretch -n '{when}' -a {name} -d {_quoted(text)}")
        when = "; and ".join(first)
        for option in command.options:
            line = f"complete -c deskstretch -n '{when}' -l {option.option_strings[-1][2:]}"
            if option.choices:
                line += f" -x -a '{' '.join(map(str, option.choices))}'"
            elif option.metavar in _FILE_METAVARS:
                line += " -r -F"
            elif option.nargs != 0:
                line += " -x"
            lines.append(line + (f" -d {_quoted(_help(option))}" if option.help else ""))
        if command.takes_file:
            lines.append(f"complete -c deskstretch -n '{when}' -F")
    return "\n".join((*lines, ""))


def files() -> dict[str, str]:
    """The text of every file, by its path."""
    tree = commands(whole_parser())
    return {
        "deskstretch.1": man_page(tree),
        "completions/deskstretch.bash": bash_completion(tree),
        "completions/_deskstretch": zsh_completion(tree),
        "completions/deskstretch.fish": fish_completion(tree),
    }


def make(folder: Path = FOLDER) -> None:
    """Write all files to `folder`."""
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _next_words(command: Command) -> list[str]:
    return [name for name, _ in _told(command)]


def _told(command: Command) -> list[tuple[str, str]]:
    options = [(option.option_strings[-1], _help(option)) for option in command.options]
    return [*command.actions.items(), *options]


def _options_with_values(tree: list[Command]) -> dict[str, argparse.Action]:
    options = [option for command in tree for option in command.options]
    return {option.option_strings[-1]: option for option in options if option.nargs != 0}


def _file_options(tree: list[Command]) -> list[str]:
    values = _options_with_values(tree).items()
    return [name for name, option in values if option.metavar in _FILE_METAVARS]


def _bash_pattern(command: Command) -> str:
    words = " ".join(("", *command.words))
    return f'"{words}"|"{words} "*' if words else '""'


def _name(action: argparse.Action) -> str:
    name = action.option_strings[-1] if action.option_strings else ""
    return f"{name} {action.metavar or ''}".strip() if action.nargs != 0 else name


def _help(action: argparse.Action) -> str:
    return (action.help or "") % {"default": action.default} if action.help else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")


if __name__ == "__main__":
    make()

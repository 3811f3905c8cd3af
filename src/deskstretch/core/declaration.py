"""The settings' declarations, read out: what each key means, allows, and whether a value fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from deskstretch.core.settings import Settings
from deskstretch.core.working_hours import parse_day

_HOURS_GROUP = "working_hours"
_SHOWN_LETTERS = 40


class Declaration(msgspec.Struct, frozen=True):
    """One setting as a person meets it; `key` is "group.name"."""

    group: str
    name: str
    title: str
    help: str
    allowed: str
    """What may stand there, in words that follow "allowed:"."""
    default: Any
    type: Any
    """The annotated type that decides."""

    @property
    def key(self) -> str:
        """The key as commands and messages name it."""
        return f"{self.group}.{self.name}"


class SettingFault(msgspec.Struct, frozen=True):
    """What is wrong with one key (or table), and what is allowed there."""

    key: str
    wrong: str
    allowed: str
    path: tuple[str, ...] = ()
    """The table and key of the file in which it stands, where `key` says more than these."""

    @property
    def place(self) -> tuple[str, ...]:
        """The table and key of the file in which it stands."""
        return self.path or tuple(self.key.split(".", 1))


@cache
def declarations() -> tuple[Declaration, ...]:
    """Every setting, in the order of the settings file."""
    return tuple(
        _declaration(group.name, field)
        for group in _groups()
        for field in msgspec.structs.fields(group.type)
    )


@cache
def group_helps() -> Mapping[str, str]:
    """Every group with the help text of its table, in the order of the settings file."""
    return {
        group.name: "\n".join(line.strip() for line in (group.type.__doc__ or "").splitlines())
        for group in _groups()
    }


def declaration_of(key: str) -> Declaration | None:
    """The setting of that key; None if there is none."""
    return next((known for known in declarations() if known.key == key), None)


def checked(declaration: Declaration, value: object) -> Any:
    """`value` as the setting keeps it. ValueError, with what is wrong in words, if it is unfit."""
    try:
        fit = msgspec.convert(value, declaration.type)
    except msgspec.ValidationError:
        raise ValueError(_misfit(declaration, value)) from None
    if declaration.group == _HOURS_GROUP:
        try:
            parse_day(fit)
        except ValueError as error:
            raise ValueError(str(error).partition(";")[0]) from None
    return fit


def shown(value: object) -> str:
    """A value as it would stand in the file, shortened if long."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            text = msgspec.json.encode(value).decode()
        case list() | tuple():
            text = f"[{', '.join(shown(item) for item in value)}]"
        case Mapping():
            return "a table"
        case _:
            text = str(value)
    return text if len(text) <= _SHOWN_LETTERS else f"{text[: _SHOWN_LETTERS - 1]}…"


def _groups() -> tuple[msgspec.structs.FieldInfo, ...]:
    """The tables that have declared keys; that of the routines has ids instead."""
    fields = msgspec.structs.fields(Settings)
    return tuple(field for field in fields if isinstance(field.default, msgspec.Struct))


def _declaration(group: str, field: msgspec.structs.FieldInfo) -> Declaration:
    base, *metas = get_args(field.type)
    meta: msgspec.Meta = metas[0]
    return Declaration(
        group=group,
        name=field.name,
        title=meta.title or field.name.replace("_", " ").capitalize(),
        help=meta.description or "",
        allowed=_allowed_words(base, meta),
        default=field.default,
        type=field.type,
    )


def _allowed_words(base: Any, meta: msgspec.Meta) -> str:
    if get_origin(base) is Literal:
        return _listed(get_args(base))
    if get_origin(base) is tuple:
        return 'a list of texts, like ["one", "two"]'
    if base is bool:
        return "true or false"
    if base is str:
        return f"a text like {_listed(meta.examples or ())}"
    number = "a whole number" if base is int else "a number"
    return f"{number} from {meta.ge} to {meta.le}"


def _listed(choices: Sequence[object]) -> str:
    *first, last = (shown(choice) for choice in choices)
    return f"{', '.join(first)} or {last}"


def _misfit(declaration: Declaration, value: object) -> str:
    base = get_args(declaration.type)[0]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if get_origin(base) is Literal:
        return f"{shown(value)} is not one of the choices"
    if base is int and is_number and not isinstance(value, int):
        return f"{shown(value)} is not a whole number"
    if base in (int, float) and is_number:
        return f"{shown(value)} is out of range"
    if base is str and isinstance(value, str):
        return f"{shown(value)} is not of that form"
    kinds = {int: "a number", float: "a number", bool: "true or false", str: "a text"}
    return f"{shown(value)} is not {kinds.get(base, 'a list of texts')}"

"""The settings' declarations, read out: what each key means, allows, and whether a value fits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from deskstretch.core.combination import parse_combination
from deskstretch.core.language import _
from deskstretch.core.running_text import one_of
from deskstretch.core.settings import Settings
from deskstretch.core.working_hours import HoursError, parse_day

_SHOWN_LETTERS = 40


class Declaration(msgspec.Struct, frozen=True):
    """One setting as a person meets it; `key` is "group.name"."""

    group: str
    name: str
    default: Any
    type: Any
    """The annotated type that decides."""

    @property
    def key(self) -> str:
        """The key as commands and messages name it."""
        return f"{self.group}.{self.name}"

    @property
    def title(self) -> str:
        """What it is called, in the language spoken."""
        # The weekdays are called by their names, which are among the texts elsewhere.
        return _(self._meta.title or self.name.replace("_", " ").capitalize())

    @property
    def help(self) -> str:
        """What it does, in the language spoken; may be empty."""
        return _(self._meta.description) if self._meta.description else ""

    @property
    def allowed(self) -> str:
        """What may stand there, in words that follow "allowed:"."""
        return _allowed_words(get_args(self.type)[0], self._meta)

    @property
    def _meta(self) -> msgspec.Meta:
        meta: msgspec.Meta = get_args(self.type)[1]
        return meta


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


def group_helps() -> Mapping[str, str]:
    """Every group with the help text of its table, in the order of the settings file."""
    return {group.name: _(group.type.about) for group in _groups()}


def declaration_of(key: str) -> Declaration | None:
    """The setting of that key; None if there is none."""
    return next((known for known in declarations() if known.key == key), None)


def checked(declaration: Declaration, value: object) -> Any:
    """`value` as the setting keeps it. ValueError, with what is wrong in words, if it is unfit."""
    try:
        fit = msgspec.convert(value, declaration.type)
    except msgspec.ValidationError:
        raise ValueError(_misfit(declaration, value)) from None
    match declaration.group:
        case "working_hours":
            _check_day(fit)
        case "shortcuts":
            parse_combination(fit)
    return fit


def shown(value: object) -> str:
    """A value as it would stand in the file, shortened if long."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            readable = value.encode(errors="replace").decode()
            text = msgspec.json.encode(readable).decode()
        case list() | tuple():
            text = f"[{', '.join(shown(item) for item in value)}]"
        case Mapping():
            return _("a table")
        case _:
            text = str(value)
    return text if len(text) <= _SHOWN_LETTERS else f"{text[: _SHOWN_LETTERS - 1]}…"


def not_a_table_words(value: object) -> str:
    """What is wrong with a value in the place of a table."""
    return _("{value} is not a table").format(value=shown(value))


def _check_day(text: str) -> None:
    try:
        parse_day(text)
    except HoursError as error:
        raise ValueError(error.wrong) from None


@cache
def _groups() -> tuple[msgspec.structs.FieldInfo, ...]:
    """The tables that have declared keys; that of the routines has ids instead."""
    fields = msgspec.structs.fields(Settings)
    return tuple(field for field in fields if isinstance(field.default, msgspec.Struct))


def _declaration(group: str, field: msgspec.structs.FieldInfo) -> Declaration:
    return Declaration(group=group, name=field.name, default=field.default, type=field.type)


def _allowed_words(base: Any, meta: msgspec.Meta) -> str:
    if get_origin(base) is Literal:
        return one_of(map(shown, get_args(base)))
    if get_origin(base) is tuple:
        return _('a list of texts, like ["one", "two"]')
    if base is bool:
        # Translators: "true" and "false" are written so in every language.
        return _("true or false")
    if meta.extra is not None:
        return _(str(meta.extra["allowed"]))
    if base is str:
        return _("a text like {examples}").format(examples=one_of(map(shown, meta.examples or ())))
    words = (
        _("a whole number from {least} to {most}")
        if base is int
        else _("a number from {least} to {most}")
    )
    return words.format(least=meta.ge, most=meta.le)


def _misfit(declaration: Declaration, value: object) -> str:
    base = get_args(declaration.type)[0]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if get_origin(base) is Literal:
        words = _("{value} is not one of the choices")
    elif base is int and is_number and not isinstance(value, int):
        words = _("{value} is not a whole number")
    elif base in (int, float) and is_number:
        words = _("{value} is out of range")
    elif base is str and isinstance(value, str):
        words = _("{value} is not of that form")
    elif base in (int, float):
        words = _("{value} is not a number")
    elif base is bool:
        words = _("{value} is not true or false")
    elif base is str:
        words = _("{value} is not a text")
    else:
        words = _("{value} is not a list of texts")
    return words.format(value=shown(value))

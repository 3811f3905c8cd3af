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


@cache
def declarations() -> tuple[Declaration, ...]:
    """Every setting, in the order of the settings file."""
    return tuple(
        _declaration(group.name, field)
        for group in msgspec.structs.fields(Settings)
        for field in msgspec.structs.fields(group.type)
    )


@cache
def group_helps() -> Mapping[str, str]:
    """Every group with the help text of its table, in the order of the settings file."""
    return {
        group.name: "\n".join(line.strip() for line in (group.type.__doc__ or "").splitlines())
        for group in msgspec.structs.fields(Settings)
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


def check_settings(
    data: Mapping[str, object], last_good: Settings
) -> tuple[Settings, tuple[SettingFault, ...]]:
    """Settings from the tables of a file, and the faults in them.

    A good value is used, a faulty one replaced by that of `last_good`; what is not named keeps its
    default.
    """
    faults: list[SettingFault] = []
    groups: dict[str, Any] = {}
    for group in msgspec.structs.fields(Settings):
        table = data.get(group.name, {})
        good_group = getattr(last_good, group.name)
        if isinstance(table, Mapping):
            groups[group.name], wrong = _check_group(group.name, group.default, table, good_group)
            faults += wrong
        else:
            groups[group.name] = good_group
            faults.append(SettingFault(group.name, f"{shown(table)} is not a table", _tables()))
    faults += [_unknown(name) for name in data if name not in groups]
    return Settings(**groups), tuple(faults)


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
    kinds = {int: "a number", float: "a number", bool: "true or false", str: "a text"}
    return f"{shown(value)} is not {kinds.get(base, 'a list of texts')}"


def _check_group(
    name: str, default: Any, table: Mapping[str, object], last_good: Any
) -> tuple[Any, list[SettingFault]]:
    faults: list[SettingFault] = []
    values: dict[str, Any] = {}
    for key, value in table.items():
        declaration = declaration_of(f"{name}.{key}")
        if declaration is None:
            faults.append(_unknown(key, name))
            continue
        try:
            values[key] = checked(declaration, value)
        except ValueError as error:
            values[key] = getattr(last_good, key)
            faults.append(SettingFault(declaration.key, str(error), declaration.allowed))
    return msgspec.structs.replace(default, **values), faults


def _unknown(name: str, group: str | None = None) -> SettingFault:
    name = name if name.isprintable() else shown(name)
    key = name if group is None else f"{group}.{name}"
    in_group = [known.name for known in declarations() if known.group == group]
    return SettingFault(key, unknown_words(key), ", ".join(in_group) or _tables())


def unknown_words(key: str) -> str:
    """That there is no such setting, and which one was most likely meant."""
    nearest = _nearest_key(key)
    return "there is no such setting" + (f" (did you mean {nearest}?)" if nearest else "")


def _nearest_key(key: str) -> str | None:
    from difflib import get_close_matches  # only after a slip of the pen

    name = key.rpartition(".")[2]
    elsewhere = {known.name: known.key for known in reversed(declarations())}
    if name in elsewhere:
        return elsewhere[name]
    whole = [*group_helps(), *(known.key for known in declarations())]
    if near := get_close_matches(key, whole, n=1, cutoff=0.75):
        return near[0]
    near = get_close_matches(name, elsewhere, n=1, cutoff=0.75)
    return elsewhere[near[0]] if near else None


def _tables() -> str:
    return f"the tables {', '.join(f'[{group}]' for group in group_helps())}"

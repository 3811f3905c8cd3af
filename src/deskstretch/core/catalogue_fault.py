"""What is wrong in a file of stretches, said with the path inside the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from deskstretch.core.language import N_, _
from deskstretch.core.running_text import one_of

_AT = " - at `"
_KEY_OF = "key` in `"
"""Stands before the path of an object of which not a value but a key is wrong."""
# "Expected `int`, got `str`", "Expected `int` >= 1", and our own "It is so, expected otherwise".
_SAID = re.compile(r"(?:(.*), e|E)xpected (.*?)(?:, got (.*))?", re.DOTALL)
_KIND = re.compile(r"\b(array|bool|float|int|null|object|str)\b")
_KIND_WORDS = {
    "array": N_("a list"),
    "bool": N_("true or false"),
    "float": N_("a number"),
    "int": N_("a whole number"),
    "null": "null",
    "object": N_("an object"),
    "str": N_("text"),
}
_BYTE = re.compile(r" ?\(byte (\d+)\)$")
_PLACE = re.compile(r"\.([^.\[]+)|\[(\d+)\]|\[\.\.\.\]")


class CatalogueFault(msgspec.Struct, frozen=True):
    """One fault: where, like "$.exercises[3].hold.max", what was found, and what is allowed.

    `allowed` is empty where nothing more can be said.
    """

    path: str
    what: str
    allowed: str = ""

    @property
    def text(self) -> str:
        """The fault in one line."""
        text = f"{self.path}: {self.what}"
        if self.allowed:
            text = _("{fault}; allowed: {allowed}").format(fault=text, allowed=self.allowed)
        # What stands in the file must neither break the line nor turn its direction.
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def fault_of(error: Exception, data: bytes, wanted: object, prefix: str = "$") -> CatalogueFault:
    """The fault of JSON `data` that could not be decoded as the type `wanted`.

    `prefix` is the path of `data` in its file; "$" means that it is the whole file.
    """
    match error:
        case msgspec.ValidationError():
            return fault_of_value(error, lambda: msgspec.json.decode(data), wanted, prefix)
        case RecursionError():
            return CatalogueFault(prefix, _("nested too deeply"), _allowed_at(wanted, ""))
        case UnicodeDecodeError(start=offset):
            what = _("the text is not UTF-8")
        case _:
            found = _BYTE.search(str(error))
            offset = int(found[1]) if found else len(data)
            what = _BYTE.sub("", str(error))
    if prefix == "$":
        line = data.count(b"\n", 0, offset) + 1
        column = offset - (data.rfind(b"\n", 0, offset) + 1) + 1
        what = _("{fault}, line {line}, column {column}").format(
            fault=what, line=line, column=column
        )
    return CatalogueFault(prefix, what, _("a JSON object"))


def fault_of_value(
    error: msgspec.ValidationError,
    look: Callable[[], Any],
    wanted: object,
    prefix: str,
    *,
    in_toml: bool = False,
) -> CatalogueFault:
    """The fault of a value that did not convert to the type `wanted`; `look` gives the value.

    In TOML, what is an object of JSON is called a table.
    """
    message, _at, inner = str(error).partition(_AT)
    inner = inner.removesuffix("`").removeprefix(_KEY_OF).removeprefix("$")
    path = prefix + inner
    match message.split("`"):
        case ["Object missing required field ", key, ""]:
            allowed = _("a table with {key}") if in_toml else _("an object with {key}")
            what = _("the key {key} is missing").format(key=key)
            return CatalogueFault(path, what, allowed.format(key=key))
        case ["Object contains unknown field ", key, ""]:
            what = _("unknown key {key}").format(key=key)
            return CatalogueFault(path, what, _allowed_at(wanted, inner))
    if message.startswith("Invalid enum value"):
        value = message.removeprefix("Invalid enum value ")
        what = _("unknown value {value}").format(value=value)
        return CatalogueFault(path, what, _allowed_at(wanted, inner))
    if "matching regex" in message:
        what = _("found {value}").format(value=_value_at(look(), inner))
        return CatalogueFault(path, what, _allowed_at(wanted, inner))
    said = _SAID.fullmatch(message.replace("`", ""))
    if said is None:
        return CatalogueFault(path, message)
    what, allowed, got = said.groups()
    found = _("found {value}").format(
        value=_in_words(got, in_toml) if got else _value_at(look(), inner)
    )
    return CatalogueFault(path, what or found, _in_words(allowed, in_toml))


def _in_words(kinds: str, in_toml: bool) -> str:
    """The decoder's names of kinds, "int | null", as a person says them."""

    def said(kind: str) -> str:
        if in_toml and kind == "object":
            return _("a table")
        return _(_KIND_WORDS[kind])

    return one_of(_KIND.sub(lambda found: said(found[0]), each) for each in kinds.split(" | "))


def _value_at(value: Any, path: str) -> str:
    """What stands at `path`, as JSON, shortened; the path is one that the decoder reported."""
    for found in _PLACE.finditer(path):
        key, index = found.groups()
        if key is None and index is None:
            return _("a value")
        value = value[key] if index is None else value[int(index)]
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else f"{text[:57]}..."


def _allowed_at(wanted: object, path: str) -> str:
    from deskstretch.core.allowed_values import allowed_inside  # hardly ever is anything wrong

    return allowed_inside(wanted, [found[1] for found in _PLACE.finditer(path)])

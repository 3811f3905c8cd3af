"""What is wrong in a file of stretches, said with the path inside the file."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from msgspec import inspect

_AT = " - at `"
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
        wanted = f"; allowed: {self.allowed}" if self.allowed else ""
        return f"{self.path}: {self.what}{wanted}"


def fault_of_syntax(error: Exception, data: bytes) -> CatalogueFault:
    """The fault of a file that is not JSON, by line and column."""
    if isinstance(error, RecursionError):
        return CatalogueFault("$", "nested too deeply", "the keys of exercises.schema.json")
    message = str(error)
    found = _BYTE.search(message)
    offset = int(found[1]) if found else len(data)
    line = data.count(b"\n", 0, offset) + 1
    column = offset - (data.rfind(b"\n", 0, offset) + 1) + 1
    what = f"{_BYTE.sub('', message)}, line {line}, column {column}"
    return CatalogueFault("$", what, "one JSON object")


def fault_of_value(
    error: Exception, data: bytes, wanted: object, prefix: str = "$"
) -> CatalogueFault:
    """The fault of JSON `data` that could not be decoded as the type `wanted`."""
    message, _, inner = str(error).partition(_AT)
    inner = inner.removesuffix("`").removeprefix("$")
    path = prefix + inner
    match message.split("`"):
        case ["Object missing required field ", key, ""]:
            return CatalogueFault(path, f"the key {key} is missing", f"an object with {key}")
        case ["Object contains unknown field ", key, ""]:
            return CatalogueFault(path, f"unknown key {key}", _allowed_at(wanted, inner))
    if message.startswith("Invalid enum value"):
        what = message.removeprefix("Invalid enum value ")
        return CatalogueFault(path, f"unknown value {what}", _allowed_at(wanted, inner))
    if ", got " in message:
        expected, _, got = message.replace("`", "").partition(", got ")
        return CatalogueFault(path, f"found {got}", expected.removeprefix("Expected "))
    what, _, expected = message.replace("`", "").rpartition("xpected ")
    what = what.removesuffix(", e").removesuffix("E") or f"found {_value_at(data, inner)}"
    if "matching regex" in expected:
        expected = _allowed_at(wanted, inner)
    return CatalogueFault(path, what, expected)


def _value_at(data: bytes, path: str) -> str:
    """The value itself, as JSON, shortened; the path is one that the decoder reported."""
    value: Any = msgspec.json.decode(data)
    for found in _PLACE.finditer(path):
        key, index = found.groups()
        if key is None and index is None:
            return "a value"
        value = value[key] if index is None else value[int(index)]
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else f"{text[:57]}..."


def _allowed_at(wanted: object, path: str) -> str:
    """What the type allows at `path`: keys of an object, names of an enumeration, or its words."""
    kinds = [inspect.type_info(wanted)]
    words = ""
    for found in (None, *_PLACE.finditer(path)):
        if found is not None:
            kinds = [inner for kind in kinds for inner in _inside(kind, found[1])]
        kinds, words = _unwrapped(kinds)
    names = [name for kind in kinds for name in _names(kind)]
    return ", ".join(names) or words


def _inside(kind: inspect.Type, key: str | None) -> list[inspect.Type]:
    match kind:
        case inspect.StructType(fields=fields) if key is not None:
            return [field.type for field in fields if field.encode_name == key]
        case inspect.DictType(value_type=value_type):
            return [value_type]
        case inspect.VarTupleType(item_type=item_type) | inspect.ListType(item_type=item_type):
            return [item_type]
        case inspect.TupleType(item_types=item_types):
            return list(item_types)
        case _:
            return []


def _unwrapped(kinds: list[inspect.Type]) -> tuple[list[inspect.Type], str]:
    """The bare types, out of annotations and unions, and the words that annotated them."""
    bare: list[inspect.Type] = []
    words = ""
    waiting = list(kinds)
    while waiting:
        match waiting.pop(0):
            case inspect.Metadata(type=inner, extra_json_schema=extra):
                words = (extra or {}).get("description", words)
                waiting.append(inner)
            case inspect.UnionType(types=types):
                waiting.extend(types)
            case kind:
                bare.append(kind)
    return bare, words


def _names(kind: inspect.Type) -> list[str]:
    match kind:
        case inspect.StructType(fields=fields):
            return [field.encode_name for field in fields]
        case inspect.EnumType(cls=cls):
            return [str(member.value) for member in cls]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
        case _:
            return []

"""What a type of a file of stretches allows at some place inside of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import inspect

from deskstretch.core.language import _
from deskstretch.core.running_text import listed


def allowed_inside(wanted: object, keys: Sequence[str | None]) -> str:
    """Keys of an object, names of an enumeration, or the words that the type is annotated with.

    `keys` lead there from the type `wanted`, one for each object or list, None for one of a list.
    """
    kinds, words = _unwrapped([inspect.type_info(wanted)])
    for key in keys:
        kinds, words = _unwrapped([inner for kind in kinds for inner in _inside(kind, key)])
    names = [name for kind in kinds for name in _names(kind)]
    return listed(names) or _(words)


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
        case inspect.DictType(key_type=key_type):
            return _names(key_type)
        case inspect.EnumType(cls=cls):
            return [str(member.value) for member in cls]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
        case _:
            return []

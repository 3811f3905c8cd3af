"""JSON by the compiled half of Python's own `json`, for a program that must be done at once.

The other half loads `re` and `enum`, which take longer than all else that `deskstretch status`
does. It is loaded only to say what is wrong in a text, and by a Python without the compiled half.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    import _json
except ImportError:
    _json = None  # type: ignore[assignment]


class _AsItStands:
    """How the scanner is to read: what JSON is, and no more."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_int, parse_float, parse_constant = int, float, float


def dumps(value: object) -> str:
    """`value` as JSON in one line. TypeError if it is not for JSON."""
    if _json is None:
        import json

        return json.dumps(value)
    encode = _json.make_encoder(
        None, _refuse, _json.encode_basestring_ascii, None, ": ", ", ", False, False, False
    )
    return "".join(encode(value, 0))


def loads(text: str) -> Any:
    """What `text` says. ValueError if it is no JSON; RecursionError."""
    if _json is not None:
        text = text.strip()
        settings: Any = _AsItStands
        try:
            value, end = _json.make_scanner(settings)(text, 0)
        except (StopIteration, SystemError):
            end = -1  # it cannot tell more without the other half
        if end == len(text):
            return value
    import json

    return json.loads(text)


def _refuse(value: object) -> None:
    raise TypeError(f"{type(value).__name__} is not for JSON")

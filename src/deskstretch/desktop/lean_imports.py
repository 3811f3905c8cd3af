"""Imports what is needed anyway, without what this program never asks of it.

In msgspec, Decimal numbers and UUIDs as such (ours are text, in files and in the history) are
0.6 MB; JSON Schemas, which only developers make, and the looking into types for them are 0.2 MB
more. Sockets would wait by selectors only while they send files: 0.1 MB.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskstretch.desktop.lean_pyside import UNUSED_BY_PYSIDE
from deskstretch.desktop.stand_ins import late, stand_ins


class _Never:
    """No value is an instance of this."""


class _SafeUUID:
    unknown = None


_UNUSED_BY_MSGSPEC: Mapping[str, Mapping[str, Any]] = {
    "decimal": {"Decimal": type("Decimal", (_Never,), {})},
    "uuid": {"UUID": type("UUID", (_Never,), {}), "SafeUUID": _SafeUUID},
    "msgspec.inspect": {},
    "msgspec._json_schema": {"schema": None, "schema_components": None},
}


def import_leanly() -> None:
    """To be called before anything else imports them, or any module that matters."""
    with stand_ins(UNUSED_BY_PYSIDE):
        import PySide6  # noqa: F401  (no Qt yet)
    with stand_ins(_UNUSED_BY_MSGSPEC):
        import msgspec  # noqa: F401
    with stand_ins({"selectors": {}}):
        import socket  # noqa: F401
    with stand_ins({"tempfile": {"gettempdir": late("tempfile", "gettempdir")}}):
        import platformdirs  # noqa: F401

"""Imports msgspec without what this program never gives it, nor asks it for.

Decimal numbers and UUIDs as such (ours are text, in files and in the history) are 0.6 MB; JSON
Schemas, which only developers make, and the looking into types for them are 0.2 MB more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskstretch.desktop.stand_ins import stand_ins


class _Never:
    """No value is an instance of this."""


class _SafeUUID:
    unknown = None


_UNUSED: Mapping[str, Mapping[str, Any]] = {
    "decimal": {"Decimal": type("Decimal", (_Never,), {})},
    "uuid": {"UUID": type("UUID", (_Never,), {}), "SafeUUID": _SafeUUID},
    "msgspec.inspect": {},
    "msgspec._json_schema": {"schema": None, "schema_components": None},
}


def import_msgspec() -> None:
    """To be called before anything else imports it."""
    with stand_ins(_UNUSED):
        import msgspec  # noqa: F401

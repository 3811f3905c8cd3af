"""Write resources/exercises.schema.json anew from the model: python scripts/exercise_schema.py."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from deskstretch.core.catalogue import CatalogueFile

SCHEMA_FILE = Path(__file__).parents[1] / "resources" / "exercises.schema.json"


def schema_text() -> str:
    """The JSON Schema of exercises.json, as the model in core has it."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "DeskStretch: stretches and routines",
    }
    schema = {**head, **msgspec.json.schema(CatalogueFile)}
    return json.dumps(_tidy(schema), indent=2) + "\n"


def _tidy(node: Any) -> Any:
    """The same schema with the indentation of docstrings taken out of its descriptions."""
    match node:
        case dict():
            return {
                key: inspect.cleandoc(value)
                if key == "description" and isinstance(value, str)
                else _tidy(value)
                for key, value in node.items()
            }
        case list() | tuple():
            return [_tidy(value) for value in node]
        case _:
            return node


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")

"""Functions of C libraries."""

from __future__ import annotations

from typing import Any


def declare(function: Any, result: Any, *arguments: Any) -> None:
    """Says of which types they are, where ctypes would take everything for an int."""
    function.restype, function.argtypes = result, arguments

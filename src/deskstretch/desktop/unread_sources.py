"""Keeps PySide from reading the source of everything that is imported after it.

It searches each module's text for its own name, to know where its optional "features" (snake_case,
properties) might be switched on, and Python's `linecache` then holds all these texts for good: over
3 MB here, and some 20 ms of the start. No feature is used in this program, and modules without a
source are taken for such by PySide itself.
"""

from __future__ import annotations

import sys
from typing import Any


def leave_sources_unread() -> None:
    """To be called before the modules that matter are imported. Loads PySide, but no Qt."""
    import PySide6  # noqa: F401

    # No public name of PySide's: where another version has none of this, nothing is lost.
    if feature := sys.modules.get("shibokensupport.feature"):
        vars(feature)["_mod_uses_pyside"] = _uses_features


def _uses_features(_module: Any) -> bool:
    return False

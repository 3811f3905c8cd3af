"""What every group of settings is."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the settings file: each field is a key, with its declaration as annotation."""

    about: ClassVar[str]
    """What the group is, as its help in the file and the window; marked for translation."""

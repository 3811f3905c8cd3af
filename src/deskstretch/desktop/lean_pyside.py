"""What PySide is imported without.

PySide unpacks its own Python modules from an archive at each start, and loads with them what makes
its help texts and stub files, on Python's tools to look into sources: 2 MB. The words of a failed
call need some of it; it is loaded then.

It also searches the source of every module that is imported for its own name, to know where its
optional "features" (snake_case, properties) might be switched on, and Python keeps all these texts
for good: over 3 MB more, and some 20 ms of the start. No feature is used in this program, and a
module without a source is taken by PySide for one without features.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from deskstretch.desktop.stand_ins import late


def _no_source(_module: object) -> NoReturn:
    raise OSError


UNUSED_BY_PYSIDE: Mapping[str, Mapping[str, Any]] = {
    "argparse": {},
    "ast": {"NodeVisitor": object},
    "bz2": {},
    "dis": {
        "COMPILER_FLAG_NAMES": {
            1: "OPTIMIZED",
            2: "NEWLOCALS",
            4: "VARARGS",
            8: "VARKEYWORDS",
            16: "NESTED",
            32: "GENERATOR",
            64: "NOFREE",
            128: "COROUTINE",
            256: "ITERABLE_COROUTINE",
            512: "ASYNC_GENERATOR",
        }
    },
    "inspect": {"getsource": _no_source},
    "linecache": {},
    "lzma": {},
    "shutil": {},
    "tempfile": {},
    "tokenize": {},
    "traceback": {},
    "urllib.parse": {"quote_from_bytes": late("urllib.parse", "quote_from_bytes")},
}

"""What SQLite calls a file that is to be opened in a certain way."""

from __future__ import annotations

from pathlib import Path


def sqlite_uri(file: Path, how: str) -> str:
    """For sqlite3.connect with uri=True; `how` is such as "mode=ro".

    As sqlite.org/uri.html has it. `Path.as_uri` would load all that Python knows of web addresses.
    """
    path = file.absolute().as_posix()
    for sign, written in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        path = path.replace(sign, written)
    root = "" if path.startswith("/") else "/"  # a drive of Windows comes below one
    return f"file://{root}{path}?{how}"

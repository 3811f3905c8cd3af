"""What is wrong with the history's file, in words a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from deskstretch.core.language import N_, _
from deskstretch.store.schema import NewerHistoryError

# Translators: these follow the name of a file, as in "history.sqlite3 is read-only".
_SAID_OF_ERRNO = {
    errno.EROFS: N_("is read-only"),
    errno.EACCES: N_("is read-only"),
    errno.EPERM: N_("is read-only"),
    errno.ENOSPC: N_("is on a full disk"),
    errno.EDQUOT: N_("is on a full disk"),
    errno.EISDIR: N_("is a folder"),
    errno.ENOTDIR: N_("is inside something that is not a folder"),
    errno.EEXIST: N_("is inside something that is not a folder"),
}
_SAID_OF_SQLITE = {
    sqlite3.SQLITE_READONLY: N_("is read-only"),
    sqlite3.SQLITE_PERM: N_("is read-only"),
    sqlite3.SQLITE_CANTOPEN: N_("cannot be opened"),
    sqlite3.SQLITE_FULL: N_("is on a full disk"),
    sqlite3.SQLITE_BUSY: N_("is locked by another program"),
    sqlite3.SQLITE_LOCKED: N_("is locked by another program"),
    sqlite3.SQLITE_NOTADB: N_("is damaged"),
    sqlite3.SQLITE_CORRUPT: N_("is damaged"),
    sqlite3.SQLITE_IOERR: N_("is on a disk that gives errors"),
}


def writing_trouble_words(file: Path, error: Exception) -> str:
    """One sentence that names the file and why it cannot be written."""
    if isinstance(error, NewerHistoryError):
        return _(
            "History is only read: {file} was written by a newer DeskStretch,"
            " and stays as it is until this one is updated."
        ).format(file=file)
    # Translators: {wrong} is as in "is read-only".
    words = _("History cannot be written: {file} {wrong}.")
    return words.format(file=file, wrong=_said_of(error))


def reading_trouble_words(file: Path, error: Exception) -> str:
    """One sentence that names the file and why it cannot be read."""
    # Translators: {wrong} is as in "is damaged".
    words = _("History cannot be read: {file} {wrong}.")
    return words.format(file=file, wrong=_said_of(error))


def is_locked(error: Exception) -> bool:
    """Whether another program holds the file, which passes by itself."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def is_damage(error: BaseException | None) -> bool:
    """Whether the file itself is wrong: no database, not these tables, or rows without sense."""
    match error:
        case NewerHistoryError() | OSError() | None:
            return False
        case sqlite3.Error():
            return (
                _primary_code(error)
                in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
                or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHORT_READ
            )
        case _:
            return True


def _said_of(error: Exception) -> str:
    match error:
        case NewerHistoryError():
            return _("was written by a newer DeskStretch")
        case OSError(errno=int(number)) if number in _SAID_OF_ERRNO:
            return _(_SAID_OF_ERRNO[number])
        case OSError(strerror=str(words)):
            return _("gives an error ({why})").format(why=words)
        case sqlite3.Error() if _primary_code(error) in _SAID_OF_SQLITE:
            return _(_SAID_OF_SQLITE[_primary_code(error)])
        case _:
            return _("gives an error ({why})").format(why=error)


def _primary_code(error: sqlite3.Error) -> int:
    # The extended code's low byte. Errors that Python itself raises have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF

"""Where a running app listens for commands, and whom both ends trust there.

Used by the command line before anything else, so it gets by with the cheapest modules: `pathlib`,
`contextlib`, `collections` and `socket` (which loads `selectors`) would each be felt in
`deskstretch status`.

There is no such socket on Windows yet (Python has no AF_UNIX there): a second start and the control
commands say so. An adapter for it belongs beside this file.
"""
# ruff: noqa: PTH100, PTH101, PTH102, PTH103, PTH108, PTH112, PTH120, SIM105

from __future__ import annotations

import _socket
import os
import stat
import struct
import sys

from deskstretch.core.language import _

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the price of typing
if TYPE_CHECKING:
    from collections.abc import Callable

MESSAGE_LIMIT_BYTES = 64 * 1024
"""Longest message either way, one line of JSON with its line end."""

_LINUX_UCRED = struct.Struct("3i")  # pid, uid, gid: unix(7)
_MAC_XUCRED = struct.Struct("=2Ih16I")  # version, uid, number of groups, groups: sys/ucred.h
_MAC_SOL_LOCAL, _MAC_LOCAL_PEERCRED = 0, 1  # sys/un.h
_PATH_LIMIT_BYTES = 104  # sun_path of macOS; Linux has 108

if sys.platform == "win32":

    def own_uid() -> int:
        return 0

else:
    own_uid = os.getuid


def runtime_folders() -> list[str]:
    """Where the app may listen, best first; it takes the first that it can write to.

    With DESKSTRETCH_HOME set that is inside of it, for several homes do not meet; if nothing can
    be written there, a folder of this home's own below the usual one.
    """
    home = os.environ.get("DESKSTRETCH_HOME")
    usual = _usual_runtime_folder()
    if not home:
        return [usual]
    home = os.path.abspath(home)
    return [f"{home}/run", f"{usual}-{_fingerprint(home):08x}"]


def _usual_runtime_folder() -> str:
    for folder in (os.environ.get("XDG_RUNTIME_DIR"), f"/run/user/{own_uid()}"):
        if folder and os.path.isdir(folder):
            return f"{folder}/deskstretch"
    return f"{os.environ.get('TMPDIR', '/tmp')}/deskstretch-{own_uid()}"


def _fingerprint(text: str) -> int:
    import zlib

    return zlib.crc32(os.fsencode(text))


def prepare_folder(folder: str) -> None:
    """Makes the folder for its owner alone; OSError if that cannot be had."""
    os.makedirs(os.path.dirname(folder), mode=0o700, exist_ok=True)
    try:
        os.mkdir(folder, mode=0o700)
    except FileExistsError:
        pass
    if not is_own_folder(folder):
        raise PermissionError(_("{folder}: not a folder of this user alone").format(folder=folder))
    os.chmod(folder, 0o700)


def is_own_folder(folder: str) -> bool:
    """Whether this is a real folder, no link, into which no other user can have put anything."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    others_may_write = sys.platform != "win32" and found.st_mode & 0o022
    return stat.S_ISDIR(found.st_mode) and found.st_uid == own_uid() and not others_may_write


def bind(listener: _socket.socket, folder: str) -> None:
    """Binds to the folder's socket, for its owner alone; a leftover of a crashed app gives way.

    To be called by the holder of the instance lock only: it owns whatever lies there.
    """
    remove(folder)
    umask = os.umask(0o177)
    try:
        _with_short_path(listener.bind, folder)
    finally:
        os.umask(umask)


def remove(folder: str) -> None:
    """Takes the folder's socket away, if there is one."""
    try:
        os.unlink(_socket_path(folder))
    except FileNotFoundError:
        pass


def connect(client: _socket.socket, folder: str) -> None:
    """Connects to the folder's socket; PermissionError if another user made or answers it."""
    if not os.path.lexists(folder):
        raise FileNotFoundError(folder)
    if not is_own_folder(folder):
        raise PermissionError(
            _("{folder}: not a folder of this user alone; nothing in it is trusted").format(
                folder=folder
            )
        )
    _with_short_path(client.connect, folder)
    if peer_uid(client) != own_uid():
        raise PermissionError(
            _("{folder}: another user answers there, who is not trusted").format(folder=folder)
        )


def _with_short_path(call: Callable[[str], None], folder: str) -> None:
    """Calls with the socket's path, or with a shorter name of it where it is too long."""
    path = _socket_path(folder)
    if len(os.fsencode(path)) < _PATH_LIMIT_BYTES:
        call(path)
        return
    if sys.platform != "linux":
        raise OSError(
            _("{path}: too long for a socket; choose a shorter DESKSTRETCH_HOME").format(path=path)
        )
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        call(_socket_path(f"/proc/self/fd/{handle}"))
    finally:
        os.close(handle)


def _socket_path(folder: str) -> str:
    return f"{folder}/control"


def peer_uid(connected: _socket.socket) -> int | None:
    """The user at the other end, as the kernel says it; None where it cannot be learnt."""
    if sys.platform == "linux":
        raw = connected.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, _LINUX_UCRED.size)
        uid: int = _LINUX_UCRED.unpack(raw)[1]
        return uid
    if sys.platform == "darwin":
        raw = connected.getsockopt(_MAC_SOL_LOCAL, _MAC_LOCAL_PEERCRED, _MAC_XUCRED.size)
        return int(_MAC_XUCRED.unpack(raw)[1])
    return None

"""What Qt does not offer for windows on X11, asked of Xlib over Qt's own connection."""

from __future__ import annotations

import ctypes

from PySide6.QtGui import QGuiApplication, QNativeInterface, QWindow

_Atom = ctypes.c_ulong


def has_compositor() -> bool:
    """Whether somebody composes the screen; if not, clear pixels come out black. Else True."""
    display = _display()
    if display is None:
        return True
    composing = _atom(display, b"_NET_WM_CM_S0")
    x11 = _x11()
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    return bool(x11.XGetSelectionOwner(display, composing))


def never_offer_focus(window: QWindow) -> None:
    """Keep window managers from "offering" the keyboard to a window that would not take it.

    Qt announces WM_TAKE_FOCUS for every window. Where the focused window closes, openbox then
    gives the keyboard to ours, which declines, and what is typed is lost.
    """
    display = _display()
    if display is None:
        return
    x11, handle = _x11(), ctypes.c_ulong(window.winId())
    take_focus = _atom(display, b"WM_TAKE_FOCUS").value
    protocols, count = ctypes.POINTER(_Atom)(), ctypes.c_int()
    if not x11.XGetWMProtocols(display, handle, ctypes.byref(protocols), ctypes.byref(count)):
        return
    kept = [atom for atom in protocols[: count.value] if atom != take_focus]
    x11.XFree(protocols)
    x11.XSetWMProtocols(display, handle, (_Atom * len(kept))(*kept), len(kept))


def _display() -> ctypes.c_void_p | None:
    """Qt's connection, None where there is no X11."""
    app = QGuiApplication.instance()
    native = app.nativeInterface() if isinstance(app, QGuiApplication) else None
    if not isinstance(native, QNativeInterface.QX11Application):
        return None
    # Without a screen Qt offers the interface all the same, with nothing behind it.
    return ctypes.c_void_p(native.display()) if native.display() else None


def _atom(display: ctypes.c_void_p, name: bytes) -> _Atom:
    x11 = _x11()
    x11.XInternAtom.restype = _Atom
    return _Atom(x11.XInternAtom(display, name, 0))


def _x11() -> ctypes.CDLL:
    return ctypes.CDLL("libX11.so.6")

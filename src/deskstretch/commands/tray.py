"""`deskstretch` alone: the tray app."""

from __future__ import annotations

from deskstretch.commands.screen import has_screen, say_no_screen


def run() -> int:
    """Run the app until it ends."""
    if not has_screen():
        return say_no_screen()
    from deskstretch.desktop.lean_imports import import_leanly

    import_leanly()
    from deskstretch.program import run as run_app

    return run_app()

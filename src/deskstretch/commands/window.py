"""`deskstretch window KIND`: one window of the app, which starts it and tells it what to do.

No command for people: it stands in no help.
"""

from __future__ import annotations

from deskstretch.commands.screen import has_screen, say_no_screen


def run(kind: str) -> int:
    """Show what the app orders until it is closed."""
    if not has_screen():
        return say_no_screen()
    from deskstretch.desktop.lean_imports import import_leanly

    import_leanly()
    from deskstretch.window_program import run as run_window

    return run_window(kind)

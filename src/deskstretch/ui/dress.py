"""What menus and windows need of Qt's application; an icon in a tray alone does without."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from deskstretch.ui.theme import Theme, palette_of


def dress(theme: Theme) -> None:
    """Have windows look like this from now on, bear the app's icon and tell what they are."""
    dress_menus(theme)
    dress_windows()


def dress_menus(theme: Theme) -> None:
    """Colours alone; they are the windows', too."""
    QApplication.setPalette(palette_of(theme))


def dress_windows() -> None:
    """All but the colours. To be called before the first window is built."""
    if not QApplication.windowIcon().isNull():
        return
    from deskstretch.ui.accessible import tell_roles
    from deskstretch.ui.tray.icon import app_icon

    QApplication.setWindowIcon(app_icon())
    tell_roles()

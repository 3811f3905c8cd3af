"""What windows and menus need of Qt's application; an icon in a tray alone does without."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from deskstretch.ui.accessible import tell_roles
from deskstretch.ui.theme import Theme, palette_of
from deskstretch.ui.tray.icon import app_icon


def dress(theme: Theme) -> None:
    """Have them look like this from now on, bear the app's icon and tell what they are."""
    QApplication.setPalette(palette_of(theme))
    if QApplication.windowIcon().isNull():
        QApplication.setWindowIcon(app_icon())
        tell_roles()

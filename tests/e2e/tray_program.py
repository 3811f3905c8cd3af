"""A program with a tray icon and a text field, for trying the virtual desktop itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QSystemTrayIcon

ICON_COLOUR = "#2F9C95"


def main() -> None:
    app = QApplication([])
    field = QLineEdit()
    field.setWindowTitle("Letter")
    field.resize(300, 80)
    field.textChanged.connect(lambda text: print(f"typed {text}", flush=True))
    field.show()
    pixmap = QPixmap(64, 64)
    pixmap.fill(QColor(ICON_COLOUR))
    tray = QSystemTrayIcon(QIcon(pixmap))
    tray.activated.connect(lambda _: print("tray icon clicked", flush=True))
    tray.show()
    app.exec()


if __name__ == "__main__":
    main()

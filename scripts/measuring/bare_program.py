"""The least that a tray program in PySide6 can be: an icon, a menu and nothing to do."""

from __future__ import annotations

import signal
import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
picture = QPixmap(24, 24)
picture.fill(QColor("teal"))
menu = QMenu()
menu.addAction("Nothing to do").setEnabled(False)
menu.addSeparator()
menu.addAction("Quit").triggered.connect(application.quit)
icon = QSystemTrayIcon(QIcon(picture))
icon.setContextMenu(menu)
icon.show()
sys.exit(application.exec())

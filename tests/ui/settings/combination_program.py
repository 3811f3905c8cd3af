"""Shows the settings of the shortcuts and prints what is entered for the first of them."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.theme import LIGHT

if __name__ == "__main__":
    app = QApplication(sys.argv)
    editor = CombinationEditor(LIGHT)
    editor.setWindowTitle("Keys under test")
    editor.value_entered.connect(lambda value: print(value, flush=True))
    editor.show()
    editor.setFocus()
    sys.exit(app.exec())

"""A text editor that keeps, in a file, what was typed into it and how often it lost the focus.

Run as a program of its own: `editor_program.py FILE`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Editor(QPlainTextEdit):
    """Fills the screen, so that whatever appears appears over it."""

    def __init__(self, kept_in: Path) -> None:
        super().__init__()
        self._kept_in = kept_in
        self._focus_losses = 0
        self._presses = 0
        self.setWindowTitle("Editor under test")
        self.textChanged.connect(self._keep)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_losses += 1
        self._keep()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._presses += 1
        self._keep()

    def _keep(self) -> None:
        kept = {
            "text": self.toPlainText(),
            "focus_losses": self._focus_losses,
            "presses": self._presses,
        }
        draft = self._kept_in.with_suffix(".draft")
        draft.write_text(json.dumps(kept))
        draft.replace(self._kept_in)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    editor = Editor(Path(sys.argv[1]))
    editor.showMaximized()
    sys.exit(app.exec())

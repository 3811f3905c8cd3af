"""Plays one file at a volume by the programs named, or all, and prints what became of each."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from deskstretch.desktop.first_program import FirstProgram
from deskstretch.desktop.sound.programs import LINUX

app = QCoreApplication(sys.argv)
file, volume, *only = sys.argv[1:]
programs = FirstProgram([way for way in LINUX if not only or way.program in only])
if int(volume) > 0:
    programs.done.connect(app.quit)
    programs.run(Path(file), int(volume))
    if programs.is_busy:
        app.exec()
for adapter in programs.adapters:
    print(f"{adapter.name}: {adapter.why_not}")
programs.close()

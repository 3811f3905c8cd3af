"""A report as a PDF: drawn without a screen, and without the page's coloured ground."""

from __future__ import annotations

import os
import subprocess
import sys

from deskstretch.wiring.report_pdf import pdf_of

PROGRAM = """
import sys
from deskstretch.wiring.report_pdf import pdf_of
sys.stdout.buffer.write(pdf_of("<h1>Your week</h1><p>1 of 2</p>", "Your week"))
"""


def test_it_is_drawn_where_there_is_no_screen() -> None:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    command = (sys.executable, "-c", PROGRAM)
    ended = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=60)
    assert ended.stdout.startswith(b"%PDF-")
    assert ended.stdout.rstrip().endswith(b"%%EOF")


def test_a_long_report_has_several_sheets(qapp: object) -> None:
    rows = "".join(f"<p>{number}</p>" for number in range(200))
    assert _sheets(pdf_of(rows, "Long")) > _sheets(pdf_of("<p>1</p>", "Short")) == 1


def _sheets(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")

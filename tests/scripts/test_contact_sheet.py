"""The contact sheets show every stretch."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import contact_sheet

SMALL_ENOUGH_FOR_A_README = 400_000


@pytest.mark.usefixtures("qapp")
def test_there_is_a_sheet_for_each_place_and_theme_and_a_small_one(tmp_path: Path) -> None:
    sheets = contact_sheet.render(tmp_path)
    assert sorted(path.name for path in sheets) == [
        "stretches-chair-dark.png",
        "stretches-chair-light.png",
        "stretches-floor-dark.png",
        "stretches-floor-light.png",
        "stretches-standing-dark.png",
        "stretches-standing-light.png",
        "stretches.png",
    ]
    assert not any(QImage(str(path)).isNull() for path in sheets)
    small = tmp_path / "stretches.png"
    assert QImage(str(small)).width() == 1200
    assert small.stat().st_size < SMALL_ENOUGH_FOR_A_README

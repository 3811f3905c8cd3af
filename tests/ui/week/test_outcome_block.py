"""Each outcome is told apart without its colour."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from deskstretch.core.outcome import Outcome
from deskstretch.ui.theme import LIGHT
from deskstretch.ui.week.outcome_block import paint_block

ONE_COLOUR = msgspec.structs.replace(
    LIGHT,
    **dict.fromkeys(("taken", "partly", "away", "skipped", "missed"), QColor("grey")),
)


def picture(outcome: Outcome, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_block(painter, ONE_COLOUR, outcome, QRectF(image.rect()), 4)
    painter.end()
    return image


@pytest.mark.parametrize("size", [QSize(44, 60), QSize(44, 12), QSize(12, 12)], ids=str)
@pytest.mark.usefixtures("qapp")
def test_blocks_of_one_colour_still_differ(size: QSize) -> None:
    pictures = {outcome: picture(outcome, size) for outcome in Outcome}
    for one, other in combinations(Outcome, 2):
        assert pictures[one] != pictures[other], (one, other)

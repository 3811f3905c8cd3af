"""Fonts as GTK's desktops name them."""

from __future__ import annotations

import pytest

from deskstretch.ui.desktop_font import font_named


@pytest.mark.parametrize(
    ("name", "families", "points"),
    [
        ("Cantarell 11", ["Cantarell"], 11),
        ("Sans 10", ["Sans"], 10),
        ("Noto Sans CJK JP 10.5", ["Noto Sans CJK JP"], 10.5),
        ("DejaVu Serif Bold Italic 12", ["DejaVu Serif"], 12),
        ("Ubuntu Semi-Bold Condensed 9", ["Ubuntu"], 9),
        ("DejaVu Sans Condensed, 10", ["DejaVu Sans Condensed"], 10),
        ("Noto Sans, Noto Sans CJK JP, Bold 10", ["Noto Sans", "Noto Sans CJK JP"], 10),
        ("Courier 10 Pitch 8", ["Courier 10 Pitch"], 8),
        ("Inter", ["Inter"], 10),
        ("Medium 14", ["Medium"], 14),
        ("", ["Sans"], 10),
        ("11", ["Sans"], 11),
        ("Inter 0", ["Inter 0"], 10),
        ("Inter nan", ["Inter nan"], 10),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_font_has_the_families_and_the_size_of_its_name(
    name: str, families: list[str], points: float
) -> None:
    font = font_named(name)
    assert font.families() == families
    assert font.pointSizeF() == points
    assert not font.bold()
    assert not font.italic()

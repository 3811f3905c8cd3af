"""What the figure wears and looks like, and the colours that follow from it."""

from __future__ import annotations

from typing import Final, Literal

import msgspec
from PySide6.QtGui import QColor

from deskstretch.core.figure.solids import Hair, Role
from deskstretch.core.settings import LookSettings
from deskstretch.ui.theme import Theme

Shirt = Literal["teal", "plum", "ochre", "slate"]
Skin = Literal["light", "medium", "tan", "dark"]


class FigureAppearance(msgspec.Struct, frozen=True):
    """How a person likes the figure to look; the values are those of the settings."""

    shirt: Shirt = "teal"
    skin: Skin = "light"
    hair: Hair = "short"


def appearance_of(look: LookSettings) -> FigureAppearance:
    """What the person chose in the settings."""
    return FigureAppearance(shirt=look.shirt, skin=look.skin, hair=look.hair)


class FigurePalette(msgspec.Struct, frozen=True):
    """The colours of one appearance in one theme."""

    hair: Hair
    """The shape of the hair goes with its colour."""
    colours: dict[Role, QColor]
    shade: QColor
    """What the far side of the body turns towards."""
    ground: QColor
    glow: QColor


_OF_A_PERSON: Final[frozenset[Role]] = frozenset(
    {"skin", "face", "nose", "ear", "hair", "scarf", "shirt", "sleeve"}
)
"""What a person chose of the figure is left as it is."""
_SHIRTS: Final[dict[Shirt, str]] = {
    "teal": "#2F9C95",
    "plum": "#8A5A8F",
    "ochre": "#CB8F37",
    "slate": "#5C7A99",
}
_SKINS: Final[dict[Skin, tuple[str, str]]] = {
    "light": ("#EFBFA2", "#43332D"),
    "medium": ("#D9A07B", "#3A2B25"),
    "tan": ("#B77B55", "#2C211C"),
    "dark": ("#7E5138", "#1D1614"),
}
"""The skin and the hair that goes with it."""


def palette_in(theme: Theme, appearance: FigureAppearance) -> FigurePalette:
    """The colours of an appearance in a theme; with high contrast things and floor stand out."""
    palette = figure_palette(appearance, theme.dark)
    if not theme.high_contrast:
        return palette
    away = 160 if theme.dark else 60
    colours = {
        role: colour if role in _OF_A_PERSON else colour.lighter(away)
        for role, colour in palette.colours.items()
    }
    return msgspec.structs.replace(palette, colours=colours, ground=theme.ground, glow=theme.coral)


def figure_palette(appearance: FigureAppearance, dark: bool) -> FigurePalette:
    """The colours of an appearance on light or dark paper."""
    skin, hair = (QColor(name) for name in _SKINS[appearance.skin])
    shirt = QColor(_SHIRTS[appearance.shirt])
    chair = QColor("#8E99AC" if dark else "#A9B0BA")
    if dark and appearance.hair != "none":
        hair = hair.lighter(150)
    colours: dict[Role, QColor] = {
        "skin": skin,
        "face": skin.lighter(103),
        "nose": skin.lighter(103),
        "ear": skin,
        "hair": hair,
        "scarf": shirt.lighter(118) if appearance.shirt != "teal" else QColor("#5C4A7D"),
        "shirt": shirt,
        "sleeve": shirt.lighter(106),
        "trousers": QColor("#5A6C93" if dark else "#3A4A68"),
        "shoe": QColor("#D9DEE8" if dark else "#DCE1EA"),
        "sole": QColor("#8E97A9" if dark else "#A3ACBD"),
        "chair": chair,
        "chair_back": chair.darker(106),
        "chair_metal": chair.darker(122),
        "wood": QColor("#A98359" if dark else "#C7A377"),
        "wood_edge": QColor("#8F6D49" if dark else "#B08C61"),
        "mat": QColor("#2C5A58" if dark else "#BFDDD6"),
        "wall": QColor("#3A4459" if dark else "#D8CFBE"),
        "roller": QColor("#D9775C" if dark else "#F0A38C"),
        "pillow": QColor("#C7B98F" if dark else "#E9D59B"),
        "towel": QColor("#E3C9A8" if dark else "#E2B98C"),
    }
    return FigurePalette(
        hair=appearance.hair,
        colours=colours,
        shade=QColor("#0D1220" if dark else "#1F2A44"),
        ground=QColor("#10141D" if dark else "#E6E1DA"),
        glow=QColor("#FF7F61" if dark else "#FF6B4A"),
    )

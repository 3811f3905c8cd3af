"""Colours by role, light and dark, plain or with high contrast.

Widgets take colours from a `Theme` and paint with them; there are no style sheets, so no text from
a file can ever become one.
"""

from __future__ import annotations

import math
from typing import Literal

import msgspec
from PySide6.QtGui import QColor, QPalette

ThemeChoice = Literal["system", "light", "dark"]
MotionChoice = Literal["system", "on", "off"]

_PALE_FROM = 0.18
"""The luminance from which on a fill contrasts more with black than with white."""


class Theme(msgspec.Struct, frozen=True):
    """One colour for each role.

    Text roles (ink, muted, teal_text, coral_text) have a contrast of at least 4.5:1 on paper, card
    and sand (teal_text and coral_text: on paper and card); `on_fill` has it on `teal_fill`.
    The rest are for shapes.
    """

    dark: bool
    paper: QColor
    """The ground of a window."""
    card: QColor
    ink: QColor
    muted: QColor
    """Text that matters less."""
    line: QColor
    """Hairlines and the outlines of quiet things."""
    sand: QColor
    """What is still empty: the ring's track, segments to come, number badges."""
    teal: QColor
    """Go, done, taken: shapes only."""
    teal_fill: QColor
    """A fill under small text in `on_fill`."""
    on_fill: QColor
    teal_text: QColor
    coral: QColor
    """Now, felt here: shapes only."""
    coral_text: QColor
    ground: QColor
    """The floor under the figure."""
    focus: QColor
    """The ring round what has the keyboard; at least 3:1 on paper and card."""
    taken: QColor
    partly: QColor
    away: QColor
    skipped: QColor
    missed: QColor
    high_contrast: bool = False
    """Text has at least 7:1, outlines and shapes at least 3:1, and cards have an outline."""


LIGHT = Theme(
    dark=False,
    paper=QColor("#F5F1E9"),
    card=QColor("#FFFFFF"),
    ink=QColor("#26304A"),
    muted=QColor("#5A6377"),
    line=QColor("#E4DED2"),
    sand=QColor("#EBE4D6"),
    teal=QColor("#2F9C95"),
    teal_fill=QColor("#237F79"),
    on_fill=QColor("#FFFFFF"),
    teal_text=QColor("#1D756F"),
    coral=QColor("#FF6B4A"),
    coral_text=QColor("#B93A1B"),
    ground=QColor("#E6E1DA"),
    focus=QColor("#26304A"),
    taken=QColor("#2F9C95"),
    partly=QColor("#8CD0C8"),
    away=QColor("#D9D2C3"),
    skipped=QColor("#F2B6A4"),
    missed=QColor("#FF6B4A"),
)

DARK = Theme(
    dark=True,
    paper=QColor("#171C28"),
    card=QColor("#222938"),
    ink=QColor("#EDEFF5"),
    muted=QColor("#A9B1C3"),
    line=QColor("#3B4459"),
    sand=QColor("#313A4D"),
    teal=QColor("#3FB0A8"),
    teal_fill=QColor("#24807A"),
    on_fill=QColor("#FFFFFF"),
    teal_text=QColor("#5CC4BC"),
    coral=QColor("#FF7F61"),
    coral_text=QColor("#FF8F75"),
    ground=QColor("#10141D"),
    focus=QColor("#EDEFF5"),
    taken=QColor("#3FB0A8"),
    partly=QColor("#2C6E6C"),
    away=QColor("#4A5468"),
    skipped=QColor("#8C5A50"),
    missed=QColor("#FF7F61"),
)


LIGHT_CONTRAST = Theme(
    dark=False,
    paper=QColor("#FFFFFF"),
    card=QColor("#FFFFFF"),
    ink=QColor("#000000"),
    muted=QColor("#262626"),
    line=QColor("#404040"),
    sand=QColor("#D9D9D9"),
    teal=QColor("#006059"),
    teal_fill=QColor("#004D48"),
    on_fill=QColor("#FFFFFF"),
    teal_text=QColor("#004D48"),
    coral=QColor("#B3260A"),
    coral_text=QColor("#8F1D06"),
    ground=QColor("#BDBDBD"),
    focus=QColor("#0039D6"),
    taken=QColor("#006059"),
    partly=QColor("#3D8F87"),
    away=QColor("#767676"),
    skipped=QColor("#C2573B"),
    missed=QColor("#8F1D06"),
    high_contrast=True,
)

DARK_CONTRAST = Theme(
    dark=True,
    paper=QColor("#000000"),
    card=QColor("#000000"),
    ink=QColor("#FFFFFF"),
    muted=QColor("#E6E6E6"),
    line=QColor("#BFBFBF"),
    sand=QColor("#333333"),
    teal=QColor("#5CE0D5"),
    teal_fill=QColor("#5CE0D5"),
    on_fill=QColor("#000000"),
    teal_text=QColor("#5CE0D5"),
    coral=QColor("#FF9A80"),
    coral_text=QColor("#FFB09B"),
    ground=QColor("#333333"),
    focus=QColor("#FFD84D"),
    taken=QColor("#5CE0D5"),
    partly=QColor("#2FA39A"),
    away=QColor("#8C8C8C"),
    skipped=QColor("#D98E7B"),
    missed=QColor("#FF9A80"),
    high_contrast=True,
)


def theme_of(choice: ThemeChoice, desktop_is_dark: bool, high_contrast: bool = False) -> Theme:
    """The theme that `choice` means on a desktop with these settings."""
    match choice:
        case "light" | "dark":
            dark = choice == "dark"
        case "system":
            dark = desktop_is_dark
    if high_contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def mark_on(theme: Theme, fill: QColor) -> QColor:
    """What stands out on a fill of any colour: the theme's darkest or its palest."""
    pale, deep = (theme.ink, theme.paper) if theme.dark else (theme.card, theme.ink)
    return deep if _luminance(fill) > _PALE_FROM else pale


def _luminance(colour: QColor) -> float:
    """Roughly the relative luminance of WCAG 2.2, from 0 to 1."""
    red, green, blue = (
        math.pow(channel, 2.2) for channel in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palette_of(theme: Theme) -> QPalette:
    """The palette for Qt's own widgets (menus, fields, tool tips), so that they match."""
    palette = QPalette(theme.card, theme.paper)
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.card),
        (role.AlternateBase, theme.paper),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.card),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.coral_text),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.Highlight, theme.teal_fill),
        (role.HighlightedText, theme.on_fill),
        (role.Link, theme.teal_text),
        (role.LinkVisited, theme.teal_text),
        (role.Accent, theme.teal_fill),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.muted)
    return palette

"""The colours can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from deskstretch.ui.theme import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    Theme,
    mark_on,
    palette_of,
    theme_of,
)

CONTRASTS = [
    pytest.param(LIGHT_CONTRAST, id="light-contrast"),
    pytest.param(DARK_CONTRAST, id="dark-contrast"),
]
THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), *CONTRASTS]
OUTCOMES = ("taken", "partly", "away", "skipped", "missed")


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, WCAG 2.2."""
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def test_the_contrast_measure_knows_black_on_white() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "card", "sand"])
@pytest.mark.parametrize("text", ["ink", "muted"])
def test_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("text", ["teal_text", "coral_text"])
def test_coloured_text_can_be_read_on_paper_and_card(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_text_of_a_filled_button_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_fill, theme.teal_fill) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_filled_buttons_and_the_focus_ring_stand_out(theme: Theme, ground: str) -> None:
    assert contrast(theme.teal_fill, getattr(theme, ground)) >= 3
    assert contrast(theme.focus, getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", CONTRASTS)
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_with_high_contrast_texts_and_shapes_stand_out_far(theme: Theme, ground: str) -> None:
    for text in ("ink", "muted", "teal_text", "coral_text"):
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= 7, text
    assert contrast(theme.on_fill, theme.teal_fill) >= 7
    for shape in ("line", "teal", "coral", "focus", *OUTCOMES):
        assert contrast(getattr(theme, shape), getattr(theme, ground)) >= 3, shape


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_mark_stands_out_on_every_outcomes_colour(theme: Theme, outcome: str) -> None:
    fill = getattr(theme, outcome)
    assert contrast(mark_on(theme, fill), fill) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_qts_own_widgets_can_be_read_too(theme: Theme) -> None:
    palette = palette_of(theme)
    role = QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= 4.5, text


def test_the_persons_choice_goes_before_the_desktops_setting() -> None:
    assert theme_of("light", desktop_is_dark=True) is LIGHT
    assert theme_of("dark", desktop_is_dark=False) is DARK
    assert theme_of("system", desktop_is_dark=True) is DARK
    assert theme_of("system", desktop_is_dark=False) is LIGHT


def test_high_contrast_comes_in_light_and_dark() -> None:
    assert theme_of("light", desktop_is_dark=True, high_contrast=True) is LIGHT_CONTRAST
    assert theme_of("system", desktop_is_dark=True, high_contrast=True) is DARK_CONTRAST

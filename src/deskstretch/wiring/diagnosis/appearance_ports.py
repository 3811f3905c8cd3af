"""Whether things move, how they stand out and what they look like, and who told."""

from __future__ import annotations

from PySide6.QtCore import Qt

from deskstretch.core.diagnosis import NotUsed, Port
from deskstretch.core.language import N_, _
from deskstretch.core.numbers import decimal_words
from deskstretch.core.settings import LookSettings
from deskstretch.desktop.appearance.port import (
    DARK,
    FONT,
    HIGH_CONTRAST,
    REDUCED_MOTION,
    Appearance,
)
from deskstretch.ui.theme_watcher import qt_tells_high_contrast


def appearance_ports(
    appearance: Appearance, look: LookSettings, *, has_screen: bool
) -> tuple[Port, ...]:
    """The motion and the contrast of the windows, their theme and their font."""
    contrast = appearance.high_contrast or (has_screen and qt_tells_high_contrast())
    match look.reduced_motion:
        case "on":
            motion = _("reduced, as the settings say")
        case "off":
            motion = _("not reduced, as the settings say")
        case "system":
            motion = _("reduced") if appearance.reduced_motion else _("as usual")
    by_qt = ("Qt",) if has_screen else ()
    return (
        _port(N_("motion"), motion, appearance, REDUCED_MOTION),
        _port(
            N_("contrast"),
            _("high") if contrast else _("as usual"),
            appearance,
            HIGH_CONTRAST,
            by_qt,
        ),
        _port(N_("theme"), _theme_words(appearance, look, has_screen), appearance, DARK, by_qt),
        _font_port(appearance, has_screen),
    )


def _theme_words(appearance: Appearance, look: LookSettings, has_screen: bool) -> str:
    match look.theme:
        case "light":
            return _("light, as the settings say")
        case "dark":
            return _("dark, as the settings say")
    return _("dark") if appearance.dark or (has_screen and _qt_tells_dark()) else _("light")


def _qt_tells_dark() -> bool:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _font_port(appearance: Appearance, has_screen: bool) -> Port:
    if appearance.font is not None:
        return _port(N_("font"), appearance.font, appearance, FONT)
    if not has_screen:
        return _port("font", _("no screen"), appearance, FONT)
    from PySide6.QtWidgets import QApplication

    font = QApplication.font()
    words = f"{font.family()} {decimal_words(font.pointSizeF())}"
    return _port("font", words, appearance, FONT, ("Qt",))


def _port(
    name: str, reading: str, appearance: Appearance, wish: str, also: tuple[str, ...] = ()
) -> Port:
    tried = [each for each in appearance.adapters if wish in each.tells]
    used = tuple(each.name for each in tried if each.why_not is None)
    not_used = (NotUsed(each.name, each.why_not) for each in tried if each.why_not is not None)
    return Port(name, used + also, reading, tuple(not_used))

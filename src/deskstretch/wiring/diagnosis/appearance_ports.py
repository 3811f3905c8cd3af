"""Whether things move and how they stand out, and who told."""

from __future__ import annotations

from deskstretch.core.diagnosis import NotUsed, Port
from deskstretch.core.language import N_, _
from deskstretch.core.settings import LookSettings
from deskstretch.desktop.appearance.port import HIGH_CONTRAST, REDUCED_MOTION, Appearance
from deskstretch.ui.theme_watcher import qt_tells_high_contrast


def appearance_ports(
    appearance: Appearance, look: LookSettings, *, has_screen: bool
) -> tuple[Port, Port]:
    """The motion and the contrast of the windows."""
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
    )


def _port(
    name: str, reading: str, appearance: Appearance, wish: str, also: tuple[str, ...] = ()
) -> Port:
    tried = [each for each in appearance.adapters if wish in each.tells]
    used = tuple(each.name for each in tried if each.why_not is None)
    not_used = (NotUsed(each.name, each.why_not) for each in tried if each.why_not is not None)
    return Port(name, used + also, reading, tuple(not_used))

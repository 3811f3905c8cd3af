"""Why the person must not be asked: ids that are kept and compared, and their words.

Imports no more than the language: `deskstretch status` says these words too, and is asked all day.
"""

from __future__ import annotations

from deskstretch.core.language import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.core.settings import DisturbanceSettings

CAMERA = "camera"
MICROPHONE = "microphone"
SCREEN_SHARING = "screen sharing"
FULL_SCREEN = "full screen"
DO_NOT_DISTURB = "do not disturb"
INHIBITED = "presentation or film"
PROGRAM = "program"
"""Of any program; `program_reason` names the one."""

PAUSED = "paused"
OUTSIDE_HOURS = "outside working hours"

_WORDS = {
    CAMERA: N_("camera in use"),
    MICROPHONE: N_("microphone in use"),
    SCREEN_SHARING: N_("screen is shared"),
    FULL_SCREEN: N_("full-screen window"),
    DO_NOT_DISTURB: N_("do not disturb"),
    INHIBITED: N_("presentation or film"),
    PAUSED: N_("paused"),
    OUTSIDE_HOURS: N_("outside working hours"),
}

_ORDER = (
    CAMERA, MICROPHONE, SCREEN_SHARING, FULL_SCREEN, INHIBITED, DO_NOT_DISTURB,
)  # fmt: skip
_PROGRAM_PREFIX = f"{PROGRAM}: "


def program_reason(name: str) -> str:
    """The reason that a program of this name runs."""
    return f"{_PROGRAM_PREFIX}{name}"


def reason_words(reason: str) -> str:
    """A reason as the person reads it: "camera in use"; as it stands if it is not known."""
    if reason.startswith(_PROGRAM_PREFIX):
        return _("{program} is running").format(program=reason.removeprefix(_PROGRAM_PREFIX))
    return _(_WORDS.get(reason, reason))


def in_order(reasons: Iterable[str]) -> tuple[str, ...]:
    """Each reason once, those that tell most first."""
    return tuple(sorted(set(reasons), key=lambda reason: (_rank(reason), reason)))


def is_heeded(reason: str, settings: DisturbanceSettings) -> bool:
    """Whether the settings let this reason hold a prompt back."""
    switches = {
        CAMERA: settings.camera,
        MICROPHONE: settings.microphone,
        SCREEN_SHARING: settings.screen_sharing,
        FULL_SCREEN: settings.full_screen,
        INHIBITED: settings.inhibitors,
        DO_NOT_DISTURB: settings.do_not_disturb,
    }
    return switches.get(reason, bool(settings.programs))


def _rank(reason: str) -> int:
    return _ORDER.index(reason) if reason in _ORDER else len(_ORDER)

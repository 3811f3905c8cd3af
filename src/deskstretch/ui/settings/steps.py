"""Changes made in the window: what they are, and what they are called when taken back."""

from __future__ import annotations

from typing import Any

from deskstretch.core.declaration import declaration_of, declarations
from deskstretch.core.language import _
from deskstretch.core.own_routines import routine_id_of, routine_key
from deskstretch.core.routine import Routine
from deskstretch.core.settings import Settings
from deskstretch.ui.settings.choices import ROUTINE_KEYS
from deskstretch.ui.settings.words import Choices, value_words

Step = tuple[tuple[str, Any], ...]
"""Keys and values: what one change makes of them, or what they were before it."""

_TRIAL = "trial"


def value_of(settings: Settings, key: str) -> Any:
    """What stands under the key; None for a routine that there is not."""
    routine_id = routine_id_of(key)
    if routine_id is not None:
        return {routine.id: routine for routine in settings.routines}.get(routine_id)
    group, _, name = key.partition(".")
    return getattr(getattr(settings, group), name)


def with_routine(settings: Settings, routine_id: str, routine: Routine | None) -> Step:
    """The changes that make the routine so; one that goes is no longer wished for either."""
    wished = [key for key in ROUTINE_KEYS if value_of(settings, key) == routine_id]
    reset = tuple((key, "") for key in wished if routine is None)
    return (*reset, (routine_key(routine_id), routine))


def without_trial(settings: Settings) -> Step:
    """The changes that end all trial times."""
    defaults = {each.key: each.default for each in declarations() if each.group == _TRIAL}
    return tuple(
        (key, value) for key, value in defaults.items() if value_of(settings, key) != value
    )


def words_of(step: Step, choices: Choices) -> str:
    """What comes back if the step is taken back: "Break after: back to 45 min"."""
    key, value = step[-1]
    declaration = declaration_of(key)
    if declaration is None:
        if value is None:
            return _("The new routine goes")
        return _("{routine}: as it was before").format(routine=value.name)
    if declaration.group == _TRIAL:
        return _("Trial times as they were")
    words = value_words(declaration, value, choices.get(key, ()))
    return _("{setting}: back to {value}").format(setting=declaration.title, value=words)

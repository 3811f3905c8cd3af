"""Which editor a setting gets: its declared type decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

import msgspec
from PySide6.QtGui import QColor

from deskstretch.core.declaration import Declaration
from deskstretch.ui.figure.appearance import FigureAppearance, figure_palette
from deskstretch.ui.settings.choice_editor import ChoiceEditor
from deskstretch.ui.settings.combination_editor import CombinationEditor
from deskstretch.ui.settings.editor import Editor, NamesEditor, SwitchEditor, TextEditor
from deskstretch.ui.settings.list_editor import ListEditor
from deskstretch.ui.settings.number_editor import NumberEditor
from deskstretch.ui.settings.routine_choice import RoutineChoice
from deskstretch.ui.settings.words import literal_choices, unit_words
from deskstretch.ui.theme import Theme


def make_editor(
    declaration: Declaration, theme: Theme, known: Sequence[tuple[str, str]] = ()
) -> Editor:
    """An editor for the setting; `known` is what may be in it if it is a list or names a routine.

    TypeError: a setting of a kind that there is no editor for.
    """
    base, meta = get_args(declaration.type)[:2]
    if get_origin(base) is Literal:
        choices = literal_choices(declaration)
        return ChoiceEditor(theme, choices, lambda value: _swatch(declaration.key, value))
    if get_origin(base) is tuple:
        return ListEditor(theme, known) if known else NamesEditor(theme)
    if base is bool:
        return SwitchEditor(theme)
    if base is int:
        return NumberEditor(theme, meta.ge, meta.le, unit_words(declaration))
    if declaration.group == "shortcuts":
        return CombinationEditor(theme)
    if base is str:
        return RoutineChoice(theme, known) if known else TextEditor(theme)
    raise TypeError(f"{declaration.key}: no editor for {base}")


def _swatch(key: str, value: Any) -> QColor | None:
    """The colour that the figure gets by this choice."""
    group, _, name = key.partition(".")
    if group != "look" or name not in ("shirt", "skin"):
        return None
    appearance = msgspec.structs.replace(FigureAppearance(), **{name: value})
    colours = figure_palette(appearance, dark=False).colours
    return colours["shirt" if name == "shirt" else "skin"]

"""The words the window has for groups and values, and what a search looks through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from deskstretch.core.declaration import Declaration, group_helps
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.numbers import decimal_words, percent_words
from deskstretch.core.running_text import listed
from deskstretch.core.words import second_words
from deskstretch.ui.settings.choice_words import choice_title

Choice = tuple[Any, str]
"""A value and its title."""
Choices = Mapping[str, Sequence[tuple[str, str]]]
"""By key of a setting that is a list, or names a routine: what may stand there."""

_UNITS = {"minutes": N_("min"), "seconds": N_("s"), "percent": N_("%")}
_GROUPS = {
    "breaks": N_("Breaks"),
    "snooze": N_("Snooze"),
    "asking": N_("Asking"),
    "working_hours": N_("Working hours"),
    "disturbance": N_("Disturbance"),
    "desk": N_("Desk"),
    "look": N_("Look"),
    "sound": N_("Sound"),
    "review": N_("Review"),
    "history": N_("History"),
    "sharing": N_("Sharing"),
    "trial": N_("Trial"),
    "routines": N_("Routines"),
    "starting": N_("Starting"),
    "shortcuts": N_("Shortcuts"),
}


def group_title(group: str) -> str:
    """What a group is called: "Working hours"."""
    return _(_GROUPS.get(group, _sentence(group.replace("_", " "))))


def group_paragraphs(group: str) -> str:
    """The explanation of a group, each paragraph on one line."""
    paragraphs = group_helps()[group].strip().split("\n\n")
    return "\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def unit_words(declaration: Declaration) -> str:
    """The unit of a number, by the last word of its name; empty if it has none."""
    return _(_UNITS.get(declaration.name.rpartition("_")[2], ""))


def unit_titles() -> tuple[str, ...]:
    """All units that there are."""
    return tuple(map(_, _UNITS.values()))


def value_words(declaration: Declaration, value: Any, known: Sequence[tuple[str, str]] = ()) -> str:
    """A value as the person reads it: "45 min", "On", "Knees, Neck"."""
    match value:
        case bool():
            return pgettext("switch", "On") if value else pgettext("switch", "Off")
        case int() | float():
            return _number_words(value, declaration.name.rpartition("_")[2])
        case str():
            title = dict(known).get(value) or choice_title(declaration.name, value)
            return title or pgettext("things of a list", "None")
        case tuple():
            return listed(title_of(each, known) for each in value) or pgettext(
                "things of a list", "None"
            )
        case _:
            return str(value)


def _number_words(value: float, unit: str) -> str:
    match unit:
        case "minutes":
            return _("{minutes} min").format(minutes=decimal_words(value))
        case "seconds":
            return second_words(decimal_words(value))
        case "percent":
            return percent_words(round(value))
        case _:
            return decimal_words(value)


def literal_choices(declaration: Declaration) -> tuple[Choice, ...]:
    """The choices of a setting that is one of a few values; none if it is of another kind."""
    base = get_args(declaration.type)[0]
    values = get_args(base) if get_origin(base) is Literal else ()
    return tuple((value, value_words(declaration, value)) for value in values)


def title_of(value: str, known: Sequence[tuple[str, str]]) -> str:
    """What an entry of a list is called; as it was written if nothing of that name is known."""
    return next((title for name, title in known if means(value, name, title)), value)


def means(written: str, name: str, title: str) -> bool:
    """Whether what stands in a file is the thing of that name: in any case, "knee" or "knees"."""
    wanted = written.strip().casefold()
    names = (name.casefold(), title.casefold())
    return bool(wanted) and any(wanted in (each, each.removesuffix("s")) for each in names)


def searched_text(declaration: Declaration, known: Sequence[tuple[str, str]] = ()) -> str:
    """All that a search for this setting looks through, in small letters."""
    titles = [title for _value, title in known]
    if not declaration.help:
        titles.append(group_paragraphs(declaration.group))
    titles += [title for _value, title in literal_choices(declaration)]
    titles += [declaration.title, declaration.help]
    parts = (group_title(declaration.group), declaration.key)
    return " ".join((*parts, *titles)).casefold()


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]

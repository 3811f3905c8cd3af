"""What the values of settings are called that are one of a few."""

from __future__ import annotations

from deskstretch.core.dates import day_name
from deskstretch.core.language import pgettext
from deskstretch.core.working_hours import WEEKDAYS


def choice_title(name: str, value: str) -> str:
    """The title of a value of the setting of that name; the value itself if it has none."""
    titles = _TITLES.get(name, _switch_titles)()
    return titles.get(value) or value[:1].upper() + value[1:]


def _switch_titles() -> dict[str, str]:
    return {
        "system": pgettext("choice", "System"),
        "auto": pgettext("choice", "Auto"),
        "on": pgettext("switch", "On"),
        "off": pgettext("switch", "Off"),
    }


def _length_titles() -> dict[str, str]:
    return {"short": pgettext("break", "Short"), "long": pgettext("break", "Long")}


def _strictness_titles() -> dict[str, str]:
    return {
        "gentle": pgettext("strictness", "Gentle"),
        "normal": pgettext("strictness", "Normal"),
        "firm": pgettext("strictness", "Firm"),
    }


def _asking_titles() -> dict[str, str]:
    return _switch_titles() | {
        "window": pgettext("asking by", "Window"),
        "notification": pgettext("asking by", "Notification"),
        "both": pgettext("asking by", "Both"),
    }


def _theme_titles() -> dict[str, str]:
    return _switch_titles() | {
        "light": pgettext("theme", "Light"),
        "dark": pgettext("theme", "Dark"),
    }


def _shirt_titles() -> dict[str, str]:
    return {
        "teal": pgettext("shirt", "Teal"),
        "plum": pgettext("shirt", "Plum"),
        "ochre": pgettext("shirt", "Ochre"),
        "slate": pgettext("shirt", "Slate"),
    }


def _skin_titles() -> dict[str, str]:
    return {
        "light": pgettext("skin", "Light"),
        "medium": pgettext("skin", "Medium"),
        "tan": pgettext("skin", "Tan"),
        "dark": pgettext("skin", "Dark"),
    }


def _hair_titles() -> dict[str, str]:
    return {
        "short": pgettext("hair", "Short"),
        "long": pgettext("hair", "Long"),
        "none": pgettext("hair", "None"),
        "headscarf": pgettext("hair", "Headscarf"),
    }


def _day_titles() -> dict[str, str]:
    return _switch_titles() | {day: day_name(number) for number, day in enumerate(WEEKDAYS)}


def _language_titles() -> dict[str, str]:
    """Each in itself, for whoever has to find it among words they cannot read."""
    return _switch_titles() | {
        "en": "English",
        "de": "Deutsch",
        "fr": "Français",
        "es": "Español",
        "ja": "日本語",
        "ar": "العربية",
    }


_TITLES = {
    "length": _length_titles,
    "strictness": _strictness_titles,
    "by": _asking_titles,
    "language": _language_titles,
    "theme": _theme_titles,
    "shirt": _shirt_titles,
    "skin": _skin_titles,
    "hair": _hair_titles,
    "summary_day": _day_titles,
}

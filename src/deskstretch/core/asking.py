"""By what the person is asked: the window, a notification, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from deskstretch.core.language import _, pgettext

if TYPE_CHECKING:
    from deskstretch.core.prompt import PromptContent

Wish = Literal["auto", "window", "notification", "both"]
Strictness = Literal["gentle", "normal", "firm"]
Answer = Literal["start", "snooze", "skip"]


class Surroundings(msgspec.Struct, frozen=True):
    """What this desktop lets a program do."""

    windows_stay_in_sight: bool
    """A window can be placed in the corner and kept above others, without taking the keyboard."""
    can_notify: bool
    """A notification either reaches the screen, or is told to have failed."""
    notifications_have_buttons: bool


class Asking(msgspec.Struct, frozen=True):
    """The way to ask; at least one of the two is true."""

    window: bool
    notification: bool
    why: str
    """In one sentence."""


def way_to_ask(wish: Wish, here: Surroundings, strictness: Strictness = "normal") -> Asking:
    """How to ask here, as near to what the person chose as this desktop lets one."""
    match strictness:
        case "firm":
            return Asking(True, False, _("You chose the firm way: the whole screen asks."))
        case "gentle":
            return _gentle_way(wish, here)
        case "normal":
            return _way_of(wish, here)


def way_to_wait(wish: Wish, here: Surroundings, strictness: Strictness = "normal") -> Asking:
    """How an unanswered prompt goes on to be there: a firm one waits as a normal one does."""
    return way_to_ask(wish, here, "normal" if strictness == "firm" else strictness)


def _gentle_way(wish: Wish, here: Surroundings) -> Asking:
    """The pill where it can be kept in sight, else a notification; where neither, the tray."""
    notifies = here.can_notify and (
        wish in ("notification", "both") or not here.windows_stay_in_sight
    )
    pill = not notifies or wish == "both"
    return Asking(pill, notifies, _("You chose the gentle way: no window comes by itself."))


def _way_of(wish: Wish, here: Surroundings) -> Asking:
    match wish:
        case "window":
            return Asking(True, False, _("You chose the window."))
        case "notification" if here.can_notify:
            return Asking(False, True, _("You chose the notification."))
        case "both" if here.can_notify:
            return Asking(True, True, _("You chose both."))
        case "notification" | "both":
            return Asking(True, False, _("You chose otherwise, but no notification can be shown."))
    if here.windows_stay_in_sight:
        return Asking(True, False, _("A window can be kept in sight here without disturbing."))
    if here.notifications_have_buttons:
        return Asking(
            False, True, _("No window can be kept in sight here; a notification has the answers.")
        )
    return Asking(
        True,
        False,
        _("No window can be kept in sight here, but no notification has buttons either."),
    )


def may_notify(wish: Wish, windows_stay_in_sight: bool, strictness: Strictness = "normal") -> bool:
    """Whether prompts may come as notifications, so that it must be known what those can do."""
    if wish in ("notification", "both"):
        return True
    return not windows_stay_in_sight and (wish == "auto" or strictness == "gentle")


def guide_fills_screen(wish: Literal["auto", "on", "off"], windows_stay_in_sight: bool) -> bool:
    """Whether the guide begins on the whole screen."""
    return wish == "on" or (wish == "auto" and not windows_stay_in_sight)


class NoticeWords(msgspec.Struct, frozen=True):
    """A prompt as a notification says it."""

    title: str
    body: str
    answers: tuple[tuple[Answer, str], ...]


def notice_words(content: PromptContent) -> NoticeWords:
    """The prompt of that content."""
    answers: list[tuple[Answer, str]] = [_start()]
    if content.snoozes_left:
        answers.append(("snooze", _("Snooze {minutes} min").format(minutes=content.snooze_minutes)))
    answers.append(_skip())
    # Translators: what a break asks for, as in "Seated twist, 1 min at your desk."
    what = _("{stretch}, {length} {place}.").format(
        stretch=content.stretch_name, length=content.length, place=content.place
    )
    body = f"{what}\n{content.reason}"
    return NoticeWords(content.headline, body, tuple(answers))


def quiet_notice_words() -> NoticeWords:
    """What stands in place of the pill."""
    from deskstretch.core.prompt import PILL_WORDS

    return NoticeWords(_(PILL_WORDS), _("Whenever it suits you."), (_start(), _skip()))


def heads_up_words(seconds: float) -> NoticeWords:
    """The announcement of a prompt that comes in so many seconds."""
    from deskstretch.core.prompt import about_words

    when = _("In about {length}, at your next pause.").format(length=about_words(seconds))
    return NoticeWords(_("A stretch is coming up"), when, ())


def _start() -> tuple[Answer, str]:
    return "start", pgettext("button: start the break", "Start")


def _skip() -> tuple[Answer, str]:
    return "skip", pgettext("button: leave the break out", "Skip")

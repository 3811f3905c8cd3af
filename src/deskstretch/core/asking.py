"""By what the person is asked: the window, a notification, or both."""

from __future__ import annotations

from typing import Literal

import msgspec

from deskstretch.core.prompt import PILL_WORDS, PromptContent, about_words

Wish = Literal["auto", "window", "notification", "both"]
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


def way_to_ask(wish: Wish, here: Surroundings) -> Asking:
    """How to ask here, as near to what the person chose as this desktop lets one."""
    match wish:
        case "window":
            return Asking(True, False, "You chose the window.")
        case "notification" if here.can_notify:
            return Asking(False, True, "You chose the notification.")
        case "both" if here.can_notify:
            return Asking(True, True, "You chose both.")
        case "notification" | "both":
            return Asking(True, False, "You chose otherwise, but no notification can be shown.")
    if here.windows_stay_in_sight:
        return Asking(True, False, "A window can be kept in sight here without disturbing.")
    if here.notifications_have_buttons:
        return Asking(
            False, True, "No window can be kept in sight here; a notification has the answers."
        )
    return Asking(
        True, False, "No window can be kept in sight here, but no notification has buttons either."
    )


def may_notify(wish: Wish, windows_stay_in_sight: bool) -> bool:
    """Whether prompts may come as notifications, so that it must be known what those can do."""
    return wish in ("notification", "both") or (wish == "auto" and not windows_stay_in_sight)


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
    answers: list[tuple[Answer, str]] = [("start", "Start")]
    if content.snoozes_left:
        answers.append(("snooze", f"Snooze {content.snooze_minutes} min"))
    answers.append(("skip", "Skip"))
    body = f"{content.stretch_name}, {content.length} {content.place}.\n{content.reason}"
    return NoticeWords(content.headline, body, tuple(answers))


def quiet_notice_words() -> NoticeWords:
    """What stands in place of the pill."""
    return NoticeWords(PILL_WORDS, "Whenever it suits you.", (("start", "Start"), ("skip", "Skip")))


def heads_up_words(seconds: float) -> NoticeWords:
    """The announcement of a prompt that comes in so many seconds."""
    return NoticeWords(
        "A stretch is coming up", f"In about {about_words(seconds)}, at your next pause.", ()
    )

"""Asks by window or notification, whichever serves here, and brings the answers back."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.core.asking import (
    Asking,
    NoticeWords,
    Strictness,
    Surroundings,
    Wish,
    guide_fills_screen,
    heads_up_words,
    may_notify,
    notice_words,
    quiet_notice_words,
    way_to_ask,
    way_to_wait,
)
from deskstretch.core.language import N_, _, pgettext
from deskstretch.core.settings import Settings
from deskstretch.desktop.notifications.port import Notifications
from deskstretch.desktop.notifications.service import Button, Notice, Picture
from deskstretch.ui.prompt.placement import windows_stay_in_sight
from deskstretch.ui.tray.icon import app_icon

if TYPE_CHECKING:
    from deskstretch.core.prompt import PromptContent
    from deskstretch.ui.prompt.corner_window import CornerWindow
    from deskstretch.ui.prompt.firm_window import FirmWindow
    from deskstretch.ui.prompt.prompt import Prompt

_PROMPT, _HEADS_UP = "prompt", "heads-up"
_PICTURE_SIDE = 64
_ANSWERED_ELSEWHERE = N_("Answer from the icon in the tray.")

_log = logging.getLogger(__name__)


class Asker(QObject):
    """The prompt on the screen, whatever it is: window, pill, notification.

    Folding and the pill are the window's; a notification stays as the desktop shows it. If one
    cannot be shown, or vanishes with its service, the window takes its place. `make_prompt` is
    called when the first window is needed.
    """

    start_chosen = Signal(object)
    """The length, "short" or "long"; None for the usual one."""
    snooze_chosen = Signal(int)
    """Minutes."""
    skip_chosen = Signal()
    prompt_opened = Signal()
    """The person wants to see the prompt at full size."""
    put_aside = Signal()
    """The person wants the prompt out of the way, without an answer."""
    screen_filled = Signal(bool)
    """A firm prompt fills the screen, or does so no more."""

    def __init__(
        self,
        make_prompt: Callable[[], Prompt],
        settings: Settings,
        parent: QObject | None = None,
        *,
        notifications: Notifications | None = None,
        in_sight: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_prompt = make_prompt
        self._made_prompt: Prompt | None = None
        self._notifications = notifications or Notifications(self)
        self._in_sight = windows_stay_in_sight() if in_sight is None else in_sight
        self._is_asking = self._is_folded = False
        self._wants_window = self._wants_keyboard = False
        self._content: PromptContent | None = None
        self._notifications.button_pressed.connect(self._take_answer)
        self._notifications.failed.connect(self._show_window_instead)
        self.follow(settings)

    def follow(self, settings: Settings) -> None:
        """Ask as these settings say from the next prompt on."""
        self._settings = settings
        asking = settings.asking
        if asking.heads_up or may_notify(asking.by, self._in_sight, asking.strictness):
            self._notifications.begin()

    @property
    def guide_fills_screen(self) -> bool:
        """Whether the guide begins on the whole screen."""
        return guide_fills_screen(self._settings.look.guide_full_screen, self._in_sight)

    @property
    def uses_windows(self) -> bool:
        """Whether the prompt is one, as things stand."""
        return self._way().window

    def announce(self, seconds: float) -> None:
        """Say that a prompt comes in so many seconds."""
        notice = _notice(heads_up_words(seconds), quiet=True, seconds=seconds)
        self._notifications.show(_HEADS_UP, notice)

    def ask(self, content: PromptContent) -> None:
        """Ask; only a firm prompt takes the keyboard, and none that the person opened."""
        if self._wants_window:
            content = content.as_opened
        self._is_asking, self._is_folded, self._content = True, False, content
        self._notifications.withdraw(_HEADS_UP)
        way = self._way()
        if way.notification and not self._wants_window:
            notice = _notice(notice_words(content), opens=pgettext("button", "Show"))
            self._notifications.show(_PROMPT, notice)
        if way.window or self._wants_window:
            self._prompt.show(content)
        if self._wants_keyboard:
            self._give_keyboard()
        self._wants_window = self._wants_keyboard = False

    def fold(self) -> None:
        """Wait quietly: what stands as a window becomes a pill, where that can be kept in sight."""
        is_new, has_window = not self._is_asking, self._window is not None
        self._is_asking = self._is_folded = True
        self._notifications.withdraw(_HEADS_UP)
        way = self._way(way_to_wait)
        if way.notification and (is_new or (has_window and not self._in_sight)):
            notice = _notice(quiet_notice_words(), opens=pgettext("button", "Show"), quiet=True)
            self._notifications.show(_PROMPT, notice)
        if not self._in_sight:
            self._hide_window()  # The tray shows that a stretch waits.
        elif has_window or (is_new and way.window):
            self._prompt.fold()

    def hide(self) -> None:
        """Take everything off the screen."""
        self._is_asking, self._is_folded, self._content = False, False, None
        self._wants_window = self._wants_keyboard = False
        self._notifications.withdraw(_PROMPT)
        self._notifications.withdraw(_HEADS_UP)
        self._hide_window()

    def open_window(self) -> None:
        """The person asked for the prompt at full size: it is a window then, in any case."""
        self._wants_window = self._is_folded  # The planner answers with `ask`, now or soon.
        self.prompt_opened.emit()

    def open_for_answer(self) -> bool:
        """Open the prompt and give it the keyboard, as the person asked; False: there is none."""
        if not self._is_asking:
            return False
        was_folded = self._wants_keyboard = self._is_folded
        self.open_window()
        if not was_folded:
            if self._window is None and self._content is not None:
                self._prompt.show(self._content)
            self._give_keyboard()
        return True

    def close(self) -> None:
        """Let go of the desktop."""
        self.hide()
        self._notifications.close()

    def _give_keyboard(self) -> None:
        self._notifications.withdraw(_PROMPT)
        self._prompt.focus()

    @property
    def _window(self) -> CornerWindow | FirmWindow | None:
        return self._made_prompt.window if self._made_prompt is not None else None

    @property
    def _prompt(self) -> Prompt:
        if self._made_prompt is None:
            prompt = self._made_prompt = self._make_prompt()
            prompt.start_chosen.connect(self.start_chosen.emit)
            prompt.snooze_chosen.connect(self.snooze_chosen)
            prompt.skip_chosen.connect(self.skip_chosen)
            prompt.prompt_opened.connect(self.open_window)
            prompt.put_aside.connect(self.put_aside)
            prompt.screen_filled.connect(self.screen_filled)
        return self._made_prompt

    def _hide_window(self) -> None:
        if self._made_prompt is not None:
            self._made_prompt.hide()

    def _way(self, of: Callable[[Wish, Surroundings, Strictness], Asking] = way_to_ask) -> Asking:
        notifications = self._notifications
        here = Surroundings(self._in_sight, notifications.can_ask, notifications.offers_buttons)
        return of(self._settings.asking.by, here, self._settings.asking.strictness)

    def _take_answer(self, name: str, key: str, token: str) -> None:
        if name != _PROMPT or not self._is_asking:
            return
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt gives it to the next window in front.
        content = self._content
        match key:
            case "start":
                self.start_chosen.emit(content.default_length if content is not None else None)
            case "snooze" if content is not None:
                self.snooze_chosen.emit(content.snooze_minutes)
            case "skip":
                self.skip_chosen.emit()
            case _:
                self.open_for_answer()

    def _show_window_instead(self, name: str, why: str) -> None:
        if name != _PROMPT or not self._is_asking or self._window is not None:
            return
        _log.warning("Asking by window instead: %s", why)
        if self._content is not None:
            self._prompt.show(self._content)
        elif self._in_sight:
            self._prompt.fold()


def _notice(
    words: NoticeWords,
    *,
    opens: str | None = None,
    quiet: bool = False,
    seconds: float | None = None,
) -> Notice:
    return Notice(
        title=words.title,
        body=words.body,
        buttons=tuple(Button(key, said) for key, said in words.answers),
        opens=opens,
        without_buttons=_(_ANSWERED_ELSEWHERE) if words.answers else "",
        quiet=quiet,
        seconds=seconds,
        picture=_app_picture(),
    )


def _app_picture() -> Picture:
    """The app's icon; by its name a desktop finds it only where it is installed."""
    from PySide6.QtGui import QImage

    rgba = QImage.Format.Format_RGBA8888
    image = app_icon().pixmap(_PICTURE_SIDE).toImage().convertToFormat(rgba)
    return Picture(image.width(), image.height(), bytes(image.constBits()))

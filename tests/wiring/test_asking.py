"""One prompt, one way to ask: window, pill and notification in turn."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from deskstretch.core.prompt import PILL_WORDS, PromptContent
from deskstretch.core.settings import AskingSettings, Settings
from deskstretch.desktop.notifications.port import Notifications
from deskstretch.desktop.notifications.service import Notice
from deskstretch.ui.prompt.firm_window import FirmWindow
from deskstretch.ui.prompt.prompt import Prompt
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.theme import LIGHT
from deskstretch.wiring.asking import Asker

CONTENT = PromptContent(
    stretch_name="Seated Twist",
    place="at your desk",
    length="1 min",
    reason="Sitting for 45 min.",
    short_seconds=60,
    long_seconds=180,
    default_length="long",
)


class Board(Notifications):
    """Holds up notices, as a service would."""

    def __init__(self) -> None:
        super().__init__()
        self.up: dict[str, Notice] = {}
        self.begun = False

    @property
    def can_ask(self) -> bool:
        return self.begun

    @property
    def offers_buttons(self) -> bool:
        return self.begun

    def begin(self) -> None:
        self.begun = True

    def show(self, name: str, notice: Notice) -> None:
        self.up[name] = notice

    def withdraw(self, name: str) -> None:
        self.up.pop(name, None)


class Screen:
    """An asker with all that it shows and tells. `opened` answers as the planner would."""

    def __init__(self, by: str, in_sight: bool, strictness: str = "normal") -> None:
        self.board = Board()
        self.prompt: Prompt | None = None
        self.told: list[object] = []
        asking = AskingSettings(by=by, strictness=strictness)  # type: ignore[arg-type]
        settings = replace(Settings(), asking=asking)
        self.asker = Asker(self._make_prompt, settings, notifications=self.board, in_sight=in_sight)
        self.asker.start_chosen.connect(lambda length: self.told.append(("start", length)))
        self.asker.snooze_chosen.connect(lambda minutes: self.told.append(("snooze", minutes)))
        self.asker.skip_chosen.connect(lambda: self.told.append("skip"))
        self.asker.prompt_opened.connect(lambda: self.told.append("opened"))
        self.asker.put_aside.connect(lambda: self.told.append("put aside"))
        self.asker.screen_filled.connect(lambda fills: self.told.append(("filled", fills)))

    def _make_prompt(self) -> Prompt:
        assert self.prompt is None
        self.prompt = Prompt(LIGHT)
        return self.prompt

    @property
    def window(self) -> str | None:
        """The title of the window."""
        window = None if self.prompt is None else self.prompt.window
        return None if window is None else window.windowTitle()

    @property
    def notice(self) -> str | None:
        """The title of the notification."""
        notice = self.board.up.get("prompt")
        return None if notice is None else notice.title

    def shown(self) -> tuple[str | None, str | None]:
        return self.window, self.notice


@pytest.fixture
def on_x11(qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen("auto", in_sight=True)
    yield screen
    screen.asker.close()


@pytest.fixture
def on_wayland(qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen("auto", in_sight=False)
    yield screen
    screen.asker.close()


def test_on_x11_nothing_is_asked_of_the_notification_service(on_x11: Screen) -> None:
    on_x11.asker.ask(CONTENT)
    assert on_x11.shown() == ("Time to stretch", None)
    on_x11.asker.fold()
    assert on_x11.shown() == (PILL_WORDS, None)
    on_x11.asker.hide()
    assert on_x11.shown() == (None, None)
    assert not on_x11.board.begun


def test_on_wayland_a_notification_asks_and_no_window_is_built(on_wayland: Screen) -> None:
    on_wayland.asker.ask(CONTENT)
    on_wayland.asker.fold()
    assert on_wayland.shown() == (None, "Time to stretch")
    on_wayland.asker.hide()
    assert on_wayland.shown() == (None, None)
    assert on_wayland.prompt is None


@pytest.mark.parametrize(
    ("key", "told"), [("start", ("start", "long")), ("snooze", ("snooze", 5)), ("skip", "skip")]
)
def test_a_button_of_the_notification_is_an_answer(
    on_wayland: Screen, key: str, told: object
) -> None:
    on_wayland.asker.ask(CONTENT)
    on_wayland.board.button_pressed.emit("prompt", key, "")
    assert on_wayland.told == [told]


def test_an_answer_that_comes_too_late_is_none(on_wayland: Screen) -> None:
    on_wayland.asker.ask(CONTENT)
    on_wayland.asker.hide()
    on_wayland.board.button_pressed.emit("prompt", "skip", "")
    assert on_wayland.told == []


def test_what_lets_the_guide_come_to_the_front_is_passed_on(
    on_wayland: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "stale")
    on_wayland.asker.ask(CONTENT)
    on_wayland.board.button_pressed.emit("prompt", "start", "fresh")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "fresh"


def test_a_press_on_the_notification_itself_opens_the_window_in_its_place(
    on_wayland: Screen,
) -> None:
    on_wayland.asker.ask(CONTENT)
    on_wayland.board.button_pressed.emit("prompt", "default", "")
    assert on_wayland.shown() == ("Time to stretch", None)
    assert on_wayland.told == ["opened"]
    on_wayland.asker.fold()  # no pill where it could not be kept in sight
    assert on_wayland.shown() == (None, PILL_WORDS)


def test_the_tray_opens_the_window_in_place_of_the_notification(on_wayland: Screen) -> None:
    assert not on_wayland.asker.open_for_answer()
    on_wayland.asker.ask(CONTENT)
    assert on_wayland.asker.open_for_answer()
    assert on_wayland.shown() == ("Time to stretch", None)


def test_the_planners_answer_to_that_shows_one_window_and_no_notification(
    on_wayland: Screen,
) -> None:
    on_wayland.asker.prompt_opened.connect(lambda: on_wayland.asker.ask(CONTENT))
    on_wayland.asker.fold()
    assert on_wayland.shown() == (None, PILL_WORDS)
    assert on_wayland.asker.open_for_answer()
    assert on_wayland.shown() == ("Time to stretch", None)


def test_after_the_last_snooze_a_quiet_notification_waits(on_wayland: Screen) -> None:
    on_wayland.asker.fold()
    assert on_wayland.board.up["prompt"].quiet
    on_wayland.board.button_pressed.emit("prompt", "start", "")
    assert on_wayland.told == [("start", None)]


@pytest.mark.parametrize("by", ["notification", "both"])
def test_a_notification_that_fails_gives_way_to_the_window(qtbot: QtBot, by: str) -> None:
    screen = Screen(by, in_sight=True)
    screen.asker.ask(CONTENT)
    screen.board.up.clear()
    screen.board.failed.emit("prompt", "the service has ended")
    assert screen.shown() == ("Time to stretch", None)
    screen.asker.fold()
    assert screen.shown() == (PILL_WORDS, None)
    screen.asker.close()


def test_a_quiet_notification_that_fails_gives_way_to_the_pill(qtbot: QtBot) -> None:
    screen = Screen("notification", in_sight=True)
    screen.asker.fold()
    assert screen.shown() == (None, PILL_WORDS)
    screen.board.up.clear()
    screen.board.failed.emit("prompt", "the service has ended")
    assert screen.shown() == (PILL_WORDS, None)
    screen.asker.close()


def test_a_failure_after_the_answer_shows_nothing(on_wayland: Screen) -> None:
    on_wayland.asker.ask(CONTENT)
    on_wayland.asker.hide()
    on_wayland.board.failed.emit("prompt", "it does not answer")
    assert on_wayland.shown() == (None, None)


def test_both_are_shown_to_those_who_chose_both(qtbot: QtBot) -> None:
    screen = Screen("both", in_sight=True)
    screen.asker.ask(CONTENT)
    assert screen.shown() == ("Time to stretch", "Time to stretch")
    screen.asker.fold()
    assert screen.shown() == (PILL_WORDS, "Time to stretch")
    screen.asker.hide()
    assert screen.shown() == (None, None)
    screen.asker.close()


def test_a_heads_up_goes_when_the_prompt_comes(on_x11: Screen) -> None:
    on_x11.asker.announce(30)
    notice = on_x11.board.up["heads-up"]
    assert (notice.seconds, notice.quiet, notice.buttons) == (30, True, ())
    assert notice.picture is not None
    assert len(notice.picture.rgba) == 4 * notice.picture.width * notice.picture.height
    on_x11.asker.ask(CONTENT)
    assert on_x11.board.up == {}


def test_the_guide_fills_the_screen_where_nothing_else_keeps_it_in_sight(
    on_x11: Screen, on_wayland: Screen
) -> None:
    assert on_wayland.asker.guide_fills_screen
    assert not on_x11.asker.guide_fills_screen


FIRM = replace(CONTENT, fills_screen=True, skip_after_seconds=10.0)


def test_a_firm_prompt_fills_the_screen_and_says_so_while_it_does(qtbot: QtBot) -> None:
    screen = Screen("notification", in_sight=True, strictness="firm")
    screen.asker.ask(FIRM)
    assert screen.shown() == ("Time to stretch", None)
    assert screen.prompt is not None
    assert isinstance(screen.prompt.window, FirmWindow)
    screen.prompt.window.put_aside.emit()
    assert screen.told == [("filled", True), "put aside"]
    screen.asker.fold()
    assert screen.told[2:] == [("filled", False)]
    assert screen.notice is None
    screen.asker.close()


def test_a_firm_prompt_that_is_opened_again_is_small(qtbot: QtBot) -> None:
    screen = Screen("auto", in_sight=True, strictness="firm")
    screen.asker.fold()
    screen.asker.prompt_opened.connect(lambda: screen.asker.ask(FIRM))
    screen.asker.open_window()
    assert screen.prompt is not None
    assert isinstance(screen.prompt.window, PromptWindow)
    screen.asker.close()


def test_a_firm_prompt_goes_on_as_a_quiet_notification_on_wayland(qtbot: QtBot) -> None:
    screen = Screen("auto", in_sight=False, strictness="firm")
    screen.asker.ask(FIRM)
    assert screen.shown() == ("Time to stretch", None)
    screen.asker.fold()
    assert screen.shown() == (None, PILL_WORDS)
    screen.asker.close()


@pytest.mark.parametrize("by", ["auto", "window", "notification", "both"])
def test_a_gentle_prompt_on_wayland_is_a_quiet_notification(qtbot: QtBot, by: str) -> None:
    screen = Screen(by, in_sight=False, strictness="gentle")
    screen.asker.fold()
    assert screen.shown() == (None, PILL_WORDS)
    assert screen.board.up["prompt"].quiet
    screen.asker.close()


def test_a_gentle_prompt_is_the_pill_where_that_stays_in_sight(qtbot: QtBot) -> None:
    screen = Screen("auto", in_sight=True, strictness="gentle")
    screen.asker.fold()
    assert screen.shown() == (PILL_WORDS, None)
    screen.asker.close()

"""`./dev run` without a screen: one real guided break on a virtual desktop.

The app runs as it does at work, with its times shortened by the settings file; the person is
xdotool. Pictures of what was to be seen are left under build/run/, with the app's own history.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import time
from pathlib import Path

from virtual_desktop import Area, VirtualDesktop, wait_until

FOLDER = Path(__file__).parents[1] / "build" / "run"
APP = Path(sys.executable).with_name("deskstretch")

SETTINGS = """\
[trial]
interval_seconds = 6
tolerance_seconds = 60
lull_seconds = 1.5
hold_seconds = 5
"""
CLICKS_COUNT_AFTER_SECONDS = 1.0
"""A prompt ignores clicks that may have been meant for what was there before it."""
START_BUTTON = (0.6, 0.62)
"""Where it is, as shares of the prompt's width and height."""
GUIDE_SECONDS = 180.0

LAST_BREAK = """
    SELECT day, outcome, routine_id, sum(held_seconds) AS held_seconds,
           sum(planned_seconds) AS planned_seconds,
           (SELECT count(*) FROM snooze WHERE break_id = id) AS snoozes
    FROM break LEFT JOIN step ON break_id = id
    WHERE outcome IS NOT NULL
    GROUP BY id ORDER BY closed_at DESC LIMIT 1
"""


def main() -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    home = FOLDER / "home"
    home.mkdir(parents=True)
    (home / "settings.toml").write_text(SETTINGS)
    with VirtualDesktop() as desktop:
        desktop.env["DESKSTRETCH_HOME"] = str(home)
        app = desktop.start(APP)
        try:
            take_a_break(desktop, home / "history.sqlite3")
            look_at_the_week(desktop)
        except TimeoutError as error:
            print(f"{error}; see {FOLDER}/app.log", file=sys.stderr)
            return 1
        finally:
            desktop.stop(app)
            shutil.copy(desktop.log(APP.name), FOLDER / "app.log")
    for fact, value in last_break(home / "history.sqlite3").items():
        print(f"{fact:16} {value}")
    print(f"pictures: {', '.join(sorted(str(picture) for picture in FOLDER.glob('*.png')))}")
    return 0


def take_a_break(desktop: VirtualDesktop, history: Path, pictures: Path = FOLDER) -> None:
    """Work until asked, start, and go through with it; returns once the outcome is written."""
    icon = desktop.find_tray_icon()
    open_menu(desktop, icon)
    desktop.screenshot(pictures / "tray.png")
    desktop.key("Escape")
    prompt = desktop.area(wait_until(lambda: work_until_asked(desktop), "the prompt", 60))
    time.sleep(CLICKS_COUNT_AFTER_SECONDS)
    desktop.screenshot(pictures / "prompt.png")
    desktop.click(*within(prompt, START_BUTTON))
    desktop.find_window(title="^Stretch$")
    # Past getting ready and moving in, so that the picture shows a hold.
    time.sleep(8)
    desktop.screenshot(pictures / "guide.png")
    wait_until(lambda: history.exists() and last_break(history), "the outcome", GUIDE_SECONDS)
    desktop.screenshot(pictures / "done.png")
    desktop.key("Escape")


def work_until_asked(desktop: VirtualDesktop) -> int | None:
    """Type a sentence, think for a moment; the prompt, if it came in that lull."""
    desktop.type_text("Dear all, thank you for the notes. ", pause_ms=40)
    time.sleep(2)
    return next(iter(desktop.windows(title="^Time to stretch$")), None)


def look_at_the_week(desktop: VirtualDesktop) -> None:
    open_menu(desktop, desktop.find_tray_icon())
    # From the end of the menu: Quit, Settings, Stretches, Your week.
    desktop.key("Up", "Up", "Up", "Up", "Return")
    desktop.find_window(title="[Ww]eek")
    time.sleep(1)
    desktop.screenshot(FOLDER / "week.png")


def open_menu(desktop: VirtualDesktop, icon: Area) -> None:
    desktop.click(*icon.centre, button=3)
    # Menus have no title to wait for.
    time.sleep(1)


def within(area: Area, share: tuple[float, float]) -> tuple[int, int]:
    return area.x + round(area.width * share[0]), area.y + round(area.height * share[1])


def last_break(history: Path) -> dict[str, object]:
    """The newest break that has an outcome; empty if there is none."""
    connection = sqlite3.connect(f"{history.as_uri()}?mode=ro", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        row = connection.execute(LAST_BREAK).fetchone()
        return dict(row) if row is not None else {}
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())

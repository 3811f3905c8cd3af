"""`./dev screenshots`: pictures of every window and every stretch, light and dark.

    python scripts/screenshots.py [--docs] [--languages [CODE]...]

They are left under build/screenshots/. With --docs those that the README shows are renewed too.
With --languages every window is drawn in those languages (else in all), at 100 % and at 200 %,
each into a folder of its own.
Needs no screen. Time and history are made up, so a picture shows the same each time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

import contact_sheet
import guide_pictures
from deskstretch.core.language import ENGLISH, LANGUAGES
from deskstretch.core.period import Kind
from deskstretch.core.planner.status import StateName, Status
from deskstretch.core.prompt import PromptContent
from deskstretch.core.proposal import content_of
from deskstretch.store.catalogue_file import load_catalogue
from deskstretch.store.folders import Folders, find_folders
from deskstretch.ui.figure.appearance import FigureAppearance
from deskstretch.ui.prompt.prompt_window import PromptWindow
from deskstretch.ui.status_window import StatusWindow
from deskstretch.ui.theme import DARK, LIGHT, Theme, palette_of
from deskstretch.ui.tray.orders import Orders
from deskstretch.ui.tray.reading import Reading
from deskstretch.wiring.language_follower import LanguageFollower
from deskstretch.wiring.library_window import library_window
from deskstretch.wiring.proposals import Proposals
from deskstretch.wiring.settings_page import settings_window
from deskstretch.wiring.settings_watch import SettingsWatch
from deskstretch.wiring.week_window import week_window
from deskstretch.wiring.welcome_window import welcome_window
from made_up_history import ZONE, write_history

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "screenshots"
IN_README = ("prompt-light", "week-light", "week-dark", "library-light")
"""Copied to docs/ under these names."""

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 15, 10, tzinfo=ZONE)
SITTING_SECONDS = 48 * 60.0
WINDOW_SIZE = QSize(1200, 800)

Build = Callable[[Folders, SettingsWatch, Theme], QWidget]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--docs", action="store_true", help="renew those that the README shows")
    parser.add_argument("--languages", nargs="*", metavar="CODE", choices=[*LANGUAGES])
    parser.add_argument("--spoken", choices=LANGUAGES, default=ENGLISH, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, default=FOLDER, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.languages is not None:
        return draw_languages(arguments.languages or LANGUAGES)
    paths = draw_everything(arguments.spoken, arguments.folder)
    print(*paths, sep="\n")
    if arguments.docs:
        guide_pictures.animate(PROJECT / "docs" / "guide-hold.png")
        for name in (*IN_README, "stretches"):
            shutil.copyfile(FOLDER / f"{name}.png", PROJECT / "docs" / f"{name}.png")
    return 0


def draw_languages(languages: Iterable[str]) -> int:
    """Each language and scale by a process of its own: Qt takes both at its start."""
    for language in languages:
        for percent in (100, 200):
            folder = FOLDER / f"{language}-{percent}"
            command = (sys.executable, __file__, "--spoken", language, "--folder", folder)
            environment = os.environ | {"QT_SCALE_FACTOR": f"{percent / 100:g}"}
            subprocess.run(command, env=environment, check=True)
    return 0


def draw_everything(language: str, folder: Path) -> list[Path]:
    """Every picture in that language; the contact sheet, which has hardly a word, in English."""
    application = QApplication([])
    application.setStyle("fusion")
    LanguageFollower(language, application)
    with tempfile.TemporaryDirectory(prefix="deskstretch-") as home:
        os.environ["DESKSTRETCH_HOME"] = home
        folders = find_folders()
        catalogue = load_catalogue(folders.exercises_file).catalogue
        write_history(folders.history_file, catalogue, TODAY, days=60)
        paths = [*draw_windows(folders, folder), *draw_guide(folder)]
        if language == ENGLISH:
            paths += contact_sheet.render(folder)
    return paths


def draw_windows(folders: Folders, folder: Path) -> Iterator[Path]:
    """Every window but the guide, which needs a moment in time."""
    watch = SettingsWatch(folders.settings_file)
    for theme_name, theme in (("light", LIGHT), ("dark", DARK)):
        QApplication.setPalette(palette_of(theme))
        for name, (build, size) in WINDOWS.items():
            window = build(folders, watch, theme)
            if size is not None:
                window.resize(size)
            # Not as somebody sees it who is about to use its keys.
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.show()
            for _ in range(5):  # layouts settle in several goes
                QApplication.processEvents()
            yield save(window.grab(), folder, f"{name}-{theme_name}")
            window.close()
            QApplication.processEvents()


def draw_guide(folder: Path) -> Iterator[Path]:
    """The guide in mid-hold."""
    for theme_name, picture in (("light", "hold"), ("dark", "hold-dark")):
        guide_pictures.draw(folder / f"guide-{theme_name}.png", picture)
        yield folder / f"guide-{theme_name}.png"


def save(picture: QPixmap, folder: Path, name: str) -> Path:
    """Write a picture; OSError if that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    if not picture.save(str(path)):
        raise OSError(f"{path}: the picture could not be written")
    return path


def prompt(folders: Folders, watch: SettingsWatch, theme: Theme) -> QWidget:
    window = PromptWindow(theme, prompt_content(folders, watch), FigureAppearance())
    window.setFixedSize(window.preferred_size())
    return window


def prompt_content(folders: Folders, watch: SettingsWatch) -> PromptContent:
    """What the choice makes of the made-up history."""
    proposal = Proposals(folders).current(watch.settings, TODAY)
    assert proposal is not None
    return content_of(proposal, watch.settings, SITTING_SECONDS, snoozes_left=2)


def week(folders: Folders, watch: SettingsWatch, theme: Theme) -> QWidget:
    return week_window(folders, watch, theme, lambda: TODAY)


def year(folders: Folders, watch: SettingsWatch, theme: Theme) -> QWidget:
    window = week_window(folders, watch, theme, lambda: TODAY)
    window.show_kind(Kind.YEAR)
    return window


def status(folders: Folders, watch: SettingsWatch, theme: Theme) -> QWidget:
    working = Status(
        state=StateName.WORKING,
        sitting_seconds=1500.0,
        ring=0.55,
        next_prompt_at=NOW.replace(minute=30),
        due_since=None,
        held_back_by=(),
        snoozes_left=2,
        paused_until=None,
    )
    return StatusWindow(theme, Orders(Reading(working, NOW, "short", 5, None)))


WINDOWS: Mapping[str, tuple[Build, QSize | None]] = {
    "prompt": (prompt, None),
    "week": (week, QSize(1344, 1230)),
    "year": (year, QSize(1344, 1230)),
    "settings": (settings_window, WINDOW_SIZE),
    "library": (library_window, WINDOW_SIZE),
    "status": (status, None),
    "welcome": (welcome_window, QSize(940, 520)),
}


if __name__ == "__main__":
    sys.exit(main())

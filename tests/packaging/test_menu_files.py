"""The menu entry and the software catalogue's page are sound and mean the same program."""

from __future__ import annotations

import configparser
import shlex
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from deskstretch.commands.parser import whole_parser
from deskstretch.resources import resource_path

FOLDER = Path(__file__).parents[2] / "packaging" / "linux"
ENTRY = FOLDER / "deskstretch.desktop"
METAINFO = FOLDER / "deskstretch.metainfo.xml"


def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return parser


def test_the_menu_entry_is_valid() -> None:
    done = subprocess.run(("desktop-file-validate", ENTRY), capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_catalogue_page_is_valid() -> None:
    command = ("appstreamcli", "validate", "--no-net", METAINFO)
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_command_of_the_menu_is_understood() -> None:
    sections = entry()
    commands = [section["Exec"] for section in sections.values() if "Exec" in section]
    assert len(commands) == 3
    for command in commands:
        program, *words = shlex.split(command)
        assert program == "deskstretch"
        if words:
            whole_parser().parse_args(words)


def test_the_menu_entry_and_the_page_name_the_icon_and_each_other() -> None:
    page = ElementTree.parse(METAINFO)
    assert page.findtext("launchable") == ENTRY.name
    icon = entry()["Desktop Entry"]["Icon"]
    assert page.findtext("icon") == icon
    assert resource_path("icons", "hicolor", "scalable", "apps", f"{icon}.svg").is_file()
    assert page.findtext("summary") == entry()["Desktop Entry"]["Comment"]

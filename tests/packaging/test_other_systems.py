"""The recipes for other systems can be read, name files that exist, and mean this very app.

They are not run here; this holds them to the code.
"""

from __future__ import annotations

import ast
import plistlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import SimpleNamespace

import pytest

import deskstretch
from deskstretch.core.language import LANGUAGES
from deskstretch.desktop.windows_identity import APP_ID
from packages.frozen import names
from packages.licences import FOLDER as LICENCES
from packages.parts import all_parts, name_of
from packages.windows import version_resource

PROJECT = Path(__file__).parents[2]
PACKAGING = PROJECT / "packaging"
INSTALLER = (PACKAGING / "windows" / "deskstretch.iss").read_text(encoding="utf-8")
FLATPAK = (PACKAGING / "flatpak" / f"{APP_ID}.yml").read_text(encoding="utf-8")
WORKFLOW = (PROJECT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8")
GUIDE = (PACKAGING / "README.md").read_text(encoding="utf-8")
INFORMATION = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())


def test_every_system_knows_the_app_by_the_same_name() -> None:
    page = ElementTree.parse(PACKAGING / "linux" / "deskstretch.metainfo.xml")
    assert page.findtext("id") == APP_ID
    assert INFORMATION["CFBundleIdentifier"] == APP_ID
    assert re.search(r"^AppId=(.*)$", INSTALLER, re.MULTILINE)[1] == APP_ID  # type: ignore[index]
    assert f'AppUserModelID: "{APP_ID}"' in INSTALLER
    assert f"\nid: {APP_ID}\n" in FLATPAK
    recipe = (PACKAGING / "pyinstaller" / "deskstretch.spec").read_text(encoding="utf-8")
    assert f'bundle_identifier="{APP_ID}"' in recipe


def test_no_recipe_repeats_the_version() -> None:
    for text in (INSTALLER, FLATPAK, WORKFLOW, str(INFORMATION)):
        assert deskstretch.__version__ not in text


def test_the_installer_takes_files_that_exist() -> None:
    named = re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", INSTALLER, re.MULTILINE)
    assert len(named) == 2
    for name in named:
        assert (PACKAGING / "windows" / name.replace("\\", "/")).is_file()


def test_the_installer_needs_no_administrator_and_leaves_the_data() -> None:
    assert "PrivilegesRequired=lowest" in INSTALLER
    assert "[UninstallDelete]" not in INSTALLER
    assert r"DefaultDirName={localappdata}\Programs\DeskStretch" in INSTALLER


def test_autostart_is_left_to_the_app() -> None:
    assert "[Registry]" not in INSTALLER
    assert 'Parameters: "autostart off"' in INSTALLER


def test_installer_and_bundle_speak_the_languages_of_the_app() -> None:
    assert set(re.findall(r'^Name: "(\w+)"; Messages', INSTALLER, re.MULTILINE)) == set(LANGUAGES)
    assert set(INFORMATION["CFBundleLocalizations"]) == set(LANGUAGES)


def test_the_bundle_has_no_icon_in_the_dock() -> None:
    assert INFORMATION["LSUIElement"] is True


def test_the_bundle_may_do_nothing_but_run_with_replaced_libraries() -> None:
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert allowed == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.cs.disable-library-validation": True,
    }


def test_the_flatpak_gets_neither_files_nor_network() -> None:
    granted = re.findall(r"^  - (--\S+)$", FLATPAK, re.MULTILINE)
    assert "--socket=wayland" in granted
    assert not [each for each in granted if "filesystem" in each or "network" in each]
    assert not [each for each in granted if each.startswith("--socket=s") or "=host" in each]


def test_the_flatpak_is_told_to_fetch_every_part_that_its_base_has_not() -> None:
    fetched = re.search(r"constraints\.txt (.*)$", GUIDE, re.MULTILINE)
    assert fetched is not None
    base = {"pyside6-essentials", "shiboken6"}
    assert set(fetched[1].split()) == {name_of(part) for part in all_parts()} - base


def test_windows_shows_the_version_of_the_program() -> None:
    text = version_resource("1.2.3")
    made = ast.parse(text, mode="eval")
    called = {node.func.id for node in ast.walk(made) if is_a_named_call(node)}  # type: ignore[attr-defined]
    kinds = {name: lambda *given, **named: (given, SimpleNamespace(**named)) for name in called}
    (_, whole) = eval(text, kinds)  # what PyInstaller does with it too
    assert whole.ffi[1].filevers == (1, 2, 3, 0)
    assert '"ProductVersion", "1.2.3"' in text


def is_a_named_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


@pytest.mark.parametrize(
    ("single", "platform", "name"),
    [
        (False, "linux", "deskstretch"),
        (True, "linux", "deskstretch-single"),
        (True, "win32", "deskstretch-single.exe"),
        (False, "darwin", "DeskStretch.app"),
    ],
)
def test_each_system_has_its_own_kind_of_program(single: bool, platform: str, name: str) -> None:
    assert names(single, platform)[1] == name


def test_the_workflow_runs_what_exists() -> None:
    for name in re.findall(r"(?:packaging|scripts)[/\\][\w./\\-]+\.(?:sh|py|iss)", WORKFLOW):
        assert (PROJECT / name.replace("\\", "/")).is_file(), name
    dev = (PROJECT / "dev").read_text(encoding="utf-8")
    for command in re.findall(r"\./dev (\w+)", WORKFLOW):
        assert f" {command} " in dev or f" {command})" in dev, command


@pytest.mark.parametrize("name", ["macos/sign.sh", "appimage/make-appdir.sh", "appimage/AppRun"])
def test_the_scripts_can_be_read_by_a_shell(name: str) -> None:
    subprocess.run(("sh", "-n", PACKAGING / name), check=True)


def test_the_appdir_starts_the_frozen_program_with_its_words(tmp_path: Path) -> None:
    frozen, appdir = tmp_path / "frozen", tmp_path / "An AppDir"
    frozen.mkdir()
    program = frozen / "deskstretch"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    subprocess.run((PACKAGING / "appimage" / "make-appdir.sh", frozen, appdir), check=True)
    said = subprocess.run(
        (appdir / "AppRun", "pause", "1 h"), env={}, capture_output=True, text=True, check=True
    )
    assert said.stdout == "pause|1 h|"
    for name in ("deskstretch.desktop", "deskstretch.png", ".DirIcon"):
        assert (appdir / name).is_file()
    icon = "usr/share/icons/hicolor/scalable/apps/deskstretch.svg"
    assert (appdir / icon).is_file()


def test_what_was_not_run_is_said() -> None:
    for folder in ("flatpak", "windows", "macos"):
        (row,) = re.findall(rf"^\| `{folder}` \|.*$", GUIDE, re.MULTILINE)
        assert "**not run**" in row
    folders = {folder.name for folder in PACKAGING.iterdir() if folder.is_dir()}
    assert {name for name in folders if f"| `{name}` |" not in GUIDE} == set()
    assert LICENCES.name in folders

"""What is handed out is the same whoever builds it, and works where nothing else of it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import deskstretch
from package import build
from packages.trying import MENU_FILES

PROJECT = Path(__file__).parents[2]
NOT_SOURCE = shutil.ignore_patterns(".*_cache", ".git", ".hypothesis", ".venv", "__pycache__")
MADE = {"build", "dist"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, which stays as it is while others are built from it."""
    copy = tmp_path_factory.mktemp("source") / "deskstretch"

    def is_no_source(folder: str, names: list[str]) -> set[str]:
        return NOT_SOURCE(folder, names) | (MADE if Path(folder) == PROJECT else set())

    shutil.copytree(PROJECT, copy, ignore=is_no_source)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"), source)


@pytest.fixture(scope="module")
def sdist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", tmp_path_factory.mktemp("sdist"), source)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel in it, and what it depends on beside it."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", place), check=True)
    python = place / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    subprocess.run((*pip, "install", "--quiet", "--no-deps", "--no-index", wheel), check=True)
    # A path in a .pth file brings the packages there, but not the editable install among them.
    (site,) = place.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return place / "bin"


def ran(*command: str | Path) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, env=env, cwd="/", capture_output=True, text=True, check=True, timeout=60
    ).stdout


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_elsewhere_and_later_the_same_bytes_are_built(
    kind: str, source: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    elsewhere = tmp_path / "another place"
    shutil.copytree(source, elsewhere)
    for file in elsewhere.rglob("*"):
        os.utime(file, (1_900_000_000, 1_900_000_000))
    first: Path = request.getfixturevalue(kind)
    again = build(kind, tmp_path / "dist", elsewhere)
    assert again.name == first.name
    assert again.read_bytes() == first.read_bytes()


def test_the_sdist_holds_all_that_the_wheel_is_built_from(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    # Debian 12's Python cannot yet be told to take nothing from an archive but data.
    subprocess.run(("tar", "-C", tmp_path, "-xf", sdist), check=True)
    (unpacked,) = tmp_path.iterdir()
    assert (unpacked / "LICENSE").is_file()
    assert build("wheel", tmp_path / "dist", unpacked).read_bytes() == wheel.read_bytes()


def test_the_installed_program_says_its_version(installed: Path) -> None:
    said = ran(installed / "deskstretch", "--version")
    assert said == f"deskstretch {deskstretch.__version__}\n"


def test_the_installed_program_knows_every_stretch(installed: Path) -> None:
    assert len(json.loads(ran(installed / "deskstretch", "exercises", "--json"))) == 29


def test_the_installed_program_has_all_its_files_in_itself(installed: Path, source: Path) -> None:
    code = "from deskstretch.resources import resource_path; print(resource_path())"
    resources = Path(ran(installed / "python", "-c", code).strip())
    assert resources.is_relative_to(installed.parent)
    assert (resources.parent / "py.typed").is_file()
    assert contents(resources) == contents(source / "resources")


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        said = Parser().parsestr(archive.read(name).decode())
    assert said["Version"] == deskstretch.__version__
    assert said["License-Expression"] == "MIT"
    assert said["License-File"] == "LICENSE"
    assert said["Description-Content-Type"] == "text/markdown"
    assert str(said.get_payload()).lstrip().startswith("# DeskStretch")


def test_every_translation_is_in_the_wheel(wheel: Path) -> None:
    languages = PROJECT / "resources" / "languages"
    made = {f"deskstretch/{file.relative_to(PROJECT)}" for file in languages.rglob("*.mo")}
    with zipfile.ZipFile(wheel) as archive:
        assert made <= set(archive.namelist())


def test_the_environment_gets_what_menus_and_catalogues_read(installed: Path) -> None:
    share = installed.parent / "share"
    page = "metainfo/app.deskstretch.deskstretch.metainfo.xml"
    for name in (*MENU_FILES, page):
        assert (share / name).is_file(), name
    assert contents(share / "icons") == contents(PROJECT / "resources" / "icons", "hicolor/*/*/*")


def contents(folder: Path, pattern: str = "**/*") -> dict[Path, bytes]:
    files = (file for file in folder.glob(pattern) if file.is_file())
    return {file.relative_to(folder): file.read_bytes() for file in files}

"""What keeps a release back is found; what is in order is not complained of."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import deskstretch
from packages import release_checks
from packages.release_checks import (
    QUICK,
    VERSION_FILE,
    changes,
    clean_tree,
    licences,
    menu_files,
    one_version,
    pictures_and_links,
    same_wheel,
    translations,
)
from release import run_checks

PROJECT = Path(__file__).parents[2]
OF_THE_SOURCE = (changes, one_version, menu_files, licences, pictures_and_links)
"""What holds in every checkout; the others depend on what somebody is at just now."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project under git, with the version where it belongs."""
    write(tmp_path, VERSION_FILE, f'__version__ = "{deskstretch.__version__}"\n')
    write(tmp_path, "CHANGELOG.md", "# Changes\n\n## Unreleased\n\n- Something.\n")
    write(tmp_path, "README.md", "# It\n")
    (tmp_path / "docs").mkdir()
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def write(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, encoding="utf-8")


def git(project: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.invalid")
    subprocess.run(("git", *who, *words), cwd=project, check=True, capture_output=True)


def commit(project: Path) -> None:
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "One")


@pytest.mark.parametrize("check", OF_THE_SOURCE, ids=lambda check: check.__name__)
def test_this_source_passes(check: release_checks.Check) -> None:
    assert check(PROJECT) == []


def test_a_sound_small_project_passes(project: Path) -> None:
    for check in (changes, one_version, clean_tree, pictures_and_links):
        assert check(project) == []


@pytest.mark.parametrize(
    "text", ["# Changes\n", "# Changes\n\n## Unreleased\n", "# Changes\n\n## 0.0.1\n\n- Old.\n"]
)
def test_a_changelog_that_tells_nothing_new_is_a_fault(project: Path, text: str) -> None:
    write(project, "CHANGELOG.md", text)
    assert len(changes(project)) == 1


def test_a_changelog_with_this_version_is_told_enough(project: Path) -> None:
    head = f"## {deskstretch.__version__} - 2026-12-01"
    write(project, "CHANGELOG.md", f"# Changes\n\n{head}\n\n### Added\n- It.\n")
    assert changes(project) == []


def test_a_second_place_with_the_version_is_named(project: Path) -> None:
    write(project, "setup.cfg", f"version = {deskstretch.__version__}\n")
    commit(project)
    assert one_version(project) == ["setup.cfg repeats the version"]


def test_a_version_that_is_not_that_of_the_program_is_a_fault(project: Path) -> None:
    write(project, VERSION_FILE, '__version__ = "99"\n')
    commit(project)
    assert len(one_version(project)) == 1


def test_what_is_not_committed_is_named(project: Path) -> None:
    write(project, "new.txt", "")
    assert clean_tree(project) == ["not committed: new.txt"]


def test_a_missing_picture_and_one_that_is_none_are_named(project: Path) -> None:
    write(project, "README.md", "![One](docs/one.png) ![Two](docs/two.png) [x](https://a.invalid)")
    write(project, "docs/two.png", "no picture")
    assert pictures_and_links(project) == [
        "README.md: no docs/one.png",
        "README.md: docs/two.png is no picture",
    ]


def test_a_broken_menu_entry_is_a_fault(project: Path) -> None:
    write(project, "packaging/linux/deskstretch.desktop", "[Desktop Entry]\n")
    write(project, "packaging/linux/deskstretch.metainfo.xml", "<component/>\n")
    assert len(menu_files(project)) == 2


def test_a_licence_that_nobody_looked_at_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_checks, "ACCEPTED_LICENCES", {"LGPL-3.0-only", "BSD-3-Clause"})
    assert "tomlkit is under MIT, which nobody has looked at yet" in licences(PROJECT)


def test_a_translation_that_is_behind_is_named(tmp_path: Path) -> None:
    faults = translations(tmp_path)
    assert "resources/languages/de/program.mo is not up to date" in faults


def test_the_committed_wheel_is_built_twice_alike() -> None:
    assert same_wheel(PROJECT) == []


def test_all_checks_run_and_each_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = {"one": lambda _: ["because"], "two": lambda _: []}
    assert run_checks(checks, tmp_path) == 1
    assert capsys.readouterr().out == "not ok  one\n        because\nok      two\n"
    assert run_checks({"two": lambda _: []}, tmp_path) == 0


def test_every_quick_check_says_what_is_so() -> None:
    assert len(set(QUICK.values())) == len(QUICK) == 8

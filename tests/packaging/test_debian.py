"""Debian's package says of itself what the wheel says, in Debian's words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packages.debian import RULES, changelog

PROJECT = Path(__file__).parents[2]
DEBIAN_NAMES = {
    "PySide6-Essentials": [
        f"python3-pyside6.{module}" for module in ("qtcore", "qtdbus", "qtgui", "qtwidgets")
    ]
}
FIELD = re.compile(r"^([A-Z][\w-]*):((?:.*\n)(?:[ \t].*\n)*)", re.MULTILINE)


def paragraphs() -> list[dict[str, str]]:
    text = (PROJECT / RULES / "control").read_text(encoding="utf-8")
    return [dict(FIELD.findall(paragraph + "\n")) for paragraph in text.split("\n\n")]


def relations(field: str) -> set[str]:
    return {part.split("<")[0].strip() for part in field.split(",") if part.strip()}


def wanted() -> set[str]:
    """What pyproject.toml asks for, with the least version, as Debian writes it."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = set()
    for requirement in project["dependencies"]:
        name, version = re.match(r"([\w-]+)>=([\d.]+)", requirement).groups()  # type: ignore[union-attr]
        for package in DEBIAN_NAMES.get(name, [f"python3-{name}"]):
            found.add(f"{package} (>= {version})")
    return found


def test_it_depends_on_what_the_wheel_needs_in_these_versions() -> None:
    (_, package) = paragraphs()
    declared = {one for one in relations(package["Depends"]) if not one.startswith("$")}
    assert declared == wanted()


def test_it_names_every_module_of_qt_that_is_imported() -> None:
    files = (PROJECT / "src").rglob("*.py")
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    used = set(re.findall(r"from PySide6\.(\w+) import", code))
    assert {f"python3-pyside6.{name.lower()}" for name in used} == set(
        DEBIAN_NAMES["PySide6-Essentials"]
    )


def test_nothing_of_it_runs_when_it_is_installed_or_purged() -> None:
    scripts = {"preinst", "postinst", "prerm", "postrm", "config"}
    assert not [file for file in (PROJECT / RULES).rglob("*") if file.suffix[1:] in scripts]
    assert not scripts & {file.name for file in (PROJECT / RULES).iterdir()}


def test_its_changelog_has_the_version_and_the_date_as_debian_writes_them() -> None:
    head, _, trailer = changelog("1.2.3", 1_700_000_000).strip().partition("\n\n")
    assert head == "deskstretch (1.2.3-1) unstable; urgency=medium"
    assert trailer.endswith(">  Tue, 14 Nov 2023 22:13:20 +0000")

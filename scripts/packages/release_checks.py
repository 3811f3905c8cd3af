"""What a release must pass: each check gives the faults that it finds, none if all is well."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import deskstretch
import languages
from packages.from_python import build_by_hatch
from packages.licences import licence_texts
from packages.parts import all_parts, licence_of, name_of

Check = Callable[[Path], list[str]]

ACCEPTED_LICENCES = {"MIT", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "LGPL-3.0-only"}
VERSION_FILE = "src/deskstretch/__init__.py"
_MENU = Path("packaging", "linux")
_VALIDATORS = (
    ("desktop-file-validate", str(_MENU / "deskstretch.desktop")),
    ("appstreamcli", "validate", "--no-net", str(_MENU / "deskstretch.metainfo.xml")),
)
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".apng": b"\x89PNG\r\n\x1a\n"}
_LINK = re.compile(r"\]\(([^)#\s]+)")


def changes(project: Path) -> list[str]:
    """CHANGELOG.md tells something, below "Unreleased" or this version."""
    text = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.escape(deskstretch.__version__)
    for section in text.split("\n## ")[1:]:
        title, _, told = section.partition("\n")
        if re.match(rf"(Unreleased|\[?{version}\b)", title) and "\n- " in f"\n{told}":
            return []
    return [f"CHANGELOG.md tells nothing of {deskstretch.__version__}, nor of what is unreleased"]


def one_version(project: Path) -> list[str]:
    """The version stands in one file of the source and in no other."""
    search = ("git", "grep", "-lwF", deskstretch.__version__, "--")
    places = (".", ":!CHANGELOG.md", ":!constraints.txt", ":!*.po", ":!packaging/licences/*.txt")
    told = subprocess.run((*search, *places), cwd=project, capture_output=True, text=True)
    found = told.stdout.split()
    if VERSION_FILE not in found:
        return [f"{VERSION_FILE} does not have {deskstretch.__version__}"]
    return [f"{file} repeats the version" for file in found if file != VERSION_FILE]


def clean_tree(project: Path) -> list[str]:
    """Everything is committed."""
    ask = ("git", "status", "--porcelain")
    told = subprocess.run(ask, cwd=project, capture_output=True, text=True, check=True).stdout
    return [f"not committed: {line[3:]}" for line in told.splitlines()]


def translations(project: Path) -> list[str]:
    """Each language has every text, and its files are what `./dev languages` would write."""
    folder = project / "resources" / "languages"
    faults = []
    for language in languages.TRANSLATED:
        for texts in ("program", "stretches"):
            catalog = languages.brought_up_to_date(language, texts)
            if missing := languages.untranslated(catalog):
                faults.append(f"{language} {texts}: {len(missing)} not translated")
            whole = {"po": languages.po_bytes(catalog), "mo": languages.mo_bytes(catalog)}
            for ending, content in whole.items():
                file = folder / language / f"{texts}.{ending}"
                if not file.is_file() or file.read_bytes() != content:
                    faults.append(f"{file.relative_to(project)} is not up to date")
    return faults


def same_wheel(project: Path) -> list[str]:
    """What is committed, built here and elsewhere, gives the same bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        made = []
        for place in (Path(scratch, "one"), Path(scratch, "another place")):
            _unpack_commit(project, place)
            made.append(build_by_hatch("wheel", place / "dist", place).read_bytes())
    return [] if made[0] == made[1] else ["two builds of the wheel differ"]


def menu_files(project: Path) -> list[str]:
    """Desktop entry and catalogue page are valid, as the desktops' own tools say."""
    faults = []
    for command in _VALIDATORS:
        done = subprocess.run(command, cwd=project, capture_output=True, text=True)
        if done.returncode or (command[0] == "desktop-file-validate" and done.stdout):
            faults.append(f"{command[0]}: {' '.join((done.stdout + done.stderr).split())}")
    return faults


def licences(project: Path) -> list[str]:
    """Each part has a licence that may be handed out with ours, and its text is there."""
    try:
        licence_texts(project)
        said = {name_of(part): licence_of(part) for part in all_parts()}
    except ValueError as error:
        return [str(error)]
    return [
        f"{name} is under {licence}, which nobody has looked at yet"
        for name, licence in said.items()
        if not ACCEPTED_LICENCES & set(licence.split(" OR "))
    ]


def pictures_and_links(project: Path) -> list[str]:
    """Every file that README.md and docs/ point to is there, and pictures are pictures."""
    faults = []
    for page in (project / "README.md", *sorted((project / "docs").glob("*.md"))):
        for target in _LINK.findall(page.read_text(encoding="utf-8")):
            if "://" in target or target.startswith("mailto:"):
                continue
            file = page.parent / target
            signature = _SIGNATURES.get(file.suffix, b"")
            if not file.exists():
                faults.append(f"{page.relative_to(project)}: no {target}")
            elif file.is_file() and not file.read_bytes().startswith(signature):
                faults.append(f"{page.relative_to(project)}: {target} is no picture")
    return faults


def whole_tests(project: Path) -> list[str]:
    """All tests and checks, as every change must pass them."""
    return _ran(project, ".ci/run")


def tries(project: Path) -> list[str]:
    """Every kind of package on a clean Debian."""
    return _ran(project, sys.executable, "scripts/package.py", "--try")


def _ran(project: Path, *command: str) -> list[str]:
    code = subprocess.run(command, cwd=project).returncode
    return [f"{command[-1]} ended with {code}"] if code else []


def _unpack_commit(project: Path, place: Path) -> None:
    """Git's own archive of it, which holds nothing that is not committed."""
    place.mkdir(parents=True)
    archive = place / "source.tar"
    command = ("git", "archive", "--output", str(archive), "HEAD")
    subprocess.run(command, cwd=project, check=True)
    with tarfile.open(archive) as source:
        source.extractall(place)  # made by ourselves just now
    archive.unlink()


QUICK: dict[str, Check] = {
    "CHANGELOG.md tells what changed": changes,
    "the version stands in one place": one_version,
    "everything is committed": clean_tree,
    "every language is complete": translations,
    "the wheel is built twice alike": same_wheel,
    "menu entry and catalogue page are valid": menu_files,
    "each part's licence is known and handed out": licences,
    "pictures and links of the documents are there": pictures_and_links,
}
LONG: dict[str, Check] = {
    "tests and checks pass": whole_tests,
    "each package does its work on a clean Debian": tries,
}

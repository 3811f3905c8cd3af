"""Each part that is handed out says its licence, and the bill of materials names them all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import deskstretch
from package import build
from packages.licences import FOLDER, WITHOUT_TEXTS, licence_texts, system_licences
from packages.parts import all_parts, licence_of, name_of
from packages.sbom import bill_of_materials

PROJECT = Path(__file__).parents[2]
TABLE = (PROJECT / FOLDER / "README.md").read_text(encoding="utf-8")


def dependencies() -> set[str]:
    """Those of pyproject.toml, as indexes of packages write them."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = (re.match(r"[\w-]+", one) for one in project["dependencies"])
    return {name[0].lower() for name in names if name}


def test_what_the_dependencies_need_counts_too_and_what_developers_need_does_not() -> None:
    names = {name_of(part) for part in all_parts()}
    assert dependencies() < names
    assert names - dependencies() == {"shiboken6", "tzlocal"}


def test_every_part_stands_in_the_table() -> None:
    table = TABLE.lower()
    missing = {name_of(part).removesuffix("-essentials") for part in all_parts()}
    assert [name for name in missing if name.removesuffix("6") not in table] == []


def test_every_part_brings_the_text_of_its_licence_but_qt_whose_texts_are_here() -> None:
    texts = licence_texts(PROJECT)
    folders = {folder for _, folder in texts}
    with_text = {name_of(part) for part in all_parts()} - set(WITHOUT_TEXTS)
    assert {"licences"} | {f"licences/{name}" for name in with_text} <= folders
    assert all(Path(file).read_text(encoding="utf-8").strip() for file, _ in texts)


def test_only_what_is_under_the_lgpl_comes_without_a_text_of_its_own() -> None:
    lgpl = {name_of(part) for part in all_parts() if "LGPL-3.0-only" in licence_of(part)}
    assert lgpl == set(WITHOUT_TEXTS)
    for name, title in (("LGPL-3.0", "GNU LESSER GENERAL"), ("GPL-3.0", "GNU GENERAL")):
        text = (PROJECT / FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        assert text.split("\n", 1)[0].strip() == f"{title} PUBLIC LICENSE"


def test_libraries_of_the_system_are_traced_to_their_package() -> None:
    command = ("dpkg-query", "--listfiles", "libfontconfig1")
    files = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    (library, *_) = (file for file in files if "/libfontconfig.so." in file)
    found = system_licences([library, "/nowhere/libnothing.so"])
    assert found.pop("libfontconfig1") == Path("/usr/share/doc/libfontconfig1/copyright")
    assert found.pop("common-licenses/LGPL-2.1").is_file()
    assert all(name.startswith("common-licenses/") for name in found)
    assert system_licences(["/nowhere/libnothing.so"]) == {}


def test_the_bill_names_each_part_with_version_and_licence() -> None:
    bill = json.loads(json.dumps(bill_of_materials(0)))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == deskstretch.__version__
    assert bill["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    named = {(part["name"], part["version"]) for part in bill["components"]}
    assert {(part.metadata["Name"], part.version) for part in all_parts()} < named
    assert {"Qt", "Python"} < {name for name, _ in named}
    assert all(part["licenses"][0]["expression"] for part in bill["components"])


def test_everything_that_is_needed_stands_in_the_bill_once() -> None:
    bill = json.loads(json.dumps(bill_of_materials(0)))
    references = [part["bom-ref"] for part in (bill["metadata"]["component"], *bill["components"])]
    assert len(set(references)) == len(references)
    for entry in bill["dependencies"]:
        assert {entry["ref"], *entry["dependsOn"]} <= set(references)


def test_the_same_parts_give_the_same_bill_and_another_date_another_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = [build("sbom", tmp_path / folder).read_bytes() for folder in ("a", "b")]
    assert made[0] == made[1]
    assert bill_of_materials(1)["serialNumber"] != bill_of_materials(2)["serialNumber"]


def test_the_bill_is_written_by_command() -> None:
    command = (sys.executable, "scripts/package.py", "sbom")
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    file = Path(done.stdout.split("  ")[0])
    assert json.loads(file.read_bytes())["metadata"]["component"]["name"] == "deskstretch"

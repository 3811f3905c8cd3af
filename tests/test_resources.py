"""The files that come with the program are found wherever it runs from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import deskstretch
from deskstretch.resources import resource_path


def test_a_checkout_has_its_resources_beside_the_source() -> None:
    assert resource_path("icons") == Path(__file__).parents[1] / "resources" / "icons"
    assert resource_path("exercises.json").is_file()


def test_an_installed_package_has_its_resources_inside_itself(tmp_path: Path) -> None:
    package = tmp_path / "deskstretch"
    (package / "resources").mkdir(parents=True)
    for module in ("__init__.py", "resources.py"):
        shutil.copy(Path(deskstretch.__file__).with_name(module), package)
    code = "from deskstretch.resources import resource_path; print(resource_path('x', 'y'))"
    answer = subprocess.run(
        (sys.executable, "-c", code),
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(answer.stdout.strip()) == package / "resources" / "x" / "y"


def test_a_frozen_app_has_its_resources_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("exercises.json") == tmp_path / "resources" / "exercises.json"

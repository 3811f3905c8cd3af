"""What is tried on a clean Debian is what the documents print."""

from __future__ import annotations

from pathlib import Path

import pytest

from package import KINDS, TRIED
from packages.trying import INSTALL_GUIDE, TRIES, commands_under, readme_commands

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / INSTALL_GUIDE).read_text(encoding="utf-8")


def test_the_readme_prints_two_commands() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert readme_commands(readme) == ["./dev run", "./dev test"]


@pytest.mark.parametrize("heading", ["By pipx", "By uv", "Menu entry and icons", "Removing it"])
def test_the_guide_has_commands_under(heading: str) -> None:
    assert commands_under(GUIDE, heading).endswith("\n")


def test_commands_under_another_heading_are_not_taken_for_ones_own() -> None:
    with pytest.raises(ValueError, match="no commands"):
        commands_under("\n## One\n\n## Two\n```sh\ntrue\n```\n", "One")


def test_every_kind_is_in_the_guide_and_every_one_with_a_program_is_tried() -> None:
    installed = KINDS.keys() - {"sdist", "sbom"}
    assert all(f"| `{kind}` |" in GUIDE for kind in installed)
    assert set(TRIED) == set(TRIES) == installed | {"checkout"}

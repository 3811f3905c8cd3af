"""How much is downloaded, and how much lies on the disk."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path

from measuring.installed import Installed
from measuring.row import Row

QT = {"pyside6-essentials", "shiboken6"}
NOT_OURS = {"pip", "setuptools"}


def measure_size(installed: Installed) -> list[Row]:
    """The wheel, and everything that it brings beside what Qt alone would be."""
    packages = next((installed.environment / "lib").glob("python*/site-packages"))
    sizes = {
        _name(one): _megabytes(one)
        for one in distributions(path=[str(packages)])
        if _name(one) not in NOT_OURS
    }
    return [
        Row(
            group="size",
            what="wheel",
            unit="MB",
            ours=[installed.wheel.stat().st_size / 1e6],
            reach=3.0,
        ),
        Row(
            group="size",
            what="installed, with all that it needs",
            unit="MB",
            ours=[sum(sizes.values())],
            others=[sum(size for name, size in sizes.items() if name in QT)],
            other_name="PySide6-Essentials alone",
            reach=1.15,
        ),
    ]


def _name(distribution: Distribution) -> str:
    return distribution.metadata["Name"].lower().replace("_", "-")


def _megabytes(distribution: Distribution) -> float:
    files = [Path(str(file.locate())) for file in distribution.files or ()]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6

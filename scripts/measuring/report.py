"""The table that is printed, and the JSON that has every sample."""

from __future__ import annotations

import os
import platform
import statistics
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from measuring.row import Row

HEAD = ("what", "DeskStretch", "compared with", "ratio", "to reach", "")
MARKS = {True: "reached", False: "NOT reached", None: ""}


def table(rows: list[Row]) -> str:
    """As Markdown, so that it can go into the documentation as it is."""
    lines = [HEAD, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    padded = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    padded.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(padded)


def cells(row: Row) -> tuple[str, ...]:
    others = {row.other_name: row.others} if row.others else {}
    compared = ", ".join(
        f"{name} {number(statistics.median(samples))}"
        for name, samples in {**others, **row.peers}.items()
    )
    sign = {"most": "≤", "least": "≥"}[row.bound]
    times = " x" if row.ratio is not None else ""
    return (
        row.what,
        f"{number(row.median)} {row.unit}",
        compared,
        "" if row.ratio is None else f"{row.ratio:.2f}",
        "" if row.reach is None else f"{sign} {row.reach:g}{times}",
        MARKS[row.is_reached],
    )


def number(value: float) -> str:
    """Three digits that matter."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def write_json(path: Path, rows: list[Row]) -> None:
    """Everything that was measured, with the machine it was measured on."""
    result = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "rows": [
            {
                **msgspec.to_builtins(row),
                "median": row.median,
                "other_median": row.other_median,
                "ratio": row.ratio,
                "is_reached": row.is_reached,
            }
            for row in rows
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n")


def machine() -> dict[str, object]:
    """What the figures depend on."""
    facts = platform.freedesktop_os_release() if Path("/etc/os-release").exists() else {}
    return {
        "system": facts.get("PRETTY_NAME", platform.system()),
        "kernel": platform.release(),
        "processor": processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()

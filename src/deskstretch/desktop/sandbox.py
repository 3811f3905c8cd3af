"""Whether this runs inside a Flatpak."""

from __future__ import annotations

from pathlib import Path

FLATPAK = Path("/.flatpak-info")
"""Is there inside every Flatpak, and nowhere else."""

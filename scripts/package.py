"""Builds what is handed out, below dist/, or tries it out on a clean Debian.

wheel    to install where there is Python
sdist    all of the source
deb      for Debian 13 and newer
frozen   a folder that needs no Python
single   the same as one file, which unpacks itself at each start
sbom     the bill of materials: each part with its version and licence, as CycloneDX

The same source gives the same wheel and sdist, byte for byte, wherever and whenever it is built.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from packages.debian import build_deb
from packages.from_python import build_by_hatch
from packages.frozen import build_folder, build_single
from packages.sbom import write_sbom

PROJECT = Path(__file__).parents[1]
KINDS: dict[str, Callable[[Path, Path], Path]] = {
    "wheel": partial(build_by_hatch, "wheel"),
    "sdist": partial(build_by_hatch, "sdist"),
    "deb": build_deb,
    "frozen": build_folder,
    "single": build_single,
    "sbom": write_sbom,
}
QUICK = ("wheel", "sdist")
TRIED = ("wheel", "deb", "frozen", "single", "checkout")


def build(kind: str, folder: Path, project: Path = PROJECT) -> Path:
    """Build one kind from the source in `project`; the answer is the file, in `folder`."""
    return KINDS[kind](folder, project)


def main() -> int:
    parser = _parser()
    options = parser.parse_args()
    known = TRIED if options.try_out else tuple(KINDS)
    if unknown := set(options.kinds) - set(known):
        parser.error(f"no kind {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    if options.try_out:
        from packages.trying import try_out

        return try_out(options.kinds or TRIED, PROJECT)
    for kind in options.kinds or QUICK:
        print(_described(build(kind, PROJECT / "dist")))
    return 0


def _described(made: Path) -> str:
    files = [made, *made.rglob("*")] if made.is_dir() else [made]
    size = sum(file.lstat().st_size for file in files if not file.is_dir() or file.is_symlink())
    return f"{made}  {size / 1e6:.3g} MB"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./dev package",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="default: wheel and sdist")
    parser.add_argument(
        "--try",
        dest="try_out",
        action="store_true",
        help="install each on a clean Debian, take one break with it, remove it, and look at what "
        "stays; `checkout` is the README's own two commands",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

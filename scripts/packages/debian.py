"""The Debian package: built by Debian's own tools, in a Debian with only what it says it needs."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from packages.clean_root import CleanRoot
from packages.from_python import build_by_hatch, source_date

RELEASE = "trixie"
"""Debian 13, the first that has PySide6 in the versions that DeskStretch runs with."""
RULES = Path("packaging", "debian")

_BUILD = """
cd ~/build/deskstretch-*/
cp -r packaging/debian .
mv ../changelog debian/
dpkg-buildpackage --build=full --no-sign > ../build.log 2>&1 || { tail -n 60 ../build.log; exit 1; }
"""
_CHECKS = """
cd ~/build
lintian --fail-on error --suppress-tags initial-upload-closes-no-bugs deskstretch_*.changes
"""


def build_deb(folder: Path, project: Path) -> Path:
    """The package, in `folder`. SystemExit with lintian's words if it finds an error."""
    sdist = build_by_hatch("sdist", project / "build" / "deb", project)
    version = sdist.name.removeprefix("deskstretch-").removesuffix(".tar.gz")
    with CleanRoot(RELEASE, project) as root:
        work = root.home / "build"
        shutil.copytree(project / RULES, root.inside("/tmp/deskstretch/debian"))
        root.install("build-essential", "lintian")
        root.run("apt-get", "-qq", "-y", "--no-install-recommends", "build-dep", "/tmp/deskstretch")
        root.run("mkdir", "build", person=True)
        shutil.copy(sdist, work / f"deskstretch_{version}.orig.tar.gz")
        (work / "changelog").write_text(changelog(version, int(source_date(project))))
        root.shell(f"tar -C build -xf build/deskstretch_{version}.orig.tar.gz", person=True)
        root.shell(_BUILD, person=True)
        print(root.shell(_CHECKS, person=True), end="")
        (made,) = work.glob("deskstretch_*.deb")
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(made, folder))


def changelog(version: str, seconds: int) -> str:
    """Debian's own: which version this is, and of when; what changed is told in CHANGELOG.md."""
    date = format_datetime(datetime.fromtimestamp(seconds, UTC))
    who = "The DeskStretch authors <deskstretch@packages.invalid>"
    return (
        f"deskstretch ({version}-1) unstable; urgency=medium\n\n"
        f"  * What changed is told in CHANGELOG.md.\n\n -- {who}  {date}\n"
    )

"""Each package as a person meets it: on a clean Debian, from installing to what stays behind."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from packages.clean_root import HOME, CleanRoot
from packages.debian import RELEASE, build_deb
from packages.from_python import build_by_hatch
from packages.frozen import build_folder, build_single
from packages.office import HISTORY_FILE, SETTINGS_FILE, take_one_break, things_at_home

OLDEST = "bookworm"
"""Debian 12 has the oldest Python that will do."""
INSTALL_GUIDE = Path("docs", "install.md")
FROZEN_NEEDS = ("fontconfig-config", "fonts-dejavu-core", "libegl1", "libgl1", "xkb-data")
"""What every desktop has and a bare Debian has not."""
MENU_FILES = (
    "applications/deskstretch.desktop",
    "icons/hicolor/scalable/apps/deskstretch.svg",
    "icons/hicolor/48x48/apps/deskstretch.png",
)
DEB_RESOURCES = "/usr/lib/python3/dist-packages/deskstretch/resources"
DEB_FILES = (
    *MENU_FILES,
    "bash-completion/completions/deskstretch",
    "fish/vendor_completions.d/deskstretch.fish",
    "man/man1/deskstretch.1.gz",
    "metainfo/app.deskstretch.deskstretch.metainfo.xml",
    "zsh/vendor-completions/_deskstretch",
)
_LATER_VERSION = """
cd /tmp
dpkg-deb -R {file} later
sed -i 's/^Version: .*/&+later/' later/DEBIAN/control
dpkg-deb -b later later.deb
"""


def try_out(kinds: Sequence[str], project: Path) -> int:
    """0 if all went as promised; the first thing that did not ends it."""
    for kind in kinds:
        print(f"== {kind}", flush=True)
        try:
            TRIES[kind](project)
        except (RuntimeError, TimeoutError, subprocess.CalledProcessError) as error:
            print(f"{kind}: {error}", file=sys.stderr)
            return 1
    return 0


def try_wheel(project: Path) -> None:
    """As docs/install.md says: by pipx with menu entry and icons, and by uv."""
    guide = (project / INSTALL_GUIDE).read_text(encoding="utf-8")
    with CleanRoot(OLDEST, project) as root, tempfile.TemporaryDirectory() as folder:
        wheel = build_by_hatch("wheel", Path(folder), project)
        root.install("ca-certificates", "pipx", *_qt_needs(project))
        _lay_down(root, wheel)
        root.shell(commands_under(guide, "By pipx"), person=True)
        root.shell(commands_under(guide, "Menu entry and icons"), person=True)
        share = HOME / ".local" / "share"
        _expect(all(root.inside(share / name).is_file() for name in MENU_FILES), "in the menu")
        _break_with(root, "deskstretch", project, "wheel")
        before = _data(root)
        root.shell(commands_under(guide, "Removing it"), person=True)
        _expect(_is_gone(root) and _data(root) == before, "removed; settings and history stay")
        left = [name for name in MENU_FILES if root.inside(share / name).exists()]
        _expect(not left, "nothing of it is left in the menu")
        root.shell("pipx install uv", person=True)
        certificates = "export SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt\n"
        root.shell(certificates + commands_under(guide, "By uv"), person=True)
        row = root.run("deskstretch", "history", "check", person=True)
        _expect(bool(row), f"installed by uv, it reads the same history: {row.strip()}")


def try_deb(project: Path) -> None:
    """Installed with nothing but what it declares; upgraded, removed and purged."""
    with CleanRoot(RELEASE, project) as root, tempfile.TemporaryDirectory() as folder:
        package = build_deb(Path(folder), project)
        _lay_down(root, package)
        file = f"{HOME}/{package.name}"
        root.install(file)
        missing = [name for name in DEB_FILES if not root.inside(f"/usr/share/{name}").is_file()]
        _expect(not missing, "menu, icons, manual and completions are there")
        files = root.run("dpkg", "--listfiles", "deskstretch").split()
        _expect_resources(root.inside(DEB_RESOURCES), project)
        _break_with(root, "deskstretch", project, "deb")
        at_home = things_at_home(root)
        root.shell(_LATER_VERSION.format(file=file))
        root.install("/tmp/later.deb")
        root.run("deskstretch", "history", "check", person=True)
        _expect(things_at_home(root) == at_home, "upgraded; nothing at home was touched")
        root.run("apt-get", "-qq", "-y", "remove", "deskstretch")
        _expect(
            _is_gone(root) and things_at_home(root) == at_home, "removed; settings, history stay"
        )
        root.install(file)
        root.run("apt-get", "-qq", "-y", "purge", "deskstretch")
        left = [name for name in files if "deskstretch" in name and root.inside(name).exists()]
        _expect(not left, "installed again and purged; nothing is left of it outside of the home")
        _expect(things_at_home(root) == at_home, "nor was anything taken from the home")


def try_frozen(project: Path) -> None:
    """The folder, on a system without Python."""
    _try_without_python(project, "frozen", build_folder, f"{HOME}/deskstretch/deskstretch")


def try_single(project: Path) -> None:
    """The single file, on a system without Python."""
    _try_without_python(project, "single", build_single, f"{HOME}/deskstretch-single")


def _try_without_python(
    project: Path, kind: str, build: Callable[[Path, Path], Path], program: str
) -> None:
    with CleanRoot(OLDEST, project) as root, tempfile.TemporaryDirectory() as folder:
        made = build(Path(folder), project)
        root.install(*FROZEN_NEEDS)
        root.shell("! command -v python3")
        _lay_down(root, made)
        if made.is_dir():
            _expect_resources(made / "_internal" / "resources", project)
        _break_with(root, program, project, kind)
        before = _data(root)
        root.shell(f"rm -r ~/{shlex.quote(made.name)}", person=True)
        _expect(_data(root) == before, "removed; settings and history stay")


def try_checkout(project: Path) -> None:
    """The README's own commands, in a clone, on a Debian with git and certificates only."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    log = project / "build" / "try" / "checkout.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with CleanRoot(OLDEST, project) as root, log.open("wb") as output:
        root.install("ca-certificates", "git")
        clone = "git -c safe.directory='*' clone --quiet /root/source ~/DeskStretch"
        subprocess.run(
            ("git", "clone", "--quiet", "--bare", project, root.inside("/tmp/source")), check=True
        )
        root.shell(clone.replace("/root/source", "/tmp/source"))
        for words in readme_commands(readme):
            print(f"   {words} (what it says: {log})", flush=True)
            command = root.command("sh", "-euc", f"cd ~/DeskStretch; {words}")
            subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=True
            )
            _expect(True, words)


def commands_under(guide: str, heading: str) -> str:
    """The first block of shell commands under a heading of a Markdown text."""
    _, _, below = guide.partition(f"\n## {heading}\n")
    found = re.search(r"```sh\n(.*?)```", below.partition("\n## ")[0], re.DOTALL)
    if found is None:
        raise ValueError(f"no commands under {heading!r}")
    return found[1]


def readme_commands(readme: str) -> list[str]:
    """The commands to try it out, as the README prints them: up to the two spaces behind each."""
    _, _, below = readme.partition("\n## Try it\n")
    return re.findall(r"^(\./dev \w+)  ", below.partition("\n## ")[0], re.MULTILINE)


def _qt_needs(project: Path) -> list[str]:
    """The Debian packages of what Qt's wheel expects of a system."""
    script = '. scripts/system_packages.sh; echo "$runtime_needs"'
    told = subprocess.run(("sh", "-euc", script), cwd=project, capture_output=True, text=True)
    return sorted({line.split()[1] for line in told.stdout.splitlines() if line})


def _lay_down(root: CleanRoot, made: Path) -> None:
    """Put a package into the person's home, as if it had been downloaded."""
    target = root.inside("/tmp") / made.name
    if made.is_dir():
        shutil.copytree(made, target, symlinks=True)
    else:
        shutil.copy(made, target)
    root.run("cp", "--recursive", "--preserve=mode,links", f"/tmp/{made.name}", ".", person=True)


def _break_with(root: CleanRoot, program: str, project: Path, kind: str) -> None:
    row = take_one_break(root, program, project / "build" / "try" / kind)
    _expect(row.get("outcome") == "taken", f"one break: {row}")
    root.run(program, "autostart", "on", person=True)
    entry = root.inside(HOME / ".config" / "autostart" / "deskstretch.desktop").read_text()
    (command,) = re.findall("^Exec=(.*)$", entry, re.MULTILINE)
    root.run("test", "-x", command, person=True)
    root.run(program, "autostart", "off", person=True)
    _expect(True, f"the desktop would start {command}")


def _data(root: CleanRoot) -> dict[str, bytes]:
    """The settings and the history."""
    return {str(file): root.inside(file).read_bytes() for file in (SETTINGS_FILE, HISTORY_FILE)}


def _is_gone(root: CleanRoot) -> bool:
    return root.shell("command -v deskstretch || echo gone", person=True) == "gone\n"


def _expect_resources(folder: Path, project: Path) -> None:
    """Stretches, sounds, icons and translations: all of them."""
    whole = _names(project / "resources")
    _expect(_names(folder) == whole, f"all {len(whole)} files of resources/ are in it")


def _names(folder: Path) -> set[Path]:
    return {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}


def _expect(is_so: bool, what: str) -> None:
    if not is_so:
        raise RuntimeError(f"not so: {what}")
    print(f"   {what}", flush=True)


TRIES: dict[str, Callable[[Path], None]] = {
    "wheel": try_wheel,
    "deb": try_deb,
    "frozen": try_frozen,
    "single": try_single,
    "checkout": try_checkout,
}

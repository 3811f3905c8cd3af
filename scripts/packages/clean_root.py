"""A Debian with nothing in it but itself, to build packages in and to try them out.

Made by debootstrap, once for each release, under build/roots/; every use gets a copy. What is
mounted in it is seen by its own processes alone and goes with them. Needs root, or a sudo that asks
nothing.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

_US = os.geteuid() if os.name == "posix" else 0  # others import this and never use it
AS_ROOT = () if _US == 0 else ("sudo",)
UID = _US or 1000
"""Of the person in there: who asks for it, or anybody else than root."""
HOME = Path("/home/person")

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_WAY_OUT = ("etc/resolv.conf", "etc/hosts", "etc/pip.conf", "usr/local/share/ca-certificates")
"""By what this machine reaches the network."""
_ENTER = """
root=$1 shared=$2; shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
for each in $shared; do
    mkdir -p "$root$each"
    mount --bind "$each" "$root$each"
done
exec chroot "$@"
"""
_NO_SERVICES = "#!/bin/sh\nexit 101\n"
"""Tells packages not to start any while they are installed."""


class CleanRoot:
    """A context manager: the copy is there inside it, and gone afterwards."""

    def __init__(self, release: str, project: Path) -> None:
        """`release` is Debian's name of it, such as "trixie"."""
        self._release = release
        self._roots = project / "build" / "roots"
        self.folder = Path()

    def __enter__(self) -> Self:
        base = self._base()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self._release}-", dir=self._roots))
        _as_root("cp", "--archive", "--reflink=auto", f"{base}/.", str(self.folder))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _as_root("rm", "--recursive", "--one-file-system", "--", str(self.folder))

    @property
    def home(self) -> Path:
        """The person's, as seen from outside."""
        return self.inside(HOME)

    def inside(self, path: Path | str) -> Path:
        """Where a path of the root is, as seen from outside."""
        return self.folder / str(path).lstrip("/")

    def run(self, *words: str, person: bool = False, env: Mapping[str, str] | None = None) -> str:
        """Run a command in there, as root or as the person; gives what it prints.

        CalledProcessError if it fails; what it complained of has gone to our own output.
        """
        command = self.command(*words, person=person, env=env)
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=True
        ).stdout

    def shell(self, script: str, person: bool = False) -> str:
        """As `run`, for lines of a shell."""
        return self.run("sh", "-euc", script, person=person)

    def install(self, *packages: str) -> None:
        """Debian packages, or files of such, with what they depend on and nothing more."""
        apt = ("apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages)
        self.run("apt-get", "-qq", "update")
        self.run(*apt)

    def command(
        self,
        *words: str,
        person: bool = False,
        env: Mapping[str, str] | None = None,
        shared: tuple[Path, ...] = (),
        network: bool = True,
    ) -> tuple[str, ...]:
        """What runs a command in there, in an environment of nothing but `env`.

        The folders of `shared` are seen inside as they are outside.
        """
        home = str(HOME) if person else "/root"
        path = f"{HOME}/.local/bin:{_PATH}" if person else _PATH
        known = {"PATH": path, "LANG": "C.UTF-8", "HOME": home}
        known |= {"DEBIAN_FRONTEND": "noninteractive", **(env or {})}
        who = (f"--userspec={UID}:{UID}",) if person else ()
        cut_off = () if network else ("--net",)
        return (
            *(*AS_ROOT, "unshare", "--mount", *cut_off, "sh", "-euc", _ENTER, "sh"),
            *(str(self.folder), " ".join(map(str, shared))),
            *(*who, str(self.folder), "env", "-i", f"--chdir={home}"),
            *(f"{name}={value}" for name, value in known.items()),
            *words,
        )

    def _base(self) -> Path:
        base = self._roots / self._release
        if base.is_dir():
            return base
        self._roots.mkdir(parents=True, exist_ok=True)
        new = self._roots / f"{self._release}.new"
        _as_root("rm", "--recursive", "--force", "--one-file-system", str(new))
        make = (*AS_ROOT, "debootstrap", "--variant=minbase", self._release, str(new), _archive())
        print(f"making a clean {self._release}", flush=True)
        subprocess.run(
            make, env=os.environ | {"PATH": _PATH}, stdout=subprocess.DEVNULL, check=True
        )
        for name in _WAY_OUT:
            if Path("/", name).exists():
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                _as_root("cp", "--recursive", "--dereference", "-T", f"/{name}", str(new / name))
        _write_as_root(new / "usr/sbin/policy-rc.d", _NO_SERVICES, "755")
        person = ("useradd", "--create-home", f"--uid={UID}", "--user-group", HOME.name)
        _as_root("chroot", str(new), *person)
        new.rename(base)
        return base


def _archive() -> str:
    """Where this machine has its own Debian packages from."""
    ask = ("apt-get", "indextargets", "--format", "$(ORIGIN) $(COMPONENT) $(CODENAME) $(REPO_URI)")
    told = subprocess.run(
        (*ask, "Created-By: Packages"), capture_output=True, text=True, check=True
    ).stdout
    for line in told.splitlines():
        origin, component, release, address = line.rsplit(" ", 3)
        if (origin, component) == ("Debian", "main") and "-" not in release:
            return address
    raise SystemExit("A clean Debian is made from this machine's own archive of Debian; none found")


def _as_root(*command: str) -> None:
    subprocess.run((*AS_ROOT, *command), stdout=subprocess.DEVNULL, check=True)


def _write_as_root(file: Path, text: str, mode: str) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        _as_root("install", "-D", f"--mode={mode}", written.name, str(file))

"""`./dev demo`: the accelerated office day, on the screen there is or on a virtual one.

Pictures of the windows are left under build/demo/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from virtual_desktop import VirtualDesktop

PICTURES = Path(__file__).parents[1] / "build" / "demo"
APP = Path(sys.executable).with_name("deskstretch")


def main(options: list[str]) -> int:
    shutil.rmtree(PICTURES, ignore_errors=True)
    command = (str(APP), "demo", "--screenshots", str(PICTURES), *options)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return subprocess.run(command, check=False).returncode
    with VirtualDesktop() as desktop:
        code = desktop.start(*command).wait()
        if code != 0:
            print(desktop.log(APP.name).read_text(), file=sys.stderr)
    print(f"pictures: {', '.join(str(path) for path in sorted(PICTURES.glob('*.png')))}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`./dev desktops [sway] [gnome] [kde]`: the tests that need a real desktop, on each of these.

All three without a word; what else stands on the command line goes to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys

KINDS = ("sway", "gnome", "kde")


def main() -> int:
    words = sys.argv[1:]
    wanted = [kind for kind in KINDS if kind in words] or list(KINDS)
    rest = [word for word in words if word not in KINDS]
    command = (sys.executable, "-m", "pytest", "tests/desktops", *rest)
    env = {**os.environ, "DESKSTRETCH_TEST_DESKTOPS": " ".join(wanted)}
    return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

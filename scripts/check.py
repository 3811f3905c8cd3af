"""`./dev check`: style, formatting and types. All of them run; any fault fails the whole."""

from __future__ import annotations

import subprocess
import sys

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
)


def main() -> int:
    failures = [check for check in CHECKS if not passes(check)]
    for check in failures:
        print(f"failed: {' '.join(check)}", file=sys.stderr)
    return 1 if failures else 0


def passes(check: tuple[str, ...]) -> bool:
    print(f"-- {' '.join(check)}", flush=True)
    return subprocess.run((sys.executable, "-m", *check), check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())

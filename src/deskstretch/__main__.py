"""`python -m deskstretch` is `deskstretch`."""

import sys

from deskstretch.cli import main

if __name__ == "__main__":
    sys.exit(main())

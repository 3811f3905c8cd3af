"""Runs first in the frozen app: programs of the system are to get the libraries of the system.

PyInstaller lets the app find its own through LD_LIBRARY_PATH. This process has read it by now; what
it starts (a player of sounds, gsettings) would load libraries that were not made for it.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

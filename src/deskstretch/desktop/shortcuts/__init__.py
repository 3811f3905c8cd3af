"""Keys that answer from within any program: the desktop's portal, X11, Windows, or none."""

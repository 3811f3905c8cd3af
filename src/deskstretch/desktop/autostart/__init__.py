"""Whether the desktop starts DeskStretch when the person logs in."""

"""Short messages that the desktop shows: its own service, plyer, or none."""

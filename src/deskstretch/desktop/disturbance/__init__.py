"""Whether the person must not be disturbed now, as far as the desktop lets one know."""

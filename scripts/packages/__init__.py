"""How each kind of package is built, and tried on a clean Debian."""

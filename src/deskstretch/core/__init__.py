"""The rules of DeskStretch: plain Python, no Qt, no files, no clock."""

"""Asking without disturbing: a small window in the corner that never takes the keyboard."""

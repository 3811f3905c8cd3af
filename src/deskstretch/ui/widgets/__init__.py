"""The pieces that all windows are built from: each paints itself from a theme and its font."""

"""The library: every stretch to look at, try, like or leave out."""

"""An office day to watch: the real app and windows, on throw-away data, with time made faster."""

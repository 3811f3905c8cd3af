"""The settings window: drawn from the declarations, it tells what the person wants changed."""

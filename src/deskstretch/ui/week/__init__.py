"""The window that shows a week: its figures, its days, and when prompts were skipped."""

"""The icon in the panel, its menu, and what to do where there is no panel for icons."""

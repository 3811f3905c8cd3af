"""DeskStretch asks for a stretch at a good moment, guides it and keeps an honest week."""

__version__ = "0.1.0"

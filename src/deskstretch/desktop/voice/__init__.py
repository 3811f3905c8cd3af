"""A few words said aloud, by what the system has to speak."""

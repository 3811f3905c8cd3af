"""Short sounds, by what the system has to play them."""

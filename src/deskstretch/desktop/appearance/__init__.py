"""What the person asked of their desktop for all programs: less motion, more contrast."""

"""The break planner: when to ask, when not to, and what became of each break."""

"""The joints of a running app: between the planner, the history, the windows and the desktop."""

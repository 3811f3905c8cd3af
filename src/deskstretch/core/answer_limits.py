"""How far a snooze or a pause reaches at most, for all who offer or take one."""

LONGEST_SNOOZE_MINUTES = 120
LONGEST_PAUSE_DAYS = 31

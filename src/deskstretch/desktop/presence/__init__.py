"""Whether the person is at the desk: idle, lull, lock and sleep, by what each desktop offers."""

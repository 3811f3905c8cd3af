"""The welcome at the first start: what it does, safety words, a few choices, one stretch."""

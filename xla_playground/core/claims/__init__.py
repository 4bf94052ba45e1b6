"""Published figures of XLA, as data."""

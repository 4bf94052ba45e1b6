"""Commands over the history: ``history`` and ``compare``."""

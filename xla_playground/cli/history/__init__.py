"""Commands over the history: ``history``, ``compare`` and ``copy``."""

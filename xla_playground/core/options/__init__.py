"""Generation options: their meanings, the strategies that read them, and their values."""

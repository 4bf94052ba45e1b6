"""Sessions of tweaks: what they wait for, and how well it was forecast."""

"""Races: the same call on several lanes, and what makes them trustworthy."""

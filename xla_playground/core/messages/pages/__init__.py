"""Messages of what the pages explain: races, checks, profiles, lessons, the lab, pasted code."""

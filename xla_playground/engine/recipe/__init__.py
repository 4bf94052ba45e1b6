"""How functions are traced by the guide's recipe and by ours, and what comes of a run."""

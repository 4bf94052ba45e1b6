"""The table of calls, and what tables and plots say about a call."""

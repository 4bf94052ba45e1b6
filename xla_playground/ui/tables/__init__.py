"""The tables: of calls, and small ones of anything."""

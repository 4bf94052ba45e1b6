"""The calls of all sessions on disk, their series and their export."""

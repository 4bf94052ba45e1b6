"""The session file whose calls are shown in the place of the history."""

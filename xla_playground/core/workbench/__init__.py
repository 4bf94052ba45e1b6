"""The history as a workbench: search, notes and tags, deleting with undo, files of sessions."""

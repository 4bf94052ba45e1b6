"""The languages of the window and of messages."""

"""Patches of upstream code while a function is traced, and edits of traced graphs."""

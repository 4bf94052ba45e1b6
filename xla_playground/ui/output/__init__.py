"""The text of a call and its tokens as chips, painted by one widget."""

"""Copy a call as a Python script or a notebook, and a session as a report."""

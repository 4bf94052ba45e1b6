"""Where the parts of the window are: docks, sizes, order of focus, and what comes back."""

"""The bars of the window: run bar with the forecast, status bar, banner of notices."""

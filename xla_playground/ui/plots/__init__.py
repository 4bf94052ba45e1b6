"""Plots over the calls of a session. The only place that knows pyqtgraph."""

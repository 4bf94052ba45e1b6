"""Forecast a call, and advise on padding, capacity and warming up."""

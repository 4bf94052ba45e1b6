"""The plots of a race."""

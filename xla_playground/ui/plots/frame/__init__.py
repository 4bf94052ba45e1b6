"""The frame of both plots: axes, header, buttons, mouse, menu and pictures."""

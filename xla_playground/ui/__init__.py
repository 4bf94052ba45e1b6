"""The window: widgets over core data. No TensorFlow; pyqtgraph only in ``plots``."""

"""pyqtgraph, imported in this one place because it has no types: all its names are ``Any``."""

from __future__ import annotations

import pyqtgraph as pg  # type: ignore[import-untyped]  # 0.14 ships no py.typed
from pyqtgraph.exporters import (  # type: ignore[import-untyped]  # 0.14 ships no py.typed
    ImageExporter,
    SVGExporter,
)
from pyqtgraph.graphicsItems.ScatterPlotItem import (  # type: ignore[import-untyped]  # 0.14 ships no py.typed
    Symbols,
)

__all__ = ["ImageExporter", "SVGExporter", "Symbols", "pg"]

from tests.ui.plots.conftest import calls

__all__ = ["calls"]

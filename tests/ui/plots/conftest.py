from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.plots.session_calls import SessionCalls


@pytest.fixture
def calls(qtbot: QtBot) -> Iterator[SessionCalls]:
    """A session without calls, and how to add some."""
    made = SessionCalls()
    yield made
    QToolTip.hideText()
    made.session.close()

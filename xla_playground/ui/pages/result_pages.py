"""The pages below the text: calls, specializations, and what explains them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ..dialogs.warm_ups import WarmUps
from ..pages.inside.inside_page import InsidePage
from ..pages.lab.lab_page import LabPage
from ..pages.race.race_page import RacePage
from ..pages.specializations.limits_box import LimitsBox
from ..pages.specializations.specializations_page import SpecializationsPage
from ..session import Session
from ..tables.calls_table import CallsTable
from .call_filter_bar import CallFilterBar
from .calls_page import CallsPage
from .claims.claims_page import ClaimsPage
from .compare_page import ComparePage
from .lessons.lessons_page import LessonsPage
from .memory_page import MemoryPage
from .seconds_page import SecondsPage


class ResultPages:
    """Makes the pages, each with what it shows."""

    def __init__(self, session: Session, warm_ups: WarmUps) -> None:
        log, notices, layouts = session.log, session.notices, session.table_layouts
        bar = CallFilterBar(log, session.desk, session.saver)
        self.calls = CallsPage(log, CallsTable(log, notices, layouts), bar)
        self.specializations = SpecializationsPage(
            session.specializations,
            log,
            notices,
            layouts,
            LimitsBox(session.saver, session.engine),
            warm_ups,
            session.parity,
            session.measurements,
            session.saver,
        )
        self.seconds = SecondsPage(session.desk, log, session.saver, layouts)
        self.memory = MemoryPage(session.memory, layouts)
        self.compare = ComparePage(session.desk, layouts)
        warm_ups.run.started.connect(partial(session.parity.hold, "warm-up", True))
        warm_ups.run.ended.connect(lambda problem: session.parity.hold("warm-up", False))
        self.race = RacePage(
            session.form,
            session.runner,
            session.measurements,
            session.saver,
            layouts,
            session.race,
        )
        self.inside = InsidePage(
            session.inspections,
            session.specializations,
            log,
            session.runner,
            session.measurements,
            session.machine,
        )
        self.lab = LabPage(
            session.lab, session.runner, session.measurements, session.saver, layouts
        )
        player = session.lessons
        player.lab_asked.connect(self.lab.take_template)
        player.lab_left.connect(self.lab.give_back)
        # after what the page says of the run
        player.lab_answered.connect(self.lab.show_sentence, Qt.ConnectionType.QueuedConnection)
        self.lab.code_read.connect(player.take_code)
        self.lessons = LessonsPage(player, session.runner, session.measurements, session.lab)
        self.claims = ClaimsPage(
            session.claims, session.runner, session.measurements, session.saver, layouts
        )

    @property
    def widgets(self) -> dict[str, QWidget]:
        """Return the pages by the names of their docks."""
        return {
            "calls": self.calls,
            "specializations": self.specializations,
            "seconds": self.seconds,
            "memory": self.memory,
            "compare": self.compare,
            "race": self.race,
            "inside": self.inside,
            "lessons": self.lessons,
            "lab": self.lab,
            "claims": self.claims,
        }

    def stop(self) -> None:
        """Stop what runs in the pages: the window closes."""
        for page in (self.specializations, self.inside, self.lessons, self.lab):
            page.stop()

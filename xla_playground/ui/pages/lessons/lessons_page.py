"""The page of lessons: the list with the progress, and the part that is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....bridge.lab.lab_run import LabRun
from ....core.lab.report import LabProgress, LabReport
from ....core.lessons.lesson import Lesson
from ...state.lessons.lesson_player import LessonPlayer
from ...state.measuring.measurements import Measurements
from ...state.runner import Runner
from ...style.focus_ring import FocusRing
from ...style.sight import bring_to_front, scroll_into_sight
from ...text.plain_text import tooltip_of
from ...text.terms import link_terms
from ...widgets.elided_label import ElidedLabel
from ...widgets.plain_label import PlainLabel
from .part_text import part_markdown

#: Widths of the list and of the text at first, in pixels.
_WIDTHS = (260, 600)
_LEAST_VIEW = 32
#: Around the text, in pixels.
_MARGIN = 10


class LessonsPage(QWidget):
    """Shows the lesson that the player has open, and points at the control it speaks of.

    *Attributes:*
        player: has the lessons and the progress.
    """

    def __init__(
        self,
        player: LessonPlayer,
        runner: Runner,
        measurements: Measurements,
        lab: LabRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lessons_page")
        self.player, self._runner, self._measurements = player, runner, measurements
        self._ring: FocusRing | None = None
        self._shown: tuple[str, int] = ("", -1)
        self._list = QListWidget(self)
        self._list.setObjectName("lesson_list")
        self._list.setAccessibleName(self.tr("Lessons"))
        self._list.setMinimumHeight(_LEAST_VIEW)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._text = QTextBrowser(self)
        self._text.setObjectName("lesson_text")
        self._text.setAccessibleName(self.tr("Text of the lesson"))
        self._text.setOpenExternalLinks(True)
        self._text.document().setDocumentMargin(_MARGIN)
        self._text.setMinimumHeight(_LEAST_VIEW)
        self._place = PlainLabel("", self)
        self._note = ElidedLabel("", self)
        self._note.setObjectName("lesson_note")
        self._back = self._button("lesson_back", self.tr("Back"), self.tr("The part before"))
        self._next = self._button("lesson_next", self.tr("Next"), self.tr("The next part"))
        self._set = self._button(
            "lesson_set",
            self.tr("Set"),
            self.tr("Show the settings of this step in the panels, or its file in the lab"),
        )
        self._run = self._button(
            "lesson_run",
            self.tr("Run"),
            self.tr("Set the panels, and make the calls of this step, or run its file in the lab"),
        )
        self._point = self._button(
            "lesson_point", self.tr("Show me"), self.tr("Point at the control that is spoken of")
        )
        self._leave = self._button(
            "lesson_leave",
            self.tr("Leave"),
            self.tr("Put your own settings back into the panels; the lesson waits for you"),
        )
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(8)
        for widget in (self._back, self._place, self._next):
            bar.addWidget(widget)
        bar.addWidget(self._note, 1)
        for button in (self._point, self._set, self._run, self._leave):
            bar.addWidget(button)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text, 1)
        column.addLayout(bar)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("lesson_splitter")
        splitter.addWidget(self._list)
        splitter.addWidget(side)
        splitter.setSizes(list(_WIDTHS))
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

        self._list.currentRowChanged.connect(self._on_row_changed)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self._set.clicked.connect(player.set_panels)
        self._run.clicked.connect(player.run)
        self._point.clicked.connect(self._on_point_clicked)
        self._leave.clicked.connect(self._on_leave_clicked)
        player.changed.connect(self._show)
        player.settings_asked.connect(self._show_what_can_be_done)
        for changed in (runner.busy_changed, measurements.running_changed):
            changed.connect(self._show_what_can_be_done)
        lab.progress_changed.connect(self._on_lab_progress)
        lab.finished.connect(self._on_lab_finished)
        lab.failed.connect(self._note.setText)
        self._show_what_can_be_done()

    def stop(self) -> None:
        """Point at nothing more: the window closes."""
        self._take_ring_off()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.player.open()
        if self._text.document().isEmpty():  # the window was made again: the lessons are open
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.player.lesson is not None:
            self._show()

    def _button(self, name: str, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tooltip)
        button.setAccessibleName(tooltip)
        return button

    # ------------------------------------------------------------------ what is shown

    @Slot()
    def _show(self) -> None:
        lesson = self.player.lesson
        if lesson is None:
            return
        self._show_list(lesson)
        place = self.player.place
        is_same = self._shown == (lesson.name, place)
        bar = self._text.verticalScrollBar()
        before = bar.value()
        progress = self.player.progress_of(lesson)
        self._text.setMarkdown(part_markdown(lesson, place, progress, self.player.answer))
        link_terms(self._text.document())
        bar.setValue(before if is_same else 0)
        self._place.setText(self.tr("{0} of {1}").format(place + 1, len(lesson.parts)))
        if not is_same:
            self._shown = lesson.name, place
            self._place_ring()
        self._show_what_can_be_done()

    def _show_list(self, lesson: Lesson) -> None:
        with QSignalBlocker(self._list):
            for row, each in enumerate(self.player.lessons):
                done, total = self.player.progress_of(each).done_of(each)
                text = f"{each.number}  {each.title}"
                if done:
                    text = f"{'✓' if done == total else f'{done}/{total}'}  {text}"
                if row == self._list.count():
                    self._list.addItem(QListWidgetItem())
                self._list.item(row).setText(text)
                self._list.item(row).setToolTip(text)
            self._list.setCurrentRow(self.player.lessons.index(lesson))

    @Slot()
    def _show_what_can_be_done(self) -> None:
        lesson, part, place = self.player.lesson, self.player.part, self.player.place
        why = self._measurements.problem()
        if self._runner.is_busy:
            why = self.tr("A call runs: wait for its end, or cancel it")
        self._back.setEnabled(place > 0)
        self._next.setEnabled(lesson is not None and place + 1 < len(lesson.parts))
        self._set.setEnabled(self.player.can_set)
        self._run.setEnabled(part.step is not None and not why)
        self._run.setToolTip(tooltip_of(why) or self._run.accessibleName())
        self._point.setEnabled(bool(self._points_at()))
        self._leave.setEnabled(self.player.has_set_panels)

    @Slot(object)
    def _on_lab_progress(self, progress: LabProgress) -> None:
        count = self.tr("call {0:,} of {1:,}").format(progress.done + 1, progress.of)
        self._note.setText(count if progress.of else f"{progress.what} …")

    @Slot(object)
    def _on_lab_finished(self, report: LabReport) -> None:
        self._note.setText("" if report.problem is None else report.problem.sentence.text)

    # ------------------------------------------------------------------ pointing

    def _points_at(self) -> str:
        part = self.player.part
        block = part.step or part.question
        return "" if block is None else block.points_at

    def _target(self) -> QWidget | None:
        name = self._points_at()
        target = self.window().findChild(QWidget, name) if name else None
        return target if isinstance(target, QWidget) else None

    def _place_ring(self) -> None:
        self._take_ring_off()
        target = self._target()
        if target is not None and self.isVisible():
            scroll_into_sight(target)
            self._ring = FocusRing(target)
            self._ring.setObjectName("lesson_ring")

    def _take_ring_off(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.take_off()

    @Slot()
    def _on_point_clicked(self) -> None:
        """Bring the dock of the control to the front, whatever covers it."""
        target = self._target()
        if target is not None:
            bring_to_front(target)
        self._place_ring()

    # ------------------------------------------------------------------ what the user does

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self.player.lessons):
            self.player.choose(self.player.lessons[row])

    @Slot()
    def _on_back_clicked(self) -> None:
        self.player.go_to(self.player.place - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.player.go_to(self.player.place + 1)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.player.leave()
        self._take_ring_off()

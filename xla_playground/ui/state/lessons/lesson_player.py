"""The lesson that is read: its place, its settings, and the calls that belong to its steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ....bridge.lab.lab_run import LabRun
from ....core.call.record import Record, Status
from ....core.call.request import Request
from ....core.call.specialization import SpecializationKey
from ....core.errors import EnvironmentFault, RequestError
from ....core.lab.report import LabReport
from ....core.lab.templates import LabTemplate
from ....core.lessons.answer import Answer, answer_to, lab_answer_to, turned_settings
from ....core.lessons.figures import (
    Figures,
    figures_of,
    figures_of_inspection,
    figures_of_refusal,
)
from ....core.lessons.lab_figures import figures_of_report
from ....core.lessons.lesson import Lesson, Part, Step, StepKind
from ....core.lessons.progress import LessonProgress, Progress, load_progress, save_progress
from ....core.lessons.shelf import read_lessons
from ....core.lessons.step_settings import request_of, template_of
from ....core.messages.message import language
from ....core.paths import lessons_path
from ..call_log import CallLog
from ..form import Form
from ..notices import Notices
from ..runner import Runner
from ..specializations.inspections import Inspections


class LessonPlayer(QObject):
    """Takes up the calls of the open step, notices the answer to a question, keeps the progress.

    A call belongs to the open step if its settings are those of the step, whoever pressed Run. A
    run of the lab does if its file is that of the step.

    *Attributes:*
        lessons: all lessons; empty before ``open``.
        lesson: the one that is read, ``None`` before one is chosen.
        answer: what was turned while the question is open, ``None`` if nothing was.

    *Signals:*
        changed (): another part is read, a call was taken up, or a knob was turned.
        settings_asked (Request, int | None): show these settings in the panels, and how many calls
            Run makes.
        lab_asked (LabTemplate, bool): show this file in the lab, and whether to run it.
        lab_left (): show the code in the lab that was there before.
        lab_answered (str): what is said of an answer that was given in the lab.
    """

    changed = Signal()
    settings_asked = Signal(object, object)
    lab_asked = Signal(object, bool)
    lab_left = Signal()
    lab_answered = Signal(str)

    def __init__(
        self,
        form: Form,
        runner: Runner,
        log: CallLog,
        inspections: Inspections,
        lab: LabRun,
        notices: Notices,
        parent: QObject | None = None,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._runner, self._notices = form, runner, notices
        self._inspections, self._lab = inspections, lab
        self._path = path
        self.lessons: tuple[Lesson, ...] = ()
        self.lesson: Lesson | None = None
        self.answer: Answer | None = None
        self._language = ""
        self._progress = Progress()
        self._before: tuple[Request, int] | None = None
        self._has_set_lab = False
        self._waiting: tuple[str, str, SpecializationKey, Figures] | None = None
        log.records_added.connect(self._on_records_added)
        runner.refused.connect(self._on_refused)
        form.changed.connect(self._on_form_changed)
        inspections.found.connect(self._on_inspected)
        inspections.refused.connect(self._on_inspection_refused)
        lab.finished.connect(self._on_lab_finished)

    @Slot()
    def open(self) -> None:
        """Open the lesson that was left: read the lessons again if the language is another one, and
        the progress the first time.
        """
        if self.lessons and self._language == language():
            return
        self._path = self._path or lessons_path()
        try:
            self.lessons = read_lessons()
        except RequestError as error:
            self._notices.add(error.sentence)
            return
        if not self._language:
            self._progress = load_progress(self._path)
        self._language = language()
        named = (each for each in self.lessons if each.name == self._progress.lesson)
        self.lesson = next(named, self.lessons[0])
        self.changed.emit()

    def progress_of(self, lesson: Lesson) -> LessonProgress:
        """Return how far the reader is in a lesson."""
        return self._progress.of(lesson.name)

    @property
    def place(self) -> int:
        """Return the number of the part that is read, from 0."""
        if self.lesson is None:
            return 0
        return min(self.progress_of(self.lesson).place, len(self.lesson.parts) - 1)

    @property
    def part(self) -> Part:
        """Return the part that is read."""
        return Part() if self.lesson is None else self.lesson.parts[self.place]

    def choose(self, lesson: Lesson) -> None:
        """Read another lesson, where it was left."""
        if lesson != self.lesson:
            self.lesson, self.answer = lesson, None
            self._keep(self.progress_of(lesson))

    def go_to(self, place: int) -> None:
        """Read another part of the lesson."""
        if self.lesson is not None and 0 <= place < len(self.lesson.parts):
            self.answer = None
            progress = self.progress_of(self.lesson)
            self._keep(progress.model_copy(update={"place": place}))

    @property
    def can_set(self) -> bool:
        """Return whether the open step or question has settings for the panels, or a file."""
        return self._request() is not None or self._template() is not None

    @Slot()
    def set_panels(self) -> None:
        """Show the settings of the open part in the panels, or its file in the lab."""
        template = self._template()
        if template is not None:
            self._show_in_lab(template, is_run=False)
            return
        request, step = self._request(), self._step()
        if request is None or step is None:
            return
        if self._before is None:
            self._remember_panels()
        self.settings_asked.emit(request, step.calls)

    @Slot()
    def run(self) -> None:
        """Show the settings of the open step, and make its calls, or run its file in the lab."""
        step, template = self.part.step, self._template()
        if self.lesson is None or step is None:
            return
        if template is not None:
            self._show_in_lab(template, is_run=True)
            return
        try:
            request_of(self.lesson, step)
        except RequestError as error:
            if step.is_refused:
                self._take(step, figures_of_refusal(error))
            return
        self.set_panels()
        self._runner.run()

    @Slot()
    def leave(self) -> None:
        """Put the settings back that the panels had before the lesson."""
        before, self._before = self._before, None
        if before is not None:
            self.settings_asked.emit(*before)
        if self._has_set_lab:
            self._has_set_lab = False
            self.lab_left.emit()
            self.changed.emit()

    @property
    def has_set_panels(self) -> bool:
        """Return whether the panels show settings of a lesson in place of the user's own."""
        return self._before is not None or self._has_set_lab

    # ------------------------------------------------------------------ what is taken up

    def _request(self) -> Request | None:
        """Return the settings of the open step or question; ``None`` if there are none to set."""
        step = self._step()
        if self.lesson is None or step is None or step.kind is StepKind.LAB:
            return None
        try:
            return request_of(self.lesson, step)
        except RequestError:  # of a step that shows the refusal
            return None

    def _template(self) -> LabTemplate | None:
        """Return the file of the open step or question; ``None`` if it is none of the lab."""
        step = self._step()
        return None if step is None or step.kind is StepKind.CALL else template_of(step)

    def _step(self) -> Step | None:
        part = self.part
        if part.question is not None and self.lesson is not None:
            return self.lesson.step(part.question.step)
        return part.step

    def _remember_panels(self) -> None:
        try:
            self._before = self._form.request(), self._form.repeat
        except (RequestError, ValueError):  # nothing that could be run is lost
            self._before = None

    def _show_in_lab(self, template: LabTemplate, *, is_run: bool) -> None:
        self._has_set_lab = True
        self.lab_asked.emit(template, is_run)
        self.changed.emit()

    @Slot(object)
    def _on_lab_finished(self, report: LabReport) -> None:
        order, step, template = self._lab.order, self.part.step, self._template()
        if order is None or template is None or report.problem is not None:
            return
        figures = figures_of_report(report)
        if step is None:
            self._take_code(order.text, figures)
        elif order.text == template.text:
            self._take(step, figures)

    @Slot(str)
    def take_code(self, text: str) -> None:
        """Look whether the code of the lab answers the open question."""
        self._take_code(text, None)

    def _take_code(self, text: str, figures: Figures | None) -> None:
        question, template = self.part.question, self._template()
        if question is None or template is None:
            return
        try:
            answer = lab_answer_to(question, template.text, text, figures)
        except RequestError:  # on the way to other code
            return
        self._take_answer(answer)
        if answer is not None:
            self.lab_answered.emit(answer.message.text)

    @Slot(object)
    def _on_records_added(self, records: tuple[Record, ...]) -> None:
        for record in records:
            self._take_record(record)

    def _take_record(self, record: Record) -> None:
        step, request = self.part.step, self._request()
        if self.lesson is None or step is None or request is None:
            return
        if record.status is not Status.COMPLETED or turned_settings(request, record.request):
            return
        figures = figures_of(record)
        if step.is_inspected and record.key is not None:
            self._waiting = self.lesson.name, step.name, record.key, figures
            self._inspections.ask(record.key)
        else:
            self._take(step, figures)

    @Slot(object)
    def _on_inspected(self, key: SpecializationKey) -> None:
        inspection = self._inspections.of(key)
        if inspection is not None:
            self._take_waiting(key, figures_of_inspection(inspection))

    @Slot(object, str)
    def _on_inspection_refused(self, key: SpecializationKey, _sentence: str) -> None:
        self._take_waiting(key, {})  # what the call measured stands without it

    def _take_waiting(self, key: SpecializationKey, inside: Figures) -> None:
        waiting = self._waiting
        if waiting is None or waiting[2] != key or self.lesson is None:
            return
        self._waiting = None
        lesson, step, _, figures = waiting
        if self.part.step is not None and (self.lesson.name, self.part.step.name) == (lesson, step):
            self._take(self.part.step, figures | inside)

    @Slot()
    def _on_refused(self) -> None:
        step, problem = self.part.step, self._form.problem
        if step is not None and step.is_refused and problem is not None:
            self._take(step, figures_of_refusal(problem))

    def _take(self, step: Step, figures: Figures) -> None:
        assert self.lesson is not None
        progress = self.progress_of(self.lesson)
        kept = progress.measured.get(step.name, ())
        if step.is_first and kept and kept[0].get("cache") == "miss":
            return  # the first call stays the first one
        self._keep(progress.with_call(step.name, figures, step.calls))

    @Slot()
    def _on_form_changed(self) -> None:
        question, asked = self.part.question, self._request()
        if self.lesson is None or question is None or asked is None:
            return
        try:
            answer = answer_to(question, asked, self._form.request())
        except RequestError:  # on the way to a value
            return
        if answer is not None and not answer.is_right and not self.has_set_panels:
            answer = None  # the panels show the reader's own settings
        self._take_answer(answer)

    def _take_answer(self, answer: Answer | None) -> None:
        assert self.lesson is not None
        self.answer = answer
        if answer is not None and answer.is_right:
            self._keep(self.progress_of(self.lesson).with_answer(self.place))
        else:
            self.changed.emit()

    def _keep(self, progress: LessonProgress) -> None:
        assert self.lesson is not None
        assert self._path is not None
        self._progress = self._progress.with_lesson(self.lesson.name, progress)
        try:
            save_progress(self._progress, self._path)
        except EnvironmentFault as error:
            self._notices.add(error.sentence)
        self.changed.emit()

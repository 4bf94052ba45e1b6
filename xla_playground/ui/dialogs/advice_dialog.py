"""The dialog that finds the padding policy or the capacity with the least time for prompts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...bridge.bucket_advisor import AdviceQuestion, BucketAdvice, BucketAdvisor
from ...core.advice.advisor import default_costs, measured_costs
from ...core.advice.capacity_advice import CapacityCost
from ...core.call.request import MAX_PROMPT_CHARACTERS, MAX_PROMPTS, Arm, Request
from ...core.call.specialization import is_length_live
from ...core.history.series import SeriesBook
from ...core.model.info import ModelInfo, short_model_name
from ...core.numbers import NumberRange
from ..state.notices import Notices
from ..state.table_layouts import TableLayouts
from ..tables.advice_columns import AdviceRow, advice_columns, problem_of
from ..tables.rows_model import RowsModel
from ..tables.rows_view import RowsView
from ..text.plain_text import tooltip_of
from ..widgets.lines_edit import LinesEdit
from ..widgets.plain_label import PlainLabel, SelectableLabel
from ..widgets.spin_boxes import IntegerSpinBox

#: Time without typing until the text is counted.
_DELAY_MS = 300


class AdviceDialog(QDialog):
    """Prompts at the left, the cost of each policy for them at the right.

    If one specialization serves prompts of every length, it compares capacities.

    *Signals:*
        policy_accepted (Padding): the policy to use, of which mode and number count.
        capacity_accepted (int): the capacity to use.
    """

    policy_accepted = Signal(object)
    capacity_accepted = Signal(int)

    def __init__(
        self,
        model: ModelInfo,
        request: Request,
        book: SeriesBook,
        notices: Notices,
        layouts: TableLayouts,
        parent: QWidget | None = None,
    ) -> None:
        """Create the dialog; it estimates calls like ``request``, the request of the panels.

        ``book`` has the calls that were measured.
        """
        super().__init__(parent)
        self.setObjectName("advice_dialog")
        if request.arm is Arm.EAGER:  # eager compiles nothing
            request = request.model_copy(update={"arm": Arm.XLA})
        is_live = is_length_live(request, is_decoder_only=model.is_decoder_only)
        self.setWindowTitle(self.tr("Advise a capacity") if is_live else self.tr("Advise buckets"))
        self._info, self._request = model, request
        self._costs = measured_costs(book, request, default_costs(model, request))
        self._advisor = BucketAdvisor(self)
        self._best: AdviceRow | None = None
        self._prompts = LinesEdit(MAX_PROMPT_CHARACTERS, self)
        self._prompts.setObjectName("advice_prompts")
        self._prompts.setPlaceholderText(
            self.tr("One prompt a line: paste them, drop a text file, or open one")
        )
        self._prompts.setAccessibleName(self.tr("Prompts, one a line"))
        self._open = QPushButton(self.tr("Open…"), self)
        self._open.setObjectName("open_prompts_button")
        self._open.setToolTip(self.tr("Read prompts from a text file, one a line"))
        self._count = PlainLabel(parent=self)
        self._count.setObjectName("advice_count")
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._batch = self._make_number(
            "advice_batch",
            NumberRange(self.tr("prompts in a call"), 1, MAX_PROMPTS),
            self.tr("How many prompts go into one call"),
        )
        self._repeats = self._make_number(
            "advice_repeats",
            NumberRange(self.tr("runs of the list"), 1, 1_000_000),
            self.tr("How often the whole list is run"),
        )
        self._model: RowsModel[AdviceRow] = RowsModel(
            advice_columns(is_length_live=is_live),
            self,
            key=lambda row: row.padding,
            is_bold=lambda row: row == self._best,
            is_quiet=lambda row: problem_of(row) is not None,
        )
        empty = self.tr("What each policy costs stands here")
        if is_live:
            empty = self.tr("What each capacity costs stands here")
        self._view = RowsView(self._model, empty, self)
        self._view.setObjectName("capacity_view" if is_live else "advice_view")
        self._view.setAccessibleName(self.tr("Capacities") if is_live else self.tr("Policies"))
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.keep_layout(layouts)
        self._sentence = SelectableLabel(parent=self)
        self._sentence.setObjectName("advice_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._use = buttons.addButton(
            self.tr("Use this capacity") if is_live else self.tr("Use this policy"),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self._use.setObjectName("use_policy_button")
        self._use.setDefault(True)

        left = QGridLayout()
        left.setColumnStretch(1, 1)
        left.addWidget(self._prompts, 0, 0, 1, 3)
        left.addWidget(self._open, 1, 0)
        left.addWidget(self._count, 1, 1, 1, 2)
        left.addWidget(_label(self.tr("prompts in a call"), self._batch), 2, 0, 1, 2)
        left.addWidget(self._batch, 2, 2)
        left.addWidget(_label(self.tr("runs of the list"), self._repeats), 3, 0, 1, 2)
        left.addWidget(self._repeats, 3, 2)
        right = QVBoxLayout()
        right.addWidget(self._view, 1)
        right.addWidget(self._sentence)
        layout = QGridLayout(self)
        layout.setHorizontalSpacing(12)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 3)
        layout.addLayout(left, 0, 0)
        layout.addLayout(right, 0, 1)
        layout.addWidget(buttons, 1, 0, 1, 2)
        self.resize(900, 440)

        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._ask)
        self._prompts.textChanged.connect(self._timer.start)
        self._prompts.file_dropped.connect(self._advisor.read)
        self._prompts.left_out.connect(notices.add)
        self._prompts.too_long.connect(self._on_too_long)
        for number in (self._batch, self._repeats):
            number.changed.connect(self._timer.start)
            number.changed.connect(self._show_use)
        self._open.clicked.connect(self._on_open_clicked)
        self._advisor.advised.connect(self._on_advised)
        self._advisor.file_read.connect(self._prompts.take_text)
        self._advisor.refused.connect(self._on_refused)
        self._view.selectionModel().currentRowChanged.connect(self._show_use)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self._advisor.stop)
        self._counted_by = self.tr("as {0} counts them").format(short_model_name(model.name))
        if request.chat:
            self._counted_by += self.tr(", its chat template left out")
        self._prompts.take_text("\n".join(request.prompts))
        self._show_use()

    def _make_number(self, name: str, accepted: NumberRange, tooltip: str) -> IntegerSpinBox:
        spin = IntegerSpinBox(accepted, self)
        spin.setObjectName(name)
        spin.setToolTip(tooltip)
        spin.setAccessibleName(tooltip)
        return spin

    def _number_problem(self) -> str:
        return self._batch.problem() or self._repeats.problem()

    def _chosen(self) -> AdviceRow | None:
        index = self._view.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    @Slot()
    def _ask(self) -> None:
        if problem := self._number_problem():
            self._advisor.forget()
            self._on_refused(problem)
            return
        self._advisor.ask(
            AdviceQuestion(
                self._info,
                self._request,
                self._prompts.toPlainText(),
                self._costs,
                batch_size=self._batch.value(),
                repeats=self._repeats.value(),
            )
        )

    @Slot(object)
    def _on_advised(self, answer: BucketAdvice) -> None:
        advice, lengths = answer.advice, answer.lengths
        self._best = advice.best
        rows: tuple[AdviceRow, ...] = advice.rows
        self._model.set_rows(rows)
        self._view.selectRow(self._model.number_of(advice.best))
        self._say(advice.sentence)
        words = self.tr("{0:,} prompts, {1:,} to {2:,} tokens")
        if len(lengths) == 1:
            words = self.tr("1 prompt, {1:,} tokens")
        self._count.setText(words.format(len(lengths), min(lengths), max(lengths)))
        self._count.setToolTip(tooltip_of(self._counted_by))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._best = None
        self._model.set_rows(())
        self._count.clear()
        self._say(sentence, is_problem=True)
        self._show_use()

    @Slot(int)
    def _on_too_long(self, characters: int) -> None:
        sentence = self.tr("A line has {0:,} characters, more than {1:,}: shorten it.")
        self._say(sentence.format(characters, MAX_PROMPT_CHARACTERS), is_problem=True)

    def _say(self, sentence: str, *, is_problem: bool = False) -> None:
        role = QPalette.ColorRole.BrightText if is_problem else QPalette.ColorRole.WindowText
        self._sentence.setForegroundRole(role)
        self._sentence.setText(sentence)

    @Slot()
    def _show_use(self) -> None:
        chosen = self._chosen()
        is_usable = chosen is not None and problem_of(chosen) is None
        self._use.setEnabled(is_usable and not self._number_problem())

    @Slot()
    def _on_accepted(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            if isinstance(chosen, CapacityCost):
                self.capacity_accepted.emit(chosen.capacity)
            else:
                self.policy_accepted.emit(chosen.padding)

    @Slot()
    def _on_open_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a list of prompts"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Text files (*.txt *.md)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        self._advisor.read(Path(path))


def _label(text: str, buddy: QWidget) -> QLabel:
    label = PlainLabel(text, buddy.parentWidget())
    label.setBuddy(buddy)
    return label

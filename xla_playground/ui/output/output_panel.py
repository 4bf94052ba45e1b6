"""The panel of a call's output: its title, its text, its tokens as chips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.advice.answer import answer_of
from ...core.advice.guide_comparison import guide_comparison
from ...core.call.probabilities import scores_as_json
from ...core.call.record import Record, Status
from ...core.comparison.parity import ParityState
from ...core.history.export import scores_as_csv
from ..state.call_log import CallLog
from ..state.call_notes import CallNotes
from ..state.engine_watch import EngineWatch
from ..state.form import Form
from ..state.notices import Notices
from ..state.runner import GrowingText, Runner
from ..state.scores import Scores
from ..state.specializations.parity_guard import ParityGuard
from ..style.icons import icon
from ..text.plain_text import markup_of, tooltip_of
from ..widgets.elided_label import ElidedLabel
from ..widgets.export_button import ExportButton
from ..widgets.plain_label import TermsLabel, make_selectable
from .captions import (
    details_of,
    growing_details_of,
    growing_title_of,
    guide_text,
    short_guide_text,
    title_of,
    yield_of,
)
from .foot.foot import OutputFoot
from .note_line import NoteLine
from .parity_badge import ParityBadge
from .token_view import TokenView

#: Shortest time between two layouts of a growing text.
_REPAINT_MS = 100


class OutputPanel(QWidget):
    """Shows the newest record, or the one that was selected; a button leads back to the newest.

    A call that streams is shown while it runs, if its record will be.

    *Attributes:*
        view: the widget that paints the sequences.

    *Signals:*
        documented_asked (): the user clicked on the guide's figure, to switch the recipe.
        specializations_asked (): the user clicked on the mark of the check against eager.
    """

    documented_asked = Signal()
    specializations_asked = Signal()

    def __init__(
        self,
        log: CallLog,
        form: Form,
        runner: Runner,
        engine: EngineWatch,
        scores: Scores,
        notices: Notices,
        parity: ParityGuard,
        notes: CallNotes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("output_panel")
        self._log, self._form, self._runner, self._engine = log, form, runner, engine
        self._scores, self._parity = scores, parity
        self._scored: Record | None = None  # the call whose text is shown, unless it grows
        self._shown: Record | None = None  # the call that is shown, unless it grows
        self._title = ElidedLabel(self.tr("Output"), self)
        self._title.setObjectName("output_title")
        font = QFont()  # all else follows the panel, also after a change of its size
        font.setBold(True)
        self._title.setFont(font)
        self._answer = ElidedLabel("", self)
        self._answer.setObjectName("output_answer")
        self._answer.setAccessibleName(self.tr("What the specialization of this call costs"))
        self._details = TermsLabel("", self)
        self._details.setObjectName("output_details")
        self._details.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        make_selectable(self._details, by_tab=True)
        self._note = NoteLine(notes, self)
        self._badge = ParityBadge(self)
        self._newest = QToolButton(self)
        self._newest.setObjectName("newest_button")
        self._newest.setText(self.tr("Newest"))
        self._newest.setToolTip(
            self.tr("Show the newest call, and those that follow it (Alt+End, or End in the text)")
        )
        self._newest.setAccessibleName(self.tr("Newest call"))
        self._newest.setIcon(icon("newest", self.palette()))
        self._newest.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._newest.setAutoRaise(True)
        self._newest.hide()
        self._documented = QToolButton(self)
        self._documented.setObjectName("documented_button")
        self._documented.setAutoRaise(True)
        link = QFont()
        link.setUnderline(True)
        self._documented.setFont(link)
        self._documented.setCursor(Qt.CursorShape.PointingHandCursor)
        self._documented.setMinimumWidth(1)  # a narrow panel cuts its text
        # as high as the line, so that the text below stays where it is
        self._documented.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._documented.hide()
        self._copy = QToolButton(self)
        self._copy.setObjectName("copy_button")
        self._copy.setIcon(icon("copy", self.palette()))
        self._copy.setAutoRaise(True)
        self._copy.setToolTip(self.tr("Copy the text of all sequences"))
        self._copy.setAccessibleName(self.tr("Copy text"))
        self.view = TokenView(self)
        self._export = ExportButton(
            "probabilities",
            {
                "csv": lambda: scores_as_csv(self.view.scores.sequences or ()),
                "json": lambda: scores_as_json(self.view.scores.sequences or ()).encode(),
            },
            self,
        )
        self._export.setToolTip(self.tr("Save the probabilities of all tokens as a file"))
        self._export.setAccessibleName(self.tr("Export probabilities"))
        self._export.hide()
        self._export.notice.connect(notices.add)
        self._message = QLabel(self)
        self._message.setObjectName("output_message")
        self._message.setTextFormat(Qt.TextFormat.RichText)
        make_selectable(self._message, by_tab=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(24)
        self._message.setFrameShape(QFrame.Shape.StyledPanel)
        self._message.setBackgroundRole(QPalette.ColorRole.Base)
        self._message.setAutoFillBackground(True)
        self._foot = OutputFoot(self)
        self._switches, self._legend = self._foot.switches, self._foot.legend
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self.view)

        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._badge)
        top.addWidget(self._newest)
        top.addWidget(self._export)
        top.addWidget(self._copy)
        middle = QHBoxLayout()
        middle.addWidget(self._details, 1)
        middle.addWidget(self._documented)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self._answer)
        layout.addLayout(middle)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

        self._copy.clicked.connect(self.view.copy_text)
        self._badge.clicked.connect(self.specializations_asked)
        self._newest.clicked.connect(log.select_newest)
        self._documented.clicked.connect(self.documented_asked)
        form.changed.connect(self._show_documented)
        self._switches.changed.connect(self._on_switched)
        scores.changed.connect(self._show_scores)
        parity.changed.connect(self._show_marks)
        self.view.end_pressed.connect(self._on_end_pressed)
        log.readers.append(self._place)
        log.call_passed.connect(self._on_call_passed)
        log.call_selected.connect(self.show_record)
        runner.text_grew.connect(self._on_text_grew)
        log.history_cleared.connect(self._on_history_cleared)
        log.history_changed.connect(self._on_history_changed)
        runner.busy_changed.connect(self._on_ticked)
        engine.ticked.connect(self._on_ticked)
        self._is_empty, self._is_compared = True, False
        self._growing_id = ""  # id of the call that is shown while it runs
        self._place_before: object = None
        self._waiting: GrowingText | None = None
        self._repaint = QTimer(self, singleShot=True, interval=_REPAINT_MS)
        self._repaint.timeout.connect(self._show_waiting)
        self._on_history_cleared()

    @Slot(object)
    def show_record(self, record: Record) -> None:
        """Show a record, also of a call that failed."""
        is_shown = self._growing_id == record.request.id
        self._stop_growing()
        self._is_empty = False
        self._show_newest()
        self._title.setText(title_of(record))
        self._show_details(record)
        self._shown = record
        self._show_marks()
        self._foot.set_text(yield_of(record))
        has_text = record.status is Status.COMPLETED or bool(record.sequences)
        self._copy.setEnabled(has_text)
        self._scored = record if has_text else None
        self._show_scores()
        if has_text:
            (self.view.show_more if is_shown else self.view.show_record)(record)
            self._stack.setCurrentWidget(self.view)
            return
        if record.status is Status.CANCELLED:
            self._show_message(
                self.tr("This call was cancelled"),
                self.tr(
                    "If it was running, the worker was started again: specializations that were "
                    "in its memory only are traced and compiled anew."
                ),
            )
        else:
            self._show_message(self.tr("This call failed"), record.error_text or "")

    @Slot(object)
    def _on_text_grew(self, text: GrowingText) -> None:
        self._waiting = text
        if not self._repaint.isActive():
            self._show_waiting()

    @Slot()
    def _show_waiting(self) -> None:
        text, self._waiting = self._waiting, None
        if text is None or not self._log.is_next_followed:
            return
        record, is_shown = text.record, self._growing_id == text.record.request.id
        if not is_shown:
            self._place_before, self._growing_id = self._place(), record.request.id
            self._is_empty = False
        self._title.setText(growing_title_of(record))
        self._answer.setText("")
        self._details.setText(growing_details_of(record, text.new_tokens))
        self._is_compared = False
        self._show_documented()
        self._shown = self._scored = None
        self._show_marks()
        self._foot.set_text("")
        self._show_scores()
        self._copy.setEnabled(True)
        (self.view.show_more if is_shown else self.view.show_record)(record)
        self._stack.setCurrentWidget(self.view)
        self._repaint.start()

    @Slot()
    def _show_marks(self) -> None:
        record, state = self._shown, ParityState()
        if record is not None and record.key is not None and record.status is Status.COMPLETED:
            state = self._parity.state(record.key)
        self._badge.show_state(state)
        self._note.show_call(None if record is None else record.call)

    @Slot()
    def _on_switched(self) -> None:
        self._legend.show_shades(self._switches.is_on)
        self._scores.want(self._switches.is_on)

    @Slot()
    def _show_scores(self) -> None:
        record = self._scored if self._switches.is_on else None
        if record is None:
            self.view.scores.show()
            if not self._growing_id:  # else the words would change twice a call, and the layout
                self._switches.show_state("")
        else:
            self.view.scores.show(
                record.sequences, self._scores.of(record), is_processed=self._switches.is_processed
            )
            self._switches.show_state(self._scores.state(record))
        self._export.setVisible(bool(self.view.scores.sequences))

    def _stop_growing(self) -> None:
        self._growing_id, self._waiting = "", None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._copy.setIcon(icon("copy", self.palette()))
            self._newest.setIcon(icon("newest", self.palette()))

    def _place(self) -> object:
        """Return the reading position in the shown call, ``None`` at its beginning.

        While a call grows, this is the position in the previous call.
        """
        if self._growing_id:
            return self._place_before
        if self._stack.currentWidget() is self.view:
            return self.view.read_place()
        return self._message.selectedText() or None

    @Slot()
    def _show_newest(self) -> None:
        self._newest.setVisible(not self._log.is_newest_selected)

    @Slot()
    def _on_call_passed(self) -> None:
        if self._growing_id:  # it was shown while it ran, and the user moved elsewhere
            self._stop_growing()
            self._log.select(self._log.selected_call or 0)
        self._show_newest()

    @Slot()
    def _on_history_changed(self) -> None:
        """Show again what other calls tell of this one: some were deleted or came back."""
        if self._shown is not None:
            self._show_details(self._shown)

    @Slot()
    def _on_end_pressed(self) -> None:
        if self._log.is_newest_selected:
            self.view.scroll_to_end()
        else:
            self._log.select_newest()

    def _show_details(self, record: Record) -> None:
        answer = answer_of(record, self._log.book)
        self._answer.setText("" if answer is None else answer.text)
        comparison = guide_comparison(record, self._log.book)
        self._details.setText(details_of(record, comparison))
        self._is_compared = comparison is not None
        if comparison is not None:
            sentence = guide_text(comparison)
            self._documented.setText(short_guide_text(comparison))
            self._documented.setAccessibleName(sentence)
            self._documented.setToolTip(
                tooltip_of(
                    self.tr(
                        "{0}. Click to switch the recipe to documented, the guide's own code: the "
                        "next Run shows what it takes."
                    ).format(sentence[:1].upper() + sentence[1:])
                )
            )
        self._show_documented()

    @Slot()
    def _show_documented(self) -> None:
        self._documented.setVisible(self._is_compared and self._form.is_fast)

    @Slot()
    def _on_history_cleared(self) -> None:
        self._stop_growing()
        self._scored = None
        self._is_empty, self._is_compared = True, False
        self._show_newest()
        self._show_documented()
        self._title.setText(self.tr("No call yet"))
        self._answer.setText("")
        self._details.setText("")
        self._shown = None
        self._show_marks()
        self._foot.set_text("")
        self._copy.setEnabled(False)
        self._on_ticked()

    @Slot()
    def _on_ticked(self) -> None:
        if not self._is_empty:
            return
        if self._runner.is_busy:
            self._show_message(
                self._engine.sentence(),
                self.tr("A first call traces and compiles, which takes seconds."),
            )
        else:
            self._show_message(
                self.tr("Press Run (Ctrl+Enter)"),
                self.tr(
                    "The first call traces and compiles, which takes seconds. Run again and it "
                    "takes milliseconds; then change an option and see what compiles anew."
                ),
            )

    def _show_message(self, title: str, text: str) -> None:
        shown = f"<h3>{markup_of(title)}</h3><p>{markup_of(text)}</p>"
        if shown != self._message.text():  # setting it would remove a selection
            self._message.setText(shown)
        self._stack.setCurrentWidget(self._message)

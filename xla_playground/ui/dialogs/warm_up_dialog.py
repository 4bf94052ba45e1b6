"""The dialog that chooses specializations to prepare in the background."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ...core.advice.warm_up import WarmUpPlan
from ...core.advice.warm_up_estimate import (
    estimate,
    offered_batches,
    offered_capacities,
    offered_lengths,
    offered_options,
)
from ...core.call.plan import Plan
from ...core.call.request import Arm, Request
from ...core.history.series import SeriesBook
from ...core.model.info import ModelInfo, short_model_name
from ...core.options.options import GenerationOptions
from ...core.options.table import Strategy
from ...core.units import count_of_specializations, format_duration
from ..state.specializations.specialization_list import SpecializationList
from ..widgets.check_row import CheckRow
from ..widgets.plain_label import PlainLabel, SelectableLabel


class WarmUpDialog(QDialog):
    """Offers batches, shapes and options around the call that the panels describe.

    A shape is a capacity, or the padded length of an encoder-decoder model's source.

    *Signals:*
        plan_accepted (WarmUpPlan): what to prepare.
    """

    plan_accepted = Signal(object)

    def __init__(
        self,
        model: ModelInfo,
        request: Request,
        planned: Plan,
        book: SeriesBook,
        specializations: SpecializationList,
        parent: QWidget | None = None,
    ) -> None:
        """Create the dialog; ``request`` is the request of the panels, ``planned`` its plan.

        ``book`` has the calls that were measured.
        """
        super().__init__(parent)
        self.setObjectName("warm_up_dialog")
        self.setWindowTitle(self.tr("Warm up"))
        self._info, self._request = model, request
        self._book, self._specializations = book, specializations
        lengths, chosen = self._offered_lengths(planned)
        options = offered_options(request.options)
        self._batches = CheckRow(
            "warm_batch",
            [(n, f"{n:,}") for n in offered_batches(request.batch)],
            [request.batch],
            self,
        )
        self._lengths = CheckRow("warm_length", [(n, f"{n:,}") for n in lengths], chosen, self)
        self._options = CheckRow(
            "warm_options", [(o, self._name_of(o)) for o in options], options[:1], self, columns=3
        )
        what = PlainLabel(
            self.tr(
                "Prepares specializations of {0} under the fast recipe and stores them, so that "
                "their first calls only load. A worker of its own does it where nothing else wants "
                "to run: your calls are not delayed."
            ).format(short_model_name(model.name)),
            self,
        )
        what.setWordWrap(True)
        self._estimate = SelectableLabel(parent=self)
        self._estimate.setObjectName("warm_up_estimate")
        self._estimate.setWordWrap(True)
        self._estimate.setForegroundRole(QPalette.ColorRole.WindowText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._begin = buttons.addButton(self.tr("Warm up"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._begin.setObjectName("begin_warm_up_button")
        self._begin.setDefault(True)

        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("prompts in a call"), self._batches)
        name = self.tr("capacity") if model.is_decoder_only else self.tr("padded length")
        form.addRow(name, self._lengths)
        form.addRow(self.tr("options"), self._options)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self._estimate)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

        for row in (self._batches, self._lengths, self._options):
            row.changed.connect(self._show_estimate)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._show_estimate()

    def _offered_lengths(self, planned: Plan) -> tuple[tuple[int, ...], list[int]]:
        """Return the offered capacities or padded lengths, and those that are checked at first."""
        request, model = self._request, self._info
        if model.is_decoder_only:
            capacities = offered_capacities(request, max(planned.prompt_tokens), model.positions)
            return capacities, list(capacities[:2])
        current = planned.padded_length
        limit = model.longest_prompt(request.options.new_tokens)
        lengths = offered_lengths(request.padding, current, limit)
        following = [length for length in lengths if length > current][:1]
        return lengths, [current, *following]

    def plan(self) -> WarmUpPlan:
        """Return the chosen warm-up; xla replaces eager, which has nothing to prepare."""
        request, lengths = self._request, self._lengths.values()
        is_live = self._info.is_decoder_only
        return WarmUpPlan(
            model=request.model,
            batches=self._batches.values(),
            source_lengths=None if is_live else lengths,
            capacities=lengths if is_live else (request.padding.capacity,),
            options=self._options.values(),
            arm=Arm.XLA if request.arm is Arm.EAGER else request.arm,
            precision=request.precision,
        )

    def _name_of(self, options: GenerationOptions) -> str:
        names = {
            Strategy.GREEDY: self.tr("greedy"),
            Strategy.SAMPLING: self.tr("sampling"),
            Strategy.BEAM: self.tr("beam search, {0}").format(options.num_beams),
            Strategy.BEAM_SAMPLING: self.tr("beam sampling"),
            Strategy.CONTRASTIVE: self.tr("contrastive, top_k {0}").format(options.top_k),
        }
        name = names[options.strategy]
        returned = options.num_return_sequences
        if options.strategy is Strategy.SAMPLING and returned > 1:
            name = self.tr("sampling, {0} returned").format(returned)
        return name

    @Slot()
    def _show_estimate(self) -> None:
        stored = self._specializations.stored()
        found = estimate(self.plan(), self._info, self._book, stored)
        count = count_of_specializations(found.specializations).text
        missing = found.specializations - found.stored
        self._begin.setEnabled(missing > 0)
        if not found.specializations:
            text = self.tr("Choose at least one of each.")
        elif not missing:
            text = self.tr("{0}, stored already.").format(count)
        else:
            text = self.tr("{0}, {1:,} stored already: about {2}.").format(
                count, found.stored, format_duration(found.expected_ns)
            )
        self._estimate.setText(text)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        self.plan_accepted.emit(self.plan())

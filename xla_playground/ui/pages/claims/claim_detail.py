"""The claim that is looked at, in full."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ...widgets.plain_label import PlainLabel, WrappedLabel
from .claim_columns import ClaimRow, durations_text, ratio_text


class ClaimDetail(QWidget):
    """Shows claim, source, figures, reason and command of one row.

    *Attributes:*
        repeat_button: repeats its experiment.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("claim_detail")
        self._command = ""
        self._link = "", ""
        self._claim, self._there, self._here, self._reason, self._command_label = (
            WrappedLabel(parent=self) for _ in range(5)
        )
        self._here.setObjectName("claim_here")
        self._reason.setObjectName("claim_reason")
        self._command_label.setObjectName("claim_command")
        self._source = QLabel(self)
        self._source.setObjectName("claim_source")
        self._source.setTextFormat(Qt.TextFormat.RichText)
        self._source.setWordWrap(True)
        self._source.setOpenExternalLinks(True)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.repeat_button = QPushButton(self.tr("Repeat this one"), self)
        self.repeat_button.setObjectName("claim_repeat")
        self._copy = QPushButton(self.tr("Copy the command"), self)
        self._copy.setObjectName("claim_copy")
        self._copy.setToolTip(self.tr("Copy the command that repeats it in a terminal"))
        self._copy.clicked.connect(self.copy)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setVerticalSpacing(4)
        rows = (
            (self.tr("Claim"), self._claim),
            (self.tr("Source"), self._source),
            (self.tr("There"), self._there),
            (self.tr("Here"), self._here),
            (self.tr("Why"), self._reason),
            (self.tr("Command"), self._command_label),
        )
        for number, (title, label) in enumerate(rows):
            grid.addWidget(PlainLabel(title, self), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.repeat_button)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(rows), 0, 1, 2)
        grid.setRowStretch(len(rows) + 1, 1)
        grid.setColumnStretch(1, 1)

    def show_row(self, row: ClaimRow) -> None:
        """Show another claim, or new figures of the same one."""
        claim, source = row.claim, row.claim.source
        self._command = claim.command
        self._claim.setText(claim.text.text)
        self._link = escape(source.address), escape(source.title().text)
        self._show_link()
        self._source.setToolTip(source.address)
        there = self.tr("{0}: {1}, {2} on {3}")
        self._there.setText(
            there.format(
                ratio_text(claim.ratio),
                durations_text(claim.published_ms),
                claim.theirs,
                source.device,
            )
        )
        self._here.setText(self._here_text(row))
        self._reason.setText(row.reason)
        self._command_label.setText(claim.command)

    def _show_link(self) -> None:
        # a text that is laid out keeps its colour of links in the other theme
        colour = self.palette().color(QPalette.ColorRole.Link).name()
        address, title = self._link
        self._source.setText(f'<a href="{address}" style="color: {colour}">{title}</a>')

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_link()

    def _here_text(self, row: ClaimRow) -> str:
        if row.result is None:
            return "–"
        text = f"{ratio_text(row.ratio)}: {durations_text(row.result.measured_ms)}"
        return f"{text}, {row.result.model}" if row.result.model else text

    @Slot()
    def copy(self) -> None:
        """Copy the command of the claim."""
        QGuiApplication.clipboard().setText(self._command)

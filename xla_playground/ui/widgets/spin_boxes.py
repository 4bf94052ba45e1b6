"""Spin boxes that keep the typed text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import (
    QAction,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QValidator,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QStyle, QWidget

from ...core.numbers import NumberRange, Typed
from ..style.icons import icon
from ..text.plain_text import tooltip_of

#: Decimals of a kept value; a ``float`` has 15 to 17 digits in all.
_DECIMALS = 12

if TYPE_CHECKING:

    class _SpinBox(QAbstractSpinBox):
        changed: Signal

        def value(self) -> Any: ...
        def setValue(self, value: Any, /) -> None: ...  # noqa: N802 - Qt's name

else:
    _SpinBox = object


class _TypedBox(_SpinBox):
    """A mixin for Qt's spin boxes: the text counts, and no key is refused.

    Qt drops the characters that its validator does not accept, so the rest is another number; or it
    restores the last number when the box loses the focus. Here a text that means no number of the
    range stays, is marked, and is returned by ``content``.
    """

    _range: NumberRange
    _text_of_zero = ""
    _unit = ""
    _digits = 0
    _explanation = ""
    #: The text if it is no number of the range; ``None`` if Qt's value counts.
    _typed: str | None = None

    def _set_up(self) -> None:
        """Connect the parts that Qt's constructor and the range made."""
        self._shown = self.content()
        self._mark = QAction(self)
        self._tint_mark()
        edit = self.lineEdit()
        edit.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self._mark.setVisible(False)  # after addAction, which shows the icon of a hidden action
        edit.textChanged.connect(self._on_text_changed)

    # ------------------------------------------------------------------ the content

    def content(self) -> Typed:
        """Return the number, or the typed text if it means no number of the range."""
        return self.value() if self._typed is None else self._typed

    def setValue(self, content: Typed, /) -> None:  # noqa: N802 - override
        """Show a number or a text, in the range or not."""
        if self._range.problem(content):
            text = content if isinstance(content, str) else self._number_text(content)
            self.lineEdit().setText(text)
            return
        self._typed = None
        super().setValue(content)
        self._on_content()

    def problem(self) -> str:
        """Return one sentence on why the content is not accepted, or an empty text."""
        problem = self._range.problem(self.content())
        return problem.text if problem is not None else ""

    def _bare(self, text: str) -> str:
        """Return ``text`` without the unit, if it ends with it."""
        unit = self._unit.strip()
        return text.rstrip().removesuffix(unit).rstrip() if unit and unit in text else text

    def _read(self, text: str) -> Typed:
        """Return what ``text`` means, its unit left out."""
        zero = self._text_of_zero.casefold()  # "auto, 6.3 GB", or a typed beginning of it
        if zero and text.strip().casefold() in (zero, zero.partition(",")[0]):
            return 0
        return self._range.read(self._bare(text))

    def _number_text(self, number: float) -> str:
        raise NotImplementedError

    def _on_text_changed(self, text: str) -> None:
        self._typed = self._bare(text) if self._range.problem(self._read(text)) else None
        self._on_content()

    def _on_content(self) -> None:
        self._show_mark()
        content = self.content()
        if content != self._shown:
            self._shown = content
            self.changed.emit()

    # ------------------------------------------------------------------ what Qt asks for

    def validate(self, text: str, position: int) -> object:
        """Accept every text; one that means no number of the range is not interpreted by Qt."""
        state = QValidator.State
        is_good = not self._range.problem(self._read(text))
        return state.Acceptable if is_good else state.Intermediate, text, position

    def fixup(self, text: str) -> str:
        """Leave the text alone: Qt would drop characters that may separate thousands."""
        return text

    def valueFromText(self, text: str) -> Any:
        content = self._read(text)
        return self.value() if isinstance(content, str) else content

    def textFromValue(self, value: float) -> str:
        if self._typed is not None:
            return self.lineEdit().text()
        if value == 0 and self._text_of_zero:
            return self._text_of_zero
        return self._number_text(value) + self._unit

    def sizeHint(self) -> QSize:
        typed, self._typed = self._typed, None  # the size is that of the range, not of the text
        size = super().sizeHint()
        self._typed = typed
        room = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        missing = self._digits - len(f"{self._range.maximum:.0f}")
        room += self.fontMetrics().horizontalAdvance("0" * missing)
        return size + QSize(room, 0)  # for the mark, so that nothing moves when it appears

    def stepBy(self, steps: int) -> None:
        number = self._read(self.text())
        start = self.value() if isinstance(number, str) else number
        stepped = round(start + steps * self.singleStep(), _DECIMALS)  # type: ignore[attr-defined]
        low, high = self._range.minimum, self._range.maximum
        self.setValue(type(self.value())(max(low, min(high, stepped))))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self._typed is None:
            return super().stepEnabled()
        flag = QAbstractSpinBox.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled

    # ------------------------------------------------------------------ the mark

    def setToolTip(self, text: str, /) -> None:  # noqa: N802 - override
        """Set the tooltip that is shown unless the box is marked."""
        self._explanation = text
        self._show_mark()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.EnabledChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_mark"):
            self._tint_mark()
            self._show_mark()

    def _tint_mark(self) -> None:
        self._mark.setIcon(icon("problem", self.palette(), QPalette.ColorRole.BrightText))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark.isVisible():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2.5, 2.5)

    def _show_mark(self) -> None:
        """Mark content that is not accepted.

        A greyed out box has no mark, as its value is not read.
        """
        problem = self.problem() if self.isEnabled() else ""
        if self._mark.isVisible() != bool(problem):
            self._mark.setVisible(bool(problem))
            self.update()
        self._mark.setToolTip(tooltip_of(problem))
        super().setToolTip(tooltip_of(problem) or self._explanation)
        self.setAccessibleDescription(problem)


class IntegerSpinBox(_TypedBox, QSpinBox):
    """Whole numbers of a range; any other typed text stays, marked.

    *Signals:*
        changed (): ``content`` changed.
    """

    changed = Signal()

    def __init__(
        self,
        accepted: NumberRange,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        digits: int = 0,
    ) -> None:
        """Create the box with room for ``digits`` digits or more, since any number can be typed."""
        super().__init__(parent)
        self._range, self._unit, self._digits = accepted, unit, digits
        self.setRange(int(accepted.minimum), int(accepted.maximum))
        self._set_up()

    def _number_text(self, number: float) -> str:
        return str(number)


class FloatSpinBox(_TypedBox, QDoubleSpinBox):
    """Real numbers of a range, shown without trailing zeros; else as ``IntegerSpinBox``."""

    changed = Signal()

    def __init__(
        self,
        accepted: NumberRange,
        step: float,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        text_of_zero: str = "",
    ) -> None:
        """Create the box; it shows ``text_of_zero`` for 0, in place of number and unit."""
        super().__init__(parent)
        self._range, self._unit, self._text_of_zero = accepted, unit, text_of_zero
        self.setDecimals(_DECIMALS)
        self.setRange(accepted.minimum, accepted.maximum)
        self.setSingleStep(step)
        self._set_up()

    def _number_text(self, number: float) -> str:
        digits = f"{number:.{_DECIMALS}f}".rstrip("0")
        digits += "0" if digits.endswith(".") else ""
        return digits.replace(".", self.locale().decimalPoint())

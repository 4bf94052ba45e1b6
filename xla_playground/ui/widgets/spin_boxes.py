"""Spin boxes whose steps keep to the bounds of an option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

#: Typed values may leave the bounds of an option, so that a sentence can say what is wrong with
#: them instead of another number silently taking their place.
_INTEGER_LIMIT = 2**31 - 1
_FLOAT_LIMIT = 1e6

if TYPE_CHECKING:

    class _SpinBox(QAbstractSpinBox):
        def value(self) -> Any: ...
        def setValue(self, value: Any, /) -> None: ...  # noqa: N802 - Qt's name

else:
    _SpinBox = object


class _Bounded(_SpinBox):
    """Mixed in before a spin box of Qt: steps and the wheel keep to what is offered."""

    _bounds: tuple[float, float]

    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        low, high = self._bounds
        self.setValue(max(low, min(high, self.value())))


class IntegerSpinBox(_Bounded, QSpinBox):
    """Whole numbers; steps stay within ``minimum`` and ``maximum``, typing need not."""

    def __init__(
        self, minimum: int, maximum: int, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bounds = minimum, maximum
        self.setRange(min(0, minimum), max(maximum, min(maximum * 10, _INTEGER_LIMIT)))
        self.setSingleStep(step)


class FloatSpinBox(_Bounded, QDoubleSpinBox):
    """Real numbers, shown without trailing zeros; bounds as in ``IntegerSpinBox``."""

    def __init__(
        self,
        minimum: float,
        maximum: float,
        step: float,
        decimals: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bounds = minimum, maximum
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self.setLocale(locale)
        self.setDecimals(decimals)
        self.setRange(min(0.0, minimum * 10), _FLOAT_LIMIT)
        self.setSingleStep(step)

    def textFromValue(self, value: float) -> str:
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        whole, _, fraction = text.partition(point)
        return f"{whole}{point}{fraction.rstrip('0') or '0'}"

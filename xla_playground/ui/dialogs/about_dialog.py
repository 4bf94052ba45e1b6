"""The dialog on the program and the versions that it runs on."""

from __future__ import annotations

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ... import __version__
from ...core.engine.engine import EngineInfo
from ..style.icons import app_icon


class AboutDialog(QDialog):
    """Versions as selectable text, for error reports."""

    def __init__(self, info: EngineInfo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About XLA Playground"))
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(64, 64))
        text = QLabel(self._text(info), self)
        text.setObjectName("about_text")
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        text.setOpenExternalLinks(True)
        text.setWordWrap(True)
        text.setMinimumWidth(380)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(buttons)

    def _text(self, info: EngineInfo | None) -> str:
        versions = [f"PySide6 {pyside_version}"]
        if info is None:
            versions.append(self.tr("The worker has not started yet."))
        else:
            versions += [
                f"TensorFlow {info.tensorflow}",
                f"Transformers {info.transformers}",
                f"Python {info.python}",
                self.tr("Devices: {0}").format(", ".join(info.devices)),
                self.tr("Worker process {0}").format(info.pid),
            ]
        what = self.tr(
            "Turn the knobs of XLA text generation and see, call by call, what each one costs."
        )
        guide = self.tr("It grew from {0}.").format(
            '<a href="https://huggingface.co/docs/transformers/tf_xla">'
            + self.tr("the XLA guide of Transformers")
            + "</a>"
        )
        lines = "<br>".join(versions)
        return f"<h3>XLA Playground {__version__}</h3><p>{what} {guide}</p><p>{lines}</p>"

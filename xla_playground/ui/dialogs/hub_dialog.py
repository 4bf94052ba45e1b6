"""Ask for a model of the Hugging Face hub."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ...core.checkpoint.catalog import is_hub_id
from ..widgets.plain_label import PlainLabel

_ADDRESSES = ("https://huggingface.co/", "https://hf.co/", "huggingface.co/")


class HubDialog(QDialog):
    """Takes ``owner/name``, or the address of a model's page.

    *Signals:*
        hub_id_accepted (str): the name, ``owner/name``.
    """

    hub_id_accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hub_dialog")
        self.setWindowTitle(self.tr("Download from the hub"))
        words = PlainLabel(
            self.tr(
                "A model with safetensors weights of a supported family, such as "
                "openai-community/gpt2. Nothing of it is run before it is checked."
            ),
            self,
        )
        words.setWordWrap(True)
        self._edit = QLineEdit(self)
        self._edit.setObjectName("hub_id")
        self._edit.setPlaceholderText(self.tr("owner/name"))
        self._edit.setAccessibleName(self.tr("Model of the hub, as owner/name"))
        self._edit.setToolTip(self.tr("The model's name on the hub, or its page's address"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._download = buttons.addButton(
            self.tr("Download"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._download.setObjectName("hub_download_button")
        self._download.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._edit)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

        self._edit.textChanged.connect(self._on_text_changed)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._on_text_changed()

    def _hub_id(self) -> str:
        text = self._edit.text().strip()
        for address in _ADDRESSES:
            text = text.removeprefix(address)
        return text.strip("/")

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        self.hub_id_accepted.emit(self._hub_id())

    @Slot()
    def _on_text_changed(self) -> None:
        self._download.setEnabled(is_hub_id(self._hub_id()))

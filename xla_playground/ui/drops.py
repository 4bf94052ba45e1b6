"""What was dropped on the window: a model, a recording, or something that is neither."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ..core.model_info import ModelInput
from .audio_names import is_audio_name
from .docks import Docks
from .panels.input_panel import InputPanel
from .panels.model_panel import ModelPanel

#: Files of which a model's folder is full: they stand for it.
_OF_A_FOLDER = (".safetensors", ".h5", ".bin", ".json")
_MODEL_ENDINGS = (".gguf",)


class Drops(QObject):
    """Opens what is dropped anywhere on a window, in the panel that it is for.

    *Signals:*
        refused (str): a sentence on what was dropped and is not used.
    """

    refused = Signal(str)

    def __init__(
        self, window: QWidget, docks: Docks, model_panel: ModelPanel, input_panel: InputPanel
    ) -> None:
        super().__init__(window)
        self._docks, self._model_panel, self._input_panel = docks, model_panel, input_panel
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _local_paths(event):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and (paths := _local_paths(event)):
            event.acceptProposedAction()
            self._take(paths[0])
            return True
        return super().eventFilter(watched, event)

    def _take(self, path: Path) -> None:
        ending = path.suffix.lower()
        if path.is_dir() or ending in _MODEL_ENDINGS:
            self._open_model(path)
        elif is_audio_name(path):
            self._open_audio(path)
        elif ending in _OF_A_FOLDER and (path.parent / "config.json").is_file():
            self._open_model(path.parent)
        else:
            sentence = self.tr(
                "{0} is neither a model nor a recording: drop the folder of a model, a GGUF file, "
                "or a WAV, FLAC, OGG or MP3 file."
            )
            self.refused.emit(sentence.format(path.name))

    def _open_model(self, path: Path) -> None:
        self._docks.bring_up("model")
        self._model_panel.choose(str(path))

    def _open_audio(self, path: Path) -> None:
        self._input_panel.speech.choose(str(path))
        if self._input_panel.takes is ModelInput.SPEECH:
            self._docks.bring_up("prompt")
        else:
            self._docks.bring_up("model")
            self.refused.emit(
                self.tr("A recording needs a speech model: choose one to transcribe it.")
            )


def _local_paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]

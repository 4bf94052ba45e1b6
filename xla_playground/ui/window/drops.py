"""Drops on the window: a model, a recording, a session, code, or none of them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ...core.model.info import ModelInput
from ...core.pasted.source import looks_like_code
from ..dialogs.pasting.python_paste import PythonPaste
from ..session import Session
from ..text.dropped_files import (
    DroppedKind,
    choose_dropped,
    left_out_sentence,
    local_paths,
    names_of,
)
from .parts import WindowParts


class Drops(QObject):
    """Opens files that are dropped anywhere on a window, in the panel for their kind, and takes
    code.

    Of several files the first that can be used is opened.
    """

    def __init__(
        self, window: QWidget, session: Session, parts: WindowParts, paste: PythonPaste
    ) -> None:
        super().__init__(window)
        self._sessions, self._notices, self._paste = session.sessions, session.notices, paste
        self._docks, self._model_panel = parts.docks, parts.panels.model
        self._input_panel = parts.panels.input
        self._input_panel.prompt.edit.code_dropped.connect(paste.take)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and (
            local_paths(event.mimeData()) or looks_like_code(event.mimeData().text())
        ):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and (paths := local_paths(event.mimeData())):
            event.acceptProposedAction()
            self._take(paths)
            return True
        if type(event) is QDropEvent and looks_like_code(event.mimeData().text()):
            event.acceptProposedAction()
            self._paste.take(event.mimeData().text())
            return True
        return super().eventFilter(watched, event)

    def _take(self, paths: list[Path]) -> None:
        dropped = choose_dropped(paths)
        if dropped is None:
            sentence = self.tr(
                "{0} is neither a model nor a recording: drop the folder of a model, a GGUF file, "
                "a WAV, FLAC, OGG or MP3 file, a session that was saved here, or code (.py, .json)."
            )
            missing = [path for path in paths if not os.path.lexists(path)]
            if missing == paths:
                sentence = self.tr("{0} is not there, or its name cannot be read: rename it.")
            self._notices.add(sentence.format(names_of(paths)))
            return
        if dropped.kind is DroppedKind.MODEL:
            self._open_model(dropped.path)
        elif dropped.kind is DroppedKind.SESSION:
            self._sessions.open(dropped.path)
        elif dropped.kind is DroppedKind.CODE:
            self._paste.open_file(dropped.path)
        else:
            self._open_audio(dropped.path)
        if dropped.left_out:
            self._notices.add(left_out_sentence(dropped.path, dropped.left_out))

    def _open_model(self, path: Path) -> None:
        self._docks.bring_up("model")
        self._model_panel.choose(str(path))

    def _open_audio(self, path: Path) -> None:
        self._input_panel.speech.choose(str(path))
        if self._input_panel.takes is ModelInput.SPEECH:
            self._docks.bring_up("prompt")
        else:
            self._docks.bring_up("model")
            self._notices.add(
                self.tr("A recording needs a speech model: choose one to transcribe it.")
            )

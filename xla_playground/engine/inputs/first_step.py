"""Run the first decoder step of a speech model, which gives the language and whether there is
speech.

One step after ``<|startoftranscript|>``, as ``detect_language`` of OpenAI's Whisper and of
Transformers' PyTorch class; the probability of no speech is read from the same scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import ref as Ref

import numpy as np
from numpy.typing import NDArray

from ...core.call.record import NO_SPEECH_PROBABILITY
from ..model.loading import LoadedModel
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from .speech import Windows


@dataclass(frozen=True)
class FirstStep:
    """The result of the first step of one window.

    Attributes:
        language: code of the likeliest language; empty if the model has no choice of them.
        no_speech: probability of the no-speech token; ``None`` if the model has none.
    """

    language: str
    no_speech: float | None


class FirstSteps:
    """Runs the first step of each window once, as long as model and recording stay the same.

    It runs the encoder eagerly, which costs about as much as the call itself, so a repeated call
    must not pay for it again.
    """

    def __init__(self, tf: TensorFlow) -> None:
        self._tf = tf
        self._of: tuple[Ref[LoadedModel], Ref[NDArray[np.float32]]] | None = None
        self._steps: dict[int, FirstStep] = {}

    def of(self, loaded: LoadedModel, windows: Windows, part: int) -> FirstStep:
        """Return the first step of a window."""
        is_same = self._of is not None and (
            self._of[0]() is loaded and self._of[1]() is windows.samples
        )
        if not is_same:
            self._of, self._steps = (Ref(loaded), Ref(windows.samples)), {}
        if part not in self._steps:
            self._steps[part] = self._take(loaded, windows.features(part))
        return self._steps[part]

    def _take(self, loaded: LoadedModel, features: NDArray[np.float32]) -> FirstStep:
        prompt = loaded.info.speech_prompt
        if prompt is None or not (prompt.is_multilingual or prompt.no_speech is not None):
            return FirstStep("", None)
        start = np.array([[loaded.start_id]], np.int32)
        scores = self._scores(loaded, features, start)[0].numpy().astype(np.float64)
        language = ""
        if prompt.is_multilingual:
            language = max(prompt.languages, key=lambda item: scores[item[1]])[0]
        probabilities = np.exp(scores - scores.max())
        no_speech = prompt.no_speech
        return FirstStep(
            language,
            None if no_speech is None else float(probabilities[no_speech] / probabilities.sum()),
        )

    def find_language(self, loaded: LoadedModel, windows: Windows) -> str:
        """Return the code of the likeliest language of the first window that is likely speech.

        If no window is likely speech, the first one with any sound counts; the code is empty if the
        whole recording is silence.
        """
        sounding = [part for part in range(len(windows)) if not windows.is_silent(part)]
        steps = (self.of(loaded, windows, part) for part in sounding)
        spoken = next((s for s in steps if (s.no_speech or 0.0) <= NO_SPEECH_PROBABILITY), None)
        if spoken is None and sounding:
            spoken = self.of(loaded, windows, sounding[0])
        return spoken.language if spoken else ""

    def mean_log_probability(
        self, loaded: LoadedModel, features: NDArray[np.float32], ids: NDArray[np.int32], first: int
    ) -> float:
        """Return the mean log probability of a transcript's tokens, as a measure of how sure the
        model is.

        Args:
            ids: the decoder's tokens, the end token the last if there is one; shape (tokens,).
            first: number of tokens before the transcript.
        """
        tf = self._tf
        scores = self._scores(loaded, features, ids[np.newaxis, :-1])[first - 1 :]
        allowed = np.zeros(scores.shape[-1], np.float32)
        allowed[loaded.model.generation_config.suppress_tokens or []] = -np.inf
        logs = tf.nn.log_softmax(scores + allowed, axis=-1)
        return float(tf.reduce_mean(tf.gather(logs, ids[first:], batch_dims=1)))

    def _scores(
        self, loaded: LoadedModel, features: NDArray[np.float32], ids: NDArray[np.int32]
    ) -> Tensor:
        """Return the logits after each of ``ids``, float32 of shape (tokens, vocabulary)."""
        constant = self._tf.constant
        outputs = loaded.model(input_features=constant(features), decoder_input_ids=constant(ids))
        return outputs.logits[0]

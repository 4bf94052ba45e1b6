"""Give a model the output layer that its configuration asks for: its embeddings, or another matrix.

``tie_word_embeddings`` decides which. Of Transformers' TensorFlow classes only T5's read it: most
always multiply by their embeddings, those of GPT-J, XGLM and Mistral always by another matrix.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ...core.configuration.families import Family
from ..protocols.models import Config, Model
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Shape, Tensor, Variable

#: The place of the embeddings that the ``call`` of a class multiplies by: attributes, from the
#: model down. ``get_output_embeddings()`` is called.
_READ_AT = {
    "gpt2": "transformer.wte",
    "openai-gpt": "transformer.tokens_embed",
    "ctrl": "transformer.w",
    "opt": "model.decoder.embed_tokens",
    "whisper": "get_output_embeddings()",
    "led": "led.shared",
} | dict.fromkeys(
    ("bart", "mbart", "marian", "pegasus", "blenderbot", "blenderbot-small"), "model.shared"
)
#: Layers that hold the embeddings that they multiply by, as ``input_embeddings``.
_HELD_BY = {"xlnet": "lm_loss", "xlm": "pred_layer", "flaubert": "pred_layer"}
#: The place of the embeddings in classes with an output layer ``lm_head``.
_EMBEDS_AT = {
    "gptj": "transformer.wte",
    "xglm": "model.embed_tokens",
    "mistral": "model.embed_tokens",
}
_HAS_BIAS = ("gptj",)


def with_output_layer(tf: TensorFlow, model_class: Any, family: Family, config: Config) -> Any:
    """Return a class like ``model_class`` with the output layer that ``config`` asks for."""
    kind, is_tied = config.model_type, bool(config.tie_word_embeddings)
    if kind in _EMBEDS_AT and is_tied:
        return _tied(tf, model_class, _EMBEDS_AT[kind], has_bias=kind in _HAS_BIAS)
    if (kind in _READ_AT or kind in _HELD_BY) and not is_tied:
        name = family.output_layer.removesuffix(".weight").replace(".", "_._")
        return _untied(
            tf, model_class, name, read_at=_READ_AT.get(kind), held_by=_HELD_BY.get(kind)
        )
    return model_class


def _tied(tf: TensorFlow, model_class: Any, place: str, *, has_bias: bool) -> Any:
    """Return a subclass whose ``lm_head`` multiplies by the embeddings at ``place``."""

    layers: Any = tf.keras.layers

    class TiedOutput(layers.Layer):  # type: ignore[misc]  # imported when needed
        def __init__(self, model: Model, vocabulary: int) -> None:
            super().__init__(name="lm_head")
            # in a function, since Keras would count the weights of an attribute twice
            self._embeddings: Callable[[], Variable] = lambda: attrgetter(place)(model).weights[0]
            self._vocabulary = vocabulary

        def build(self, input_shape: object) -> None:
            if has_bias:
                self.bias = self.add_weight(name="bias", shape=(self._vocabulary,))
            super().build(input_shape)

        def call(self, hidden: Tensor) -> Tensor:
            logits = tf.matmul(hidden, self._embeddings(), transpose_b=True)
            return logits + self.bias if has_bias else logits

    class Tied(model_class):  # type: ignore[misc]
        def __init__(self, config: Config, *inputs: object, **kwargs: object) -> None:
            super().__init__(config, *inputs, **kwargs)
            self.lm_head = TiedOutput(self, config.vocab_size)

    return _named_as(model_class, Tied)


def _untied(
    tf: TensorFlow, model_class: Any, name: str, *, read_at: str | None, held_by: str | None
) -> Any:
    """Return a subclass with a separate output layer, called ``name``.

    It runs the class's own ``call`` on a view of the model in which the object at ``read_at`` is
    the output layer; the model itself keeps its embeddings there.
    """

    layers: Any = tf.keras.layers

    class OutputLayer(layers.Layer):  # type: ignore[misc]  # imported when needed
        """An output layer that is used like shared embeddings: ``weights``, or a call as
        ``linear``.
        """

        def add_matrix(self, shape: Shape) -> None:
            with tf.name_scope(self.name):
                self.matrix = self.add_weight(name="weight", shape=shape)
            self.built = True

        def call(self, hidden: Tensor, mode: str = "linear") -> Tensor:
            return tf.matmul(hidden, self.matrix, transpose_b=True)

    class Untied(model_class):  # type: ignore[misc]
        def __init__(self, config: Config, *inputs: object, **kwargs: object) -> None:
            super().__init__(config, *inputs, **kwargs)
            self.own_output = OutputLayer(name=name)
            if held_by:
                getattr(self, held_by).input_embeddings = self.own_output

        def build(self, input_shape: object = None) -> None:
            super().build(input_shape)
            if not self.own_output.built:
                self.own_output.add_matrix(self.get_input_embeddings().weights[0].shape)

        @functools.wraps(model_class.call)
        def call(self, *args: object, **kwargs: object) -> Any:
            view = _view_with(self, read_at.split("."), self.own_output) if read_at else self
            return model_class.call(view, *args, **kwargs)

    return _named_as(model_class, Untied)


def _named_as(model_class: Any, subclass: Any) -> Any:
    """Rename ``subclass`` as ``model_class``: ``generate`` selects the layout of caches by that
    name.
    """
    subclass.__name__, subclass.__qualname__ = model_class.__name__, model_class.__qualname__
    return subclass


class _View:
    """An object with some attributes replaced."""

    def __init__(self, shown: Any, **attributes: object) -> None:
        self._shown = shown
        self.__dict__.update(attributes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shown, name)

    def __call__(self, *args: object, **kwargs: object) -> Any:
        return self._shown(*args, **kwargs)


def _view_with(shown: Any, place: list[str], value: object) -> _View:
    """Return a view of ``shown`` with ``value`` at ``place``."""
    name, *rest = place
    if name.endswith("()"):
        return _View(shown, **{name.removesuffix("()"): lambda: value})
    return _View(shown, **{name: _view_with(getattr(shown, name), rest, value) if rest else value})

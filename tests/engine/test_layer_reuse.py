"""Layers that are alike are traced once, and only those."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model
from xla_playground.engine.rewrites.layer_reuse import layers_traced_once

pytestmark = pytest.mark.slow

IDS = np.asarray([[5, 6, 7]], np.int32)


class Traced:
    """A tiny model, how its forward pass is traced, and how often a layer's ``call`` ran."""

    def __init__(self, tf: Any, model: Any, stack: list[Any], monkeypatch: Any) -> None:
        self.tf, self.model, self.stack = tf, model, stack
        self.calls: list[Any] = []
        own_call = type(stack[0]).call

        def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
            self.calls.append(layer)
            return own_call(layer, *args, **kwargs)

        monkeypatch.setattr(type(stack[0]), "call", call)
        self.counted_call = call

    def logits(self) -> tuple[Any, Any]:
        """Of ``IDS``: by a compiled function, its layers traced once, and by the model itself."""
        inputs = {"input_ids": self.tf.constant(IDS)}
        if self.model.config.is_encoder_decoder:
            inputs["decoder_input_ids"] = inputs["input_ids"]
        function = self.tf.function(
            lambda given: self.model(**given).logits, autograph=False, jit_compile=True
        )
        self.calls.clear()
        with layers_traced_once(self.tf, self.model, is_compiled=True):
            function.get_concrete_function(inputs)
        traced = list(self.calls)
        compiled, eager = function(inputs).numpy(), self.model(**inputs).logits.numpy()
        self.calls[:] = traced
        return compiled, eager


@pytest.fixture
def make(
    engine: XlaEngine, tiny_models: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Traced]:
    import tensorflow as tf

    def make(family: str) -> Traced:
        model = load_model(str(tiny_models(family))).model
        stack = {
            "gpt2": lambda: model.transformer.h,
            "t5": lambda: model.decoder.block,
            "mistral": lambda: model.model.layers,
        }[family]()
        return Traced(tf, model, stack, monkeypatch)

    return make


@pytest.mark.parametrize("family", ["gpt2", "mistral"])
def test_a_stack_of_like_layers_is_traced_once(make: Callable[[str], Traced], family: str) -> None:
    traced = make(family)
    compiled, eager = traced.logits()
    assert len(traced.stack) > 1
    assert traced.calls == [traced.stack[0]]
    np.testing.assert_allclose(compiled, eager, atol=1e-4)


def test_the_first_block_of_t5_has_a_position_bias_of_its_own(
    make: Callable[[str], Traced],
) -> None:
    traced = make("t5")
    compiled, eager = traced.logits()
    encoder = traced.model.encoder.block
    decoder = traced.model.decoder.block
    assert traced.calls == [encoder[0], encoder[1], decoder[0], decoder[1]]
    assert len(encoder) == len(decoder) == 3
    np.testing.assert_allclose(compiled, eager, atol=1e-4)


def test_a_layer_that_differs_is_traced_by_itself(make: Callable[[str], Traced]) -> None:
    traced = make("gpt2")
    traced.stack[1].attn.scale = False
    compiled, eager = traced.logits()
    assert traced.calls == list(traced.stack)
    np.testing.assert_allclose(compiled, eager, atol=1e-4)


def test_a_layer_that_reaches_for_another_tensor_is_traced_each_time(
    make: Callable[[str], Traced], monkeypatch: pytest.MonkeyPatch
) -> None:
    traced = make("gpt2")
    main_layer, outside = type(traced.model.transformer), []
    main_call = main_layer.call

    def call_main(layer: Any, *args: Any, **kwargs: Any) -> Any:
        outside.append(traced.tf.reduce_sum(traced.tf.fill([2], 0.25)))
        return main_call(layer, *args, **kwargs)

    def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        hidden, *others = traced.counted_call(layer, *args, **kwargs)
        return (hidden + outside[-1], *others)

    monkeypatch.setattr(main_layer, "call", call_main)
    monkeypatch.setattr(type(traced.stack[0]), "call", call)
    compiled, eager = traced.logits()
    assert set(map(id, traced.calls)) == set(map(id, traced.stack))
    np.testing.assert_allclose(compiled, eager, atol=1e-4)


def test_the_class_is_as_it_was_whatever_happens(make: Callable[[str], Traced]) -> None:
    traced = make("gpt2")
    with (
        pytest.raises(AttributeError),
        layers_traced_once(traced.tf, traced.model, is_compiled=True),
    ):
        traced.model.no_such_method()
    assert type(traced.stack[0]).call is traced.counted_call

"""Loops around a bundled model, each traced once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from xla_playground.core.call.request import Arm
from xla_playground.core.options.options import GenerationOptions
from xla_playground.engine import XlaEngine
from xla_playground.engine.loops.chunk import read_chunk
from xla_playground.engine.loops.decode import State
from xla_playground.engine.loops.decoders import Decoder, Encoded, encode
from xla_playground.engine.loops.generation import Programs, generate
from xla_playground.engine.loops.program import Loop, LoopShape
from xla_playground.engine.loops.selection.rules import Rules
from xla_playground.engine.model.loading import load_model

CAPACITY = 64


class LoopDriver:
    """Runs loops around one model; a loop of a shape is traced once an arm."""

    def __init__(self, tf: Any, model: Any, tokenizer: Any = None) -> None:
        self.tf = tf
        self.model = model
        self.tokenizer = tokenizer
        self.decoder = Decoder(tf, model)
        self.rules = Rules.of(model.generation_config)
        self.functions: list[Any] = []
        self._traced = cache(self._trace)

    def ids(self, prompts: Sequence[str]) -> list[list[int]]:
        ids: list[list[int]] = self.tokenizer(list(prompts))["input_ids"]
        return ids

    def _trace(self, arm: Arm, shape: LoopShape, rules: Rules) -> tuple[Loop, Programs]:
        tf, in_place = self.tf, arm is Arm.XLA
        loop = Loop(tf, self.decoder, shape, rules, in_place=in_place)

        def chunk(ids: Any, position: Any, cache: Any) -> Any:
            return read_chunk(tf, self.decoder, ids, position, cache, in_place=in_place)

        if arm is Arm.EAGER:
            return loop, Programs(loop.run, chunk)
        made = [
            tf.function(function, autograph=False, jit_compile=in_place)
            for function in (loop.run, chunk)
        ]
        self.functions += made
        return loop, Programs(*made)

    def states(
        self,
        prompts: list[list[int]],
        options: GenerationOptions,
        *,
        arm: Arm = Arm.XLA,
        block: int | None = None,
        with_chunks: bool = False,
        capacity: int = CAPACITY,
        source: Encoded | None = None,
        rules: Rules | None = None,
    ) -> Iterator[tuple[Loop, State]]:
        shape = LoopShape.of(options, len(prompts), capacity)
        loop, programs = self._traced(arm, shape, rules or self.rules)
        if not with_chunks:
            programs = replace(programs, chunk=None)
        for state in generate(
            self.tf,
            loop,
            programs,
            prompts,
            options,
            encoded=source,
            block=block,
        ):
            yield loop, state

    def texts(self, prompts: list[list[int]], options: GenerationOptions, **how: Any) -> Any:
        """The token ids of each sequence, prompt included, padding after it left out."""
        *_, (loop, state) = self.states(prompts, options, **how)
        ids = loop.texts(state).tolist()
        times = len(ids) // len(prompts)
        kept = options.num_return_sequences if options.strategy.has_beams else times
        return [
            self._cut(row, prompts[number // times], options, how.get("rules") or self.rules)
            for number, row in enumerate(ids)
            if number % times < kept
        ]

    def _cut(
        self, row: list[int], prompt: list[int], options: GenerationOptions, rules: Rules
    ) -> list[int]:
        text = row[len(prompt) : len(prompt) + options.new_tokens]
        ends = [place for place, token in enumerate(text) if token in rules.end_ids]
        return prompt + (text[: ends[0] + 1] if ends and not options.ignore_eos else text)

    def encoded(self, ids: list[list[int]], length: int) -> Encoded:
        tf = self.tf
        padded = [row + [0] * (length - len(row)) for row in ids]
        mask = [[1] * len(row) + [0] * (length - len(row)) for row in ids]
        return encode(
            tf, self.model, {"input_ids": tf.constant(padded), "attention_mask": tf.constant(mask)}
        )


@pytest.fixture(scope="session")
def gpt2(engine: XlaEngine) -> LoopDriver:
    """The bundled GPT-2; the engine has imported TensorFlow as it needs it."""
    import tensorflow as tf

    loaded = load_model("playground-gpt2")
    return LoopDriver(tf, loaded.model, loaded.tokenizer)

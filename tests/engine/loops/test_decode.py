"""The loops around the bundled GPT-2: what is live, and what no token depends on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.engine.loops.conftest import CAPACITY, LoopDriver
from xla_playground.core.call.request import Arm
from xla_playground.core.options.options import GenerationOptions
from xla_playground.core.options.table import Strategy
from xla_playground.engine.platform.compile_report import CompileReport

PROMPTS = ("TensorFlow is", "The sun was shining and the little cat", "The end.")
LONG = " ".join(["The little girl walked to the big house and the dog"] * 4)


def options(**values: Any) -> GenerationOptions:
    return GenerationOptions(**{"max_new_tokens": 12} | values)


STRATEGIES = {
    "greedy": options(),
    "sampling": options(
        strategy=Strategy.SAMPLING, temperature=1.3, top_k=0, seed=5, num_return_sequences=2
    ),
    "beam": options(strategy=Strategy.BEAM, num_beams=3, num_return_sequences=3),
    "beam_sampling": options(
        strategy=Strategy.BEAM_SAMPLING, num_beams=2, num_return_sequences=2, seed=9
    ),
    "contrastive": options(strategy=Strategy.CONTRASTIVE, top_k=4),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name == "beam" else pytest.mark.exhaustive)
        for name in STRATEGIES
    ],
)
def test_arms_batches_blocks_and_chunks_change_no_token(gpt2: LoopDriver, name: str) -> None:
    """A prompt has the same texts alone, in a batch, op by op, in blocks and read in chunks."""
    wanted = STRATEGIES[name]
    prompts = [*gpt2.ids(PROMPTS), gpt2.ids([LONG])[0][:40]]
    batch = gpt2.texts(prompts, wanted)
    assert gpt2.texts(prompts, wanted, block=1) == batch
    assert gpt2.texts(prompts, wanted, block=8) == batch
    assert gpt2.texts(prompts[:1], wanted, arm=Arm.EAGER) == batch[: len(batch) // 4]
    alone = gpt2.texts(prompts[-1:], wanted)
    assert gpt2.texts(prompts[-1:], wanted, with_chunks=True) == alone
    if not wanted.strategy.is_sampling:  # whose numbers are those of its place in the batch
        assert alone == batch[-(len(batch) // 4) :]


@pytest.mark.slow
def test_one_specialization_serves_every_live_value(gpt2: LoopDriver) -> None:
    """Neither a trace nor a compile follows the first call, whatever the value."""
    base = STRATEGIES["sampling"]
    gpt2.texts(gpt2.ids(PROMPTS[:1]), base)
    traces = [function.experimental_get_tracing_count() for function in gpt2.functions]
    ids = gpt2.ids([LONG])[0]
    with CompileReport() as report:
        for length in (2, 3, 17, 31, 50):
            gpt2.texts([ids[:length]], base)
        for change in (
            {"temperature": 0.7},
            {"top_k": 10},
            {"top_p": 0.9},
            {"min_p": 0.1},
            {"repetition_penalty": 1.4},
            {"seed": (77, 0)},
            {"max_new_tokens": 5},
            {"ignore_eos": True},
            {"min_new_tokens": 3},
        ):
            gpt2.texts([ids[:9]], base.model_copy(update=change))
    assert report.compile_ns == 0
    assert [function.experimental_get_tracing_count() for function in gpt2.functions] == traces


@pytest.mark.slow
def test_a_live_option_changes_the_text(gpt2: LoopDriver) -> None:
    """Each of them is read: the test above would pass for an option that nobody reads."""
    prompts, base = gpt2.ids(PROMPTS[:1]), STRATEGIES["sampling"]
    text = gpt2.texts(prompts, base)
    for change in (
        {"temperature": 0.3},
        {"top_k": 1},
        {"top_p": 0.1},
        {"min_p": 0.9},
        {"repetition_penalty": 0.1},
        {"seed": (6, 0)},
        {"seed": (5, 1)},
        {"max_new_tokens": 5},
    ):
        assert gpt2.texts(prompts, base.model_copy(update=change)) != text, change


@pytest.mark.slow
def test_samples_repeat_no_token_more_than_they_should(gpt2: LoopDriver) -> None:
    """Upstream's TensorFlow loop draws with one seed at every token: 43 % repeat there."""
    wild = options(
        strategy=Strategy.SAMPLING,
        temperature=1.5,
        top_k=0,
        num_return_sequences=64,
        max_new_tokens=CAPACITY - 8,
        ignore_eos=True,
    )
    prompts = gpt2.ids(["Once upon a time"])
    drawn = []
    for seed in range(6):
        rows = gpt2.texts(prompts, wild.model_copy(update={"seed": (seed, 0)}))
        drawn.append(np.array([row[len(prompts[0]) :] for row in rows]))
    tokens = np.concatenate(drawn)
    assert tokens.size > 20_000
    assert np.mean(tokens[:, 1:] == tokens[:, :-1]) < 0.003


def test_a_prompt_that_passes_the_capacity_is_refused(gpt2: LoopDriver) -> None:
    with pytest.raises(ValueError, match="capacity of 64"):
        gpt2.texts([[5] * 60], options())


def test_each_block_ends_where_it_should(gpt2: LoopDriver) -> None:
    prompts = gpt2.ids(PROMPTS[:1])
    length = len(prompts[0])
    known = [
        int(state["position"]) + 1
        for _, state in gpt2.states(prompts, options(ignore_eos=True), block=5)
    ]
    assert known == [length + 5, length + 10, length + 12]

"""``fast_generate``: PyTorch's tokens, in ``generate``'s own shape, from programs that are kept."""

from __future__ import annotations

import doctest
import json
import os
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.references.answers import DATA
from tests.references.loop_cases import CASES, NEW_TOKENS, PROMPTS
from xla_playground import FastGenerate, UnsupportedModel, fast_generate
from xla_playground.api import generate as module
from xla_playground.core.call.record import Cache
from xla_playground.engine.platform.compile_report import CompileReport

#: One search of each kind.
SEARCHES: tuple[dict[str, Any], ...] = (
    {},
    {"num_beams": 3, "repetition_penalty": 1.5},
    {"penalty_alpha": 0.6, "top_k": 4},
)
FAMILIES = ("gpt2", "opt", "mistral", "t5", "bart")


def padded(prompts: Any, *, left: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Ids and mask of a batch, padded with a token that is no padding token."""
    length = max(map(len, prompts))
    ids, mask = np.full((len(prompts), length), 3), np.zeros((len(prompts), length), int)
    for row, prompt in enumerate(prompts):
        place = slice(length - len(prompt), length) if left else slice(0, len(prompt))
        ids[row, place], mask[row, place] = prompt, 1
    return ids, mask


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_tokens_are_those_of_the_reference(
    generators: Callable[[str], FastGenerate], family: str
) -> None:
    generate = generators(family)
    pad_id = generate.model.generation_config.pad_token_id
    ids, mask = padded(PROMPTS)
    answers = json.loads((DATA / "loops" / f"{family}.json").read_text())
    for search in SEARCHES:
        wanted = [rows[0] for rows in answers[CASES.index(search)]]
        found = generate(ids, mask, max_new_tokens=NEW_TOKENS, **search).numpy()
        generate.wait()
        head = 1 if generate.model.config.is_encoder_decoder else ids.shape[1]
        if head > 1:
            assert np.array_equal(found[:, :head], ids)
        sizes = []
        for row, prompt, answer in zip(found, PROMPTS, wanted, strict=True):
            new = answer[1 if head == 1 else len(prompt) :]
            sizes.append(len(new))
            assert row[head : head + len(new)].tolist() == new, search
            assert set(row[head + len(new) :].tolist()) <= {pad_id}
        assert found.shape == (len(PROMPTS), head + max(sizes))
    assert generate.last is not None
    assert generate.last.cache is Cache.MISS


def test_padding_stays_where_it_was_and_changes_no_new_token(generate: FastGenerate) -> None:
    """One program serves prompts of every length, on either side, alone or not."""
    import tensorflow as tf

    ids, mask = padded(PROMPTS)
    found = generate(tf.constant(ids), tf.constant(mask), max_new_tokens=5, eos_token_id=None)
    assert found.dtype == tf.int32
    assert found.shape == (3, ids.shape[1] + 5)
    right, right_mask = padded(PROMPTS, left=False)
    again = generate(right.tolist(), right_mask.tolist(), max_new_tokens=5, eos_token_id=None)
    assert generate.last is not None
    assert generate.last.cache is Cache.MEMORY
    assert np.array_equal(again[:, : ids.shape[1]], right)
    assert np.array_equal(again[:, ids.shape[1] :], found[:, ids.shape[1] :])
    for row, prompt in enumerate(PROMPTS):
        alone = generate([list(prompt)], max_new_tokens=5, eos_token_id=None)
        assert alone.numpy()[0, len(prompt) :].tolist() == found.numpy()[row, -5:].tolist()
    assert generate.last.cache is Cache.MEMORY


def test_padding_without_a_mask_is_understood_as_generate_does(generate: FastGenerate) -> None:
    pad_id = generate.model.generation_config.pad_token_id
    assert pad_id != generate.model.generation_config.eos_token_id
    ids = [[pad_id, pad_id, 5, 9], [7, 8, 9, 10]]
    wanted = generate(ids, [[0, 0, 1, 1], [1] * 4], max_new_tokens=4)
    assert np.array_equal(generate(ids, max_new_tokens=4), wanted)
    counted = generate(ids, max_new_tokens=4, pad_token_id=generate.model.config.eos_token_id)
    assert np.array_equal(counted[:, :4], ids)
    assert not np.array_equal(counted, wanted)


def test_the_second_call_only_runs(models: Callable[[str], Any]) -> None:
    generate = fast_generate(models("gpt2"), capacities=(40,), store=None)
    ids = np.arange(2, 22)[None]  # of which a chunk reads 19
    before = dict(os.environ)
    first = generate(ids, max_new_tokens=6)
    generate.wait()
    assert generate.last is not None
    assert (generate.last.cache, generate.last.load_ns) == (Cache.MISS, None)
    assert generate.last.trace_ns
    with CompileReport() as report:
        for changes in ({}, {"max_new_tokens": 9}, {"repetition_penalty": 1.3}):
            found = generate(ids, **{"max_new_tokens": 6} | changes)
            last = generate.last
            assert last.cache is Cache.MEMORY
            assert (last.trace_ns, last.compile_ns, last.load_ns) == (None, None, None)
            assert last.run_ns
            if not changes:
                assert np.array_equal(found, first)
                names = [(use.name, use.in_background) for use in last.programs]
                assert names == [("chunk", True), ("decode", False), ("chunk", False)]
    assert report.compiled_ns == {}
    assert dict(os.environ) == before


def test_a_stream_ends_with_the_whole_call(generate: FastGenerate) -> None:
    ids, mask = padded(PROMPTS)
    for search in ({}, {"num_beams": 3}):
        whole = generate(ids, mask, max_new_tokens=10, **search)
        for block in (1, 4, 100):
            found = list(generate.stream(ids, mask, block=block, max_new_tokens=10, **search))
            assert np.array_equal(found[-1], whole)
            assert len(found) == -(-10 // block)
            if not search:  # the shortest prompt's text is the longest one there is
                for part in found:
                    assert np.array_equal(part[2], whole[2, : part.shape[1]])
    with pytest.raises(ValueError, match="block must be 1 or more"):
        generate.stream(ids, mask, block=0)


def test_a_stream_of_texts_and_stop_strings(
    generate: FastGenerate, tmp_path_factory: pytest.TempPathFactory
) -> None:
    class Tokenizer:
        def batch_decode(self, rows: Any, **options: Any) -> list[str]:
            return [" ".join(f"t{token}" for token in row) for row in np.asarray(rows)]

    tokenizer = Tokenizer()
    whole = generate([[5, 9, 17]], max_new_tokens=8, eos_token_id=None).numpy()[0]
    *_, last = generate.stream(
        [[5, 9, 17]], tokenizer=tokenizer, max_new_tokens=8, eos_token_id=None
    )
    assert last == [" ".join(f"t{token}" for token in whole)]
    stop = f"t{whole[5]}"
    cut = generate(
        [[5, 9, 17]],
        max_new_tokens=8,
        eos_token_id=None,
        stop_strings=[stop],
        tokenizer=tokenizer,
    ).numpy()[0]
    end = 3 + [f"t{token}" in stop or stop in f"t{token}" for token in whole[3:]].index(True) + 1
    assert cut.tolist() == whole[:end].tolist()
    with pytest.raises(ValueError, match="pass tokenizer="):
        generate([[5]], stop_strings=["a"])


def test_a_plan_says_where_the_call_comes_from_and_why(models: Callable[[str], Any]) -> None:
    generate = fast_generate(models("gpt2"), capacities=(24, 40), store=None)
    plan = generate.plan([[5, 6]], max_new_tokens=4)
    assert (plan.cache, plan.capacity, plan.source_length) == (Cache.MISS, 24, None)
    assert plan.reason == "nothing is specialized yet in this process"
    generate([[5, 6]], max_new_tokens=4)
    assert generate.plan([[9] * 9], max_new_tokens=15, temperature=0.3).cache is Cache.MEMORY
    assert generate.plan([[5, 6]], max_new_tokens=30).reason == "capacity 24 → 40"
    assert generate.plan([[5, 6]], max_new_tokens=4, eos_token_id=[7, 8]).reason == (
        "eos_token_id (7, 8)"
    )
    assert generate.plan([[5]] * 2, max_new_tokens=4).reason == "batch 1 → 2"
    beams = generate.plan([[5, 6]], max_new_tokens=4, num_beams=4)
    assert beams.reason == "strategy greedy → beam"


def test_a_warm_up_builds_every_capacity(models: Callable[[str], Any]) -> None:
    generate = fast_generate(models("t5"), capacities=(8, 16), store=None)
    timings = generate.warm_up(["greedy"], batch_size=2)
    assert [(t.cache, t.trace_ns is None) for t in timings] == [(Cache.MISS, False)] * 2
    before_any_call = generate.last
    assert before_any_call is None
    for new_tokens in (4, 12):
        plan = generate.plan([[5, 6]] * 2, max_new_tokens=new_tokens)
        assert (plan.cache, plan.source_length) == (Cache.MEMORY, 32)
        generate([[5, 6], [7, 8]], max_new_tokens=new_tokens)
        assert generate.last is not None
        assert generate.last.trace_ns is None
    with pytest.raises(ValueError, match="no strategy 'quick': use one of greedy"):
        generate.warm_up(["quick"])


def test_a_sample_follows_its_seed_or_the_seed_of_tensorflow(generate: FastGenerate) -> None:
    import tensorflow as tf

    def drawn(**given: Any) -> list[int]:
        found = generate(
            [[5, 6]], do_sample=True, temperature=2.0, max_new_tokens=20, eos_token_id=None, **given
        )
        ids: list[int] = found.numpy()[0].tolist()
        return ids

    assert drawn(seed=3) == drawn(seed=(3, 0)) != drawn(seed=4)
    tf.random.set_seed(1)
    first = [drawn(), drawn()]
    assert first[0] != first[1]
    tf.random.set_seed(1)
    generate.plan([[5, 6]], do_sample=True)
    assert [drawn(), drawn()] == first


def test_the_defaults_of_the_models_generation_configuration_apply(
    models: Callable[[str], Any], generate: FastGenerate
) -> None:
    config = generate.model.generation_config
    ids = [[5, 9, 17, 40]]
    assert generate(ids, eos_token_id=None).shape == (1, 24)  # 20 new ones, as PyTorch has it
    wanted = generate(ids, max_length=10, num_beams=3, eos_token_id=None)
    assert wanted.shape == (1, 10)
    config.max_length, config.num_beams = 10, 3
    try:
        assert np.array_equal(generate(ids, eos_token_id=None), wanted)
        config.encoder_repetition_penalty = 1.5
        with pytest.raises(ValueError, match="configuration asks for encoder_repetition_penalty"):
            generate(ids)
    finally:
        config.max_length, config.num_beams = 20, 1
        config.encoder_repetition_penalty = 1.0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"output_scores": True}, "output_scores is ignored under XLA"),
        ({"num_beam_groups": 2}, "num_beam_groups .diverse beams. is not implemented"),
        ({"return_dict_in_generate": True}, "more than token ids"),
        ({"guidance_scale": 2.0}, "guidance_scale is not computed by fast_generate"),
        ({"logits_processor": [print]}, "logits_processor is Python code"),
        ({"token_type_ids": [[0]]}, "token_type_ids is not an argument"),
        ({"num_beams": 65}, "num_beams"),
        ({"do_sample": True, "temperature": 0.0}, "temperature"),
        ({"num_return_sequences": 2}, "num_return_sequences 2 needs texts that differ"),
        ({"num_beams": 2, "stop_strings": "a"}, "ends one text at a time, which beams are not"),
        ({"max_new_tokens": 47}, "48 is|pass the largest capacity of 48"),
        ({"max_length": 2}, "max_length 2 leaves no token after the 3"),
        ({"attention_mask": [[0, 0, 0]]}, "Prompt 0 has no token"),
        ({"attention_mask": [[1, 1]]}, "attention_mask has shape"),
        ({"input_ids": [[1, 2], [3]]}, "input_ids must be an array"),
        ({"input_ids": [5, 6]}, "input_ids must be whole numbers of shape"),
        ({"input_ids": [[5, 10_000]]}, "no token of this model's"),
    ],
)
def test_what_cannot_be_run_is_refused_in_a_sentence(
    generate: FastGenerate, given: dict[str, Any], sentence: str
) -> None:
    call = {"input_ids": [[5, 6, 7]]} | given
    for run in (generate, generate.plan, generate.stream):
        with pytest.raises(ValueError, match=sentence) as error:
            run(**call)
        assert str(error.value).endswith(".")


def test_models_that_cannot_run_are_refused_in_a_sentence(
    models: Callable[[str], Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    import transformers

    def refusal(model: Any) -> str:
        with pytest.raises(UnsupportedModel) as error:
            fast_generate(model, store=None)
        assert isinstance(error.value, ValueError)
        return str(error.value)

    assert "takes a TensorFlow model of Transformers, not str" in refusal("gpt2")
    sizes = {"n_layer": 1, "n_head": 2, "n_embd": 8, "vocab_size": 20, "n_positions": 64}
    bare = transformers.TFGPT2Model(transformers.GPT2Config(**sizes))
    assert refusal(bare) == ("TFGPT2Model does not generate text here: use TFGPT2LMHeadModel.")
    xlnet = transformers.XLNetConfig(n_layer=1, d_model=8, n_head=2, d_inner=8, vocab_size=20)
    assert "XLNet has a cache" in refusal(transformers.TFXLNetLMHeadModel(xlnet))
    with pytest.raises(ValueError, match="capacities must be whole numbers"):
        fast_generate(models("gpt2"), capacities=(), store=None)


def test_two_threads_wait_for_each_other(generate: FastGenerate) -> None:
    wanted = [generate([[5 + n, 6]], max_new_tokens=10, eos_token_id=None) for n in range(2)]
    found: list[list[Any]] = [[], []]

    def run(number: int) -> None:
        for _ in range(5):
            ids = generate([[5 + number, 6]], max_new_tokens=10, eos_token_id=None)
            found[number].append(ids.numpy().tolist())

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number in range(2):
        assert found[number] == [wanted[number].numpy().tolist()] * 5


def test_new_weights_are_read_by_the_next_call(models: Callable[[str], Any]) -> None:
    import transformers
    import tensorflow as tf

    sizes = {"n_layer": 1, "n_head": 2, "n_embd": 8, "vocab_size": 20, "n_positions": 64}
    config = transformers.GPT2Config(**sizes, bos_token_id=0, eos_token_id=0, initializer_range=1.0)
    model = transformers.TFGPT2LMHeadModel(config)
    generate = fast_generate(model, capacities=(32,), store=None)
    for seed in range(2):
        numbers = np.random.default_rng(seed)
        for variable in model.variables:
            variable.assign(numbers.normal(size=variable.shape).astype(np.float32))
        wanted = [5, 6]
        for _ in range(6):
            scores = model(tf.constant([wanted])).logits[0, -1]
            wanted.append(int(np.argmax(scores)))
        found = generate([[5, 6]], max_new_tokens=6, eos_token_id=None)
        assert found.numpy()[0].tolist() == wanted
    assert generate.last is not None
    assert generate.last.cache is Cache.MEMORY


def test_the_example_of_the_docstring() -> None:
    results = doctest.testmod(module)
    assert results.attempted > 5
    assert results.failed == 0

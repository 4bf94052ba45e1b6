"""What is said of options that a recipe does not read, or computes with a fault."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.core.call.request import Request
from xla_playground.core.call.upstream_faults import may_differ
from xla_playground.core.options.table import FAST_ONLY_OPTIONS, OPTION_SPECS, Strategy
from xla_playground.core.window.option_notes import (
    FormCall,
    fault_of,
    hints_of,
    reason_not_read,
)

NAMES = ("strategy", *(spec.name for spec in OPTION_SPECS))


def call(**values: Any) -> FormCall:
    own = {name: values.pop(name) for name in list(values) if name in ("has_fast", "is_fast")}
    only = values.pop("is_decoder_only", True)
    options = {"strategy": "greedy", "repetition_penalty": 1.0, "ignore_eos": False} | values
    return FormCall(options, is_decoder_only=only, **{"is_fast": False, **own})


@pytest.mark.parametrize("strategy", list(Strategy))
@pytest.mark.parametrize("name", NAMES)
def test_fast_reads_everything_and_has_no_fault(strategy: Strategy, name: str) -> None:
    fast = call(strategy=strategy, repetition_penalty=1.5, is_fast=True)
    assert reason_not_read(name, fast) is None
    assert fault_of(name, fast) is None


@pytest.mark.parametrize("strategy", list(Strategy))
@pytest.mark.parametrize("ignore_eos", [False, True])
@pytest.mark.parametrize("penalty", [1.0, 1.2])
def test_a_fault_is_said_wherever_a_call_may_meet_one(
    strategy: Strategy, ignore_eos: bool, penalty: float
) -> None:
    values = {"strategy": strategy, "ignore_eos": ignore_eos, "repetition_penalty": penalty}
    request = Request.parse({"model": "m", "prompts": ("a",), "options": values})
    said = [name for name in NAMES if fault_of(name, call(**values)) is not None]
    assert bool(said) is may_differ(request)


def test_each_sentence_is_one_and_names_fast() -> None:
    said = {
        message.text
        for strategy in Strategy
        for name in NAMES
        for message in (
            reason_not_read(name, call(strategy=strategy)),
            fault_of(name, call(strategy=strategy, repetition_penalty=2.0)),
        )
        if message is not None
    }
    assert len(said) > 8
    assert {text for text in said if "fast computes" not in text} == set()
    assert {text for text in said if text.count(". ") or not text.endswith(".")} == set()


def test_what_documented_does_not_read() -> None:
    unread = {n for n in NAMES if reason_not_read(n, call(strategy="beam_sampling")) is not None}
    assert unread == {*FAST_ONLY_OPTIONS, "seed"}
    assert reason_not_read("seed", call(strategy="sampling")) is None


def test_padding_of_an_encoder_changes_no_text() -> None:
    contrastive = call(strategy="contrastive", repetition_penalty=1.5, is_decoder_only=False)
    assert [name for name in NAMES if fault_of(name, contrastive) is not None] == []


def test_a_family_without_fast_is_told_so() -> None:
    alone = call(strategy="sampling", has_fast=False)
    for message in (fault_of("strategy", alone), reason_not_read("min_p", alone)):
        assert message is not None
        assert message.text.endswith(": fast would, but not for this family.")


def test_hints_are_of_other_values() -> None:
    assert "num_beam_groups" in hints_of("num_beams", call(is_fast=True))[0].text
    assert hints_of("early_stopping", call(is_fast=True)) == ()
    assert "fast computes it" in hints_of("early_stopping", call())[0].text

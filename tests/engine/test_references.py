"""What TensorFlow computes, held against what PyTorch answered (``make references``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.references.answers import Case, cases_of
from tests.references.cases import FEATURES_SEED, NEW_TOKENS, PROMPT, STEPS, TOKENS
from tests.references.folders import write_folder
from xla_playground.core.call.request import Request
from xla_playground.core.configuration.check import check_configuration
from xla_playground.core.configuration.families import FAMILIES
from xla_playground.core.errors import CheckpointError
from xla_playground.core.model.info import ModelInput
from xla_playground.engine import XlaEngine
from xla_playground.engine.model.loading import load_model

# float32 on both sides, sums in another order; four digits are stored
_TOLERANCE = 5e-4
_ARMS = ("eager", "graph", "xla")
#: One with an encoder and one without; the others belong to the grid.
_SAMPLE = ("t5", "mistral")


def _accepted_cases() -> Iterator[Case]:
    """Yield what PyTorch answered and no list refuses, each with a change of its own."""
    for family in FAMILIES:
        for case in cases_of(family):
            try:
                check_configuration(case.config)
            except CheckpointError:
                continue
            window = case.config.get("sliding_window")
            is_called = window is None or window >= len(PROMPT) + NEW_TOKENS
            if not case.fails and is_called and (case.is_changed or not case.changes):
                yield case


_ACCEPTED = list(_accepted_cases())
_BASES = [case for case in _ACCEPTED if not case.changes]


def _parameters(cases: Iterable[Case]) -> list[Any]:
    return [pytest.param(case, id=case.name) for case in cases]


def _scores(tf: Any, case: Case, folder: Path, wrap: Callable[[Any], Any]) -> np.ndarray:
    """Return the logits that ``case`` has, computed by the loaded model without a cache."""
    model: Any = load_model(str(folder)).model
    if not model.config.is_encoder_decoder:

        def continued(ids: Any) -> Any:
            return model(**model.prepare_inputs_for_generation(ids)).logits[0, -1]

        call = wrap(continued)
        inputs = [[*PROMPT, *case.tokens[:step]] for step in STEPS]
        found = [call(tf.constant([ids], tf.int32)) for ids in inputs]
    else:

        def answered(ids: Any) -> Any:
            return model(**_source(tf, model), decoder_input_ids=ids).logits[0, -1]

        call = wrap(answered)
        start = model.config.decoder_start_token_id
        inputs = [[start, *case.tokens[:step]] for step in STEPS]
        found = [call(tf.constant([ids], tf.int32)) for ids in inputs]
    return np.stack([np.asarray(logits) for logits in found])[:, list(TOKENS)]


def _source(tf: Any, model: Any) -> dict[str, Any]:
    config = model.config
    if config.model_type != "whisper":
        ids = tf.constant([PROMPT], tf.int32)
        return {"input_ids": ids, "attention_mask": tf.ones_like(ids)}
    shape = (1, config.num_mel_bins, 2 * config.max_source_positions)
    features = np.random.default_rng(FEATURES_SEED).normal(size=shape)
    return {"input_features": tf.constant(features, tf.float32)}


def _request(folder: Path, **values: Any) -> Request:
    options = {"max_new_tokens": NEW_TOKENS, "ignore_eos": True}
    prompt = " ".join(f"t{token}" for token in PROMPT)
    return Request.parse({"model": str(folder), "prompts": (prompt,), "options": options} | values)


def _new_tokens(engine: XlaEngine, request: Request) -> list[int]:
    tokens = engine.generate(request).sequences[0].tokens
    return [token.id for token in tokens][-NEW_TOKENS:]


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[[Case], Path]:
    """A function that writes the folder of a case."""
    return lambda case: write_folder(tmp_path / "model", case.config, case.shapes)


def _equal_scores(case: Case, folder: Path, wrap: Callable[[Any], Any] | None = None) -> None:
    import tensorflow as tf

    found = _scores(tf, case, folder, wrap or (lambda call: call))
    np.testing.assert_allclose(found, np.array(case.scores), atol=_TOLERANCE)


@pytest.mark.parametrize("case", _parameters(_BASES))
def test_scores_of_the_base_models(
    engine: XlaEngine, folder_of: Callable[[Case], Path], case: Case
) -> None:
    _equal_scores(case, folder_of(case))


@pytest.mark.exhaustive
@pytest.mark.parametrize("case", _parameters(case for case in _ACCEPTED if case.changes))
def test_scores_with_every_honoured_field_changed(
    engine: XlaEngine, folder_of: Callable[[Case], Path], case: Case
) -> None:
    """That the scores change as PyTorch's: ``test_configuration_fields`` holds that they do."""
    folder = folder_of(case)
    _equal_scores(case, folder)
    # XLNet's memories, and forced tokens, show in no score of a whole text
    hides = case.family == "xlnet" or case.scores == cases_of(case.family)[0].scores
    if hides and FAMILIES[case.family].takes is ModelInput.TEXT:
        assert _new_tokens(engine, _request(folder, arm="eager")) == list(case.tokens)


def _token_cases() -> Iterator[Any]:
    """Yield a base model with a recipe; a sample of them outside the grid."""
    for case in _BASES:
        family = FAMILIES[case.family]
        if family.takes is ModelInput.TEXT:
            for recipe in ("fast", "documented") if family.has_xla else ("documented",):
                is_sample = recipe == "fast" and case.family in _SAMPLE
                marks: list[Any] = [] if is_sample else [pytest.mark.exhaustive]
                yield pytest.param(case, recipe, id=f"{case.name} {recipe}", marks=marks)


@pytest.mark.parametrize(("case", "recipe"), list(_token_cases()))
def test_greedy_tokens_in_every_arm(
    engine: XlaEngine, folder_of: Callable[[Case], Path], case: Case, recipe: str
) -> None:
    folder = folder_of(case)
    for arm in _ARMS if FAMILIES[case.family].has_xla else _ARMS[:1]:
        request = _request(folder, arm=arm, recipe=recipe)
        assert _new_tokens(engine, request) == list(case.tokens), arm


@pytest.mark.exhaustive
@pytest.mark.parametrize("arm", ["graph", "xla"])
@pytest.mark.parametrize(
    "case", _parameters(case for case in _BASES if FAMILIES[case.family].has_xla)
)
def test_scores_under_graph_and_xla(
    engine: XlaEngine, folder_of: Callable[[Case], Path], case: Case, arm: str
) -> None:
    import tensorflow as tf

    _equal_scores(
        case,
        folder_of(case),
        lambda call: tf.function(call, jit_compile=arm == "xla", autograph=False),
    )


@pytest.mark.parametrize("family", ["mistral", "llama"])
def test_theta_is_read_wherever_it_is_written(
    engine: XlaEngine, tmp_path: Path, family: str
) -> None:
    import tensorflow as tf

    case = next(case for case in cases_of(family) if "rope_theta" in case.changes)
    theta = case.changes["rope_theta"]
    config = {name: value for name, value in case.config.items() if name != "rope_theta"}
    plain = {"rope_type": "default", "rope_theta": theta}
    for number, entries in enumerate(
        (
            {"rope_parameters": plain},
            {"rope_scaling": plain},
            {"rope_parameters": {"full_attention": plain}},
        )
    ):
        folder = write_folder(tmp_path / str(number), config | entries, case.shapes)
        found = _scores(tf, case, folder, lambda call: call)
        np.testing.assert_allclose(found, np.array(case.scores), atol=_TOLERANCE)

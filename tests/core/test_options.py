from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import option_values
from xla_playground.core.errors import RequestError
from xla_playground.core.options.generate_arguments import NO_EOS_ID, generate_arguments
from xla_playground.core.options.options import (
    GenerationOptions,
    constant_options,
    parse_options,
    structural_options,
)
from xla_playground.core.options.table import (
    FAST_ONLY_OPTIONS,
    LIVE_OPTIONS,
    OPTION_SPECS,
    SPEC_OF,
    UNSUPPORTED_OPTIONS,
    Kind,
    OptionSpec,
    Strategy,
)
from xla_playground.core.options.values import bad_words_from_text, bad_words_text

NAMES = ("strategy", *SPEC_OF)
HUGE = 10**5000  # more digits than Python prints

anything = st.one_of(
    st.integers(),
    st.integers(-3, 70),
    st.floats(),
    st.floats(0, 1),
    st.booleans(),
    st.none(),
    st.text(st.characters()),
    st.binary(max_size=5),
    st.sampled_from([*(s.value for s in Strategy), HUGE, -HUGE, "5", 1e308, "\ud800"]),
    st.lists(st.integers(), max_size=2),
)


def check_arguments(options: GenerationOptions, arguments: dict[str, Any]) -> None:
    """What ``generate`` of Transformers 4.54 accepts, by its own documentation."""
    assert set(arguments) <= {*SPEC_OF, "do_sample", "eos_token_id"} - {
        *FAST_ONLY_OPTIONS,
        "ignore_eos",
    }
    assert arguments.get("eos_token_id", NO_EOS_ID) == NO_EOS_ID
    assert ("eos_token_id" in arguments) is options.ignore_eos
    assert arguments["max_new_tokens"] >= 1
    beams = arguments.get("num_beams", 1)
    returned = arguments.get("num_return_sequences", 1)
    assert beams >= 1
    assert returned >= 1
    assert arguments.get("temperature", 1.0) > 0
    assert 0 < arguments.get("top_p", 1.0) <= 1
    assert arguments.get("top_k", 0) >= 0
    assert arguments.get("repetition_penalty", 1.0) > 0
    assert all(math.isfinite(v) for v in arguments.values() if isinstance(v, float))
    if options.strategy.has_beams:
        assert beams >= 2
        assert returned <= beams
        assert arguments.get("early_stopping", True) in (True, "never")
    else:
        assert "early_stopping" not in arguments
        assert beams == 1
    if options.strategy.is_sampling:
        assert arguments["do_sample"] is True
    else:
        assert not {"do_sample", "temperature", "top_p"} & set(arguments)
    if "seed" in constant_options(options):
        first, second = arguments["seed"]
        assert 0 <= first < 2**31
        assert 0 <= second < 2**31
    else:
        assert "seed" not in arguments
    if options.strategy is Strategy.CONTRASTIVE:
        assert 0 < arguments["penalty_alpha"] <= 1
        assert arguments["top_k"] >= 2
    elif options.strategy is Strategy.GREEDY:
        assert returned == 1
        assert "top_k" not in arguments


@given(st.dictionaries(st.sampled_from([*NAMES, *UNSUPPORTED_OPTIONS]), anything))
def test_any_values_give_arguments_or_a_field_error(values: dict[str, Any]) -> None:
    try:
        options = parse_options(values)
    except RequestError as error:
        assert error.field in values or error.field in SPEC_OF  # two options may disagree
        assert error.sentence
        assert len(error.sentence) < 400
        error.sentence.encode("utf-8")
        assert error.field in error.sentence
        return
    if options.max_new_tokens is None:  # left open until the model is known
        assert "max_new_tokens" in values
        options = options.model_copy(update={"max_new_tokens": 1})
    check_arguments(options, generate_arguments(options))


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        parse_options({"\ud800": 1})
    caught.value.sentence.encode("utf-8")


@given(st.dictionaries(st.text(), anything, min_size=1))
def test_unknown_names_are_refused_by_name(values: dict[str, Any]) -> None:
    if set(values) & set(NAMES):
        return
    with pytest.raises(RequestError) as caught:
        parse_options(values)
    assert caught.value.field in values


def valid_values() -> st.SearchStrategy[dict[str, Any]]:
    one = {spec.name: values_of(spec) for spec in OPTION_SPECS}
    return st.fixed_dictionaries({"strategy": st.sampled_from([*Strategy])}, optional=one)


def values_of(spec: OptionSpec) -> st.SearchStrategy[Any]:
    numbers = st.integers(int(spec.minimum), int(spec.maximum))
    token_ids = st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=4)
    words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=9)
    return {
        Kind.SWITCH: st.booleans(),
        Kind.CHOICE: st.sampled_from(spec.choices or (None,)),
        Kind.INTEGER: numbers,
        Kind.NUMBER: st.floats(spec.minimum, spec.maximum),
        Kind.SEED: numbers | st.tuples(numbers, numbers),
        Kind.TEXTS: st.lists(words.filter(str.strip), max_size=4),
        Kind.WORDS: st.lists(words.filter(str.strip) | token_ids, max_size=4),
    }[spec.kind]


@given(valid_values())
def test_values_within_bounds_survive_json(values: dict[str, Any]) -> None:
    try:
        options = parse_options(values)
    except RequestError as error:
        assert error.field in ("num_return_sequences", "top_k", "min_new_tokens")  # the pairs
        return
    assert GenerationOptions.model_validate_json(options.model_dump_json()) == options
    assert next(iter(options.used())) == "strategy"
    check_arguments(options, generate_arguments(options))


@pytest.mark.parametrize(
    "spec",
    [spec for spec in OPTION_SPECS if spec.kind in (Kind.INTEGER, Kind.NUMBER)],
    ids=lambda spec: str(spec.name),
)
def test_bounds_of_every_option(spec: Any) -> None:
    strategy = sorted(spec.strategies)[0]
    others = {"num_beams": 64} if strategy.has_beams and spec.name != "num_beams" else {}
    others |= {"max_new_tokens": 32_768} if spec.name == "min_new_tokens" else {}
    ends = (spec.minimum, spec.maximum, spec.default)
    for value in ends:
        value = int(value) if spec.kind is Kind.INTEGER else value
        if strategy is Strategy.CONTRASTIVE and spec.name == "top_k" and value < 2:
            continue
        options = parse_options({"strategy": strategy, **others, spec.name: value})
        assert getattr(options, spec.name) == value
    for value in (spec.minimum - 1, spec.maximum + 1, math.nan, math.inf, -math.inf, HUGE, -HUGE):
        with pytest.raises(RequestError, match=spec.name) as caught:
            parse_options({"strategy": strategy, spec.name: value})
        assert caught.value.field == spec.name


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"strategy": "sampling", "temperature": 0}, "temperature", "choose greedy"),
        ({"strategy": "sampling", "temperature": math.nan}, "temperature", "finite"),
        ({"strategy": "sampling", "temperature": math.inf}, "temperature", "finite"),
        ({"strategy": "sampling", "top_p": 0}, "top_p", "choose greedy"),
        ({"strategy": "sampling", "top_p": 1.01}, "top_p", "between 0.001 and 1, not 1.01"),
        ({"strategy": "sampling", "top_k": -1}, "top_k", "between 0 and 1,000,000, not -1"),
        ({"seed": -1}, "seed", "between 0 and 2,147,483,647"),
        ({"seed": 2**31}, "seed", "not 2,147,483,648"),
        ({"seed": 1.5}, "seed", "whole number, not 1.5"),
        ({"num_beams": True}, "num_beams", "must be a number, not True"),
        ({"num_beams": "4"}, "num_beams", "must be a number, not '4'"),
        ({"max_new_tokens": 0}, "max_new_tokens", "not 0"),
        (
            {"strategy": "beam", "num_beams": 2, "num_return_sequences": 3},
            "num_return_sequences",
            "more than num_beams 2",
        ),
        ({"strategy": "contrastive", "top_k": 1}, "top_k", "nothing to choose"),
        ({"strategy": "fast"}, "strategy", "'fast'"),
        ({"seed": [1, 2, 3]}, "seed", "one or two whole numbers, not [1, 2, 3]"),
        ({"seed": [1, 2**31]}, "seed", "not 2,147,483,648"),
        ({"seed": [1, "x"]}, "seed", "must be a number, not 'x'"),
        ({"min_new_tokens": 33}, "min_new_tokens", "more than max_new_tokens 32"),
        ({"typical_p": 0}, "typical_p", "between 0.001 and 1, not 0"),
        ({"no_repeat_ngram_size": 33}, "no_repeat_ngram_size", "between 0 and 32, not 33"),
        ({"early_stopping": "always"}, "early_stopping", "false, true or \"never\", not 'always'"),
        ({"early_stopping": 1}, "early_stopping", "not 1"),
        ({"num_beam_groups": 2}, "num_beam_groups", "not implemented"),
        ({"output_scores": True}, "output_scores", "only the tokens"),
        ({"strategy": "sampling", "min_p": 1.5}, "min_p", "between 0 and 1, not 1.5"),
        ({"ignore_eos": 1}, "ignore_eos", "must be true or false, not 1"),
        ({"ignore_eos": "yes"}, "ignore_eos", "must be true or false, not 'yes'"),
        ({"bad_words_ids": 3}, "bad_words_ids", "must be a list"),
        ({"bad_words_ids": [3, 5]}, "bad_words_ids", "lists of token ids ([[12, 5]]), not 3"),
        ({"bad_words_ids": [[]]}, "bad_words_ids", "1 to 64 token ids, not []"),
        ({"bad_words_ids": [[1] * 65]}, "bad_words_ids", "1 to 64 token ids"),
        ({"bad_words_ids": [[3, -1]]}, "bad_words_ids", "takes token ids, not -1"),
        ({"bad_words_ids": ["a", " "]}, "bad_words_ids", "a word without a character"),
        ({"bad_words_ids": ["a" * 201]}, "bad_words_ids", "more than 200 characters"),
        ({"bad_words_ids": ["\ud800"]}, "bad_words_ids", "not valid UTF-8"),
        ({"bad_words_ids": ["a\0"]}, "bad_words_ids", "NUL"),
        ({"bad_words_ids": [[n] for n in range(257)]}, "bad_words_ids", "257 words, more than"),
        ({"bad_words_ids": "cat, [5"}, "bad_words_ids", "separate words by commas"),
        ({"max_tokens": 3}, "max_tokens", "not an option"),
    ],
)
def test_sentences(values: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(RequestError) as caught:
        parse_options(values)
    assert caught.value.field == field
    assert words in caught.value.sentence


def test_defaults_are_valid_for_every_strategy() -> None:
    for strategy in Strategy:
        assert parse_options(option_values(strategy=strategy)).strategy is strategy


def test_arguments_leave_defaults_of_generate_out() -> None:
    assert generate_arguments(GenerationOptions()) == {"max_new_tokens": 32}
    beam = GenerationOptions(strategy=Strategy.BEAM, num_beams=3, length_penalty=0.5)
    wanted = {"max_new_tokens": 32, "num_beams": 3, "length_penalty": 0.5}
    assert generate_arguments(beam) == wanted
    never = beam.model_copy(update={"early_stopping": "never"})
    assert generate_arguments(never) == wanted | {"early_stopping": "never"}


def test_one_number_is_a_seed_whose_second_is_0() -> None:
    for typed, seed in ((7, (7, 0)), ([7, 3], (7, 3)), ((7.0, 3), (7, 3)), (0, (0, 0))):
        options = parse_options({"strategy": "sampling", "seed": typed})
        assert options.seed == seed
        assert generate_arguments(options)["seed"] == seed
        assert json.loads(options.model_dump_json())["seed"] == list(seed)
    # keys of version 0.1.0 have one number, and calls of then and now share a series
    assert constant_options(parse_options({"strategy": "sampling", "seed": 7}))["seed"] == 7
    assert (
        constant_options(parse_options({"strategy": "sampling", "seed": (7, 3)}))["seed"] == "7 3"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("cat, dog", ("cat", "dog")),
        (" cat ,, dog,", ("cat", "dog")),
        ('"a, b", [12, 5],cat', ("a, b", (12, 5), "cat")),
        ("cat, cat, [5], [5]", ("cat", (5,))),
    ],
)
def test_bad_words_of_a_text(text: str, words: tuple[Any, ...]) -> None:
    assert parse_options({"bad_words_ids": text}).bad_words_ids == words


@given(values_of(SPEC_OF["bad_words_ids"]))
def test_bad_words_survive_their_text(words: list[Any]) -> None:
    canonical = parse_options({"bad_words_ids": words}).bad_words_ids
    text = bad_words_text(canonical)
    stripped = tuple(w.strip() if isinstance(w, str) else w for w in canonical)
    read = bad_words_from_text(text)
    assert read is not None
    assert tuple(w.strip() if isinstance(w, str) else w for w in read) == stripped


def test_used_holds_what_the_strategy_reads() -> None:
    used = {"strategy", "max_new_tokens", "min_new_tokens", "repetition_penalty", "ignore_eos"}
    used |= {"no_repeat_ngram_size", "bad_words_ids", "stop_strings"}
    assert set(GenerationOptions().used()) == used


def test_live_options_are_read_by_the_strategies_for_which_they_are_live() -> None:
    for name, strategies in LIVE_OPTIONS.items():
        assert strategies <= SPEC_OF[name].strategies


@pytest.mark.parametrize(
    ("strategy", "structural"),
    [
        (Strategy.GREEDY, set()),
        (Strategy.SAMPLING, {"num_return_sequences"}),
        (Strategy.BEAM, {"num_beams"}),
        (Strategy.BEAM_SAMPLING, {"num_beams"}),
        (Strategy.CONTRASTIVE, {"top_k"}),
    ],
)
def test_what_is_structural_is_a_shape(strategy: Strategy, structural: set[str]) -> None:
    options = GenerationOptions(strategy=strategy)
    assert set(structural_options(options)) == {"strategy", *structural}


def test_greedy_search_has_a_loop_of_its_own() -> None:
    greedy = GenerationOptions(num_return_sequences=3)  # which greedy search does not read
    sampling = GenerationOptions(strategy=Strategy.SAMPLING, temperature=0.5)
    assert structural_options(greedy) == structural_options(GenerationOptions())
    assert structural_options(greedy)["strategy"] == "greedy"
    assert structural_options(sampling)["strategy"] == "sampling"
    three = sampling.model_copy(update={"num_return_sequences": 3})
    assert structural_options(three) != structural_options(sampling)


def test_what_only_the_fast_recipe_can_do_is_no_constant() -> None:
    sampling = GenerationOptions(strategy=Strategy.SAMPLING)
    assert set(sampling.used()) - set(constant_options(sampling)) == set(FAST_ONLY_OPTIONS)
    beams = GenerationOptions(strategy=Strategy.BEAM_SAMPLING, early_stopping=True)
    left_out = {*FAST_ONLY_OPTIONS, "seed"} - {"stop_strings"}  # which beams do not read
    assert set(beams.used()) - set(constant_options(beams)) == left_out


def test_a_switched_option_is_structural_and_its_value_is_live() -> None:
    def structure(**values: Any) -> dict[str, Any]:
        return structural_options(parse_options({"strategy": "sampling"} | values))

    plain = structure()
    for name, one, other in (
        ("typical_p", 0.5, 0.9),
        ("no_repeat_ngram_size", 2, 3),
        ("bad_words_ids", [[5]], [[7, 8, 9], "cat"]),
    ):
        assert structure(**{name: one}) == structure(**{name: other}) != plain
        assert structure(**{name: one}).keys() - plain.keys() == {name}
    assert structure(min_new_tokens=3) == plain
    assert structure(bad_words_ids=[[n] for n in range(17)])["bad_words_ids"] == "32×8"
    assert structure(bad_words_ids=[[1] * 9])["bad_words_ids"] == "16×16"
    # greedy search reads no typical_p
    assert structure(strategy="greedy", typical_p=0.5) == structure(strategy="greedy")


@pytest.mark.parametrize(
    ("flags", "strategy"),
    [
        ({"do_sample": False, "num_beams": 1, "penalty_alpha": None}, Strategy.GREEDY),
        ({"do_sample": True, "num_beams": 1, "penalty_alpha": None}, Strategy.SAMPLING),
        ({"do_sample": False, "num_beams": 2, "penalty_alpha": None}, Strategy.BEAM),
        ({"do_sample": True, "num_beams": 2, "penalty_alpha": 0.0}, Strategy.BEAM_SAMPLING),
        ({"do_sample": False, "num_beams": 1, "penalty_alpha": 0.6}, Strategy.CONTRASTIVE),
    ],
)
def test_strategy_from_flags(flags: dict[str, Any], strategy: Strategy) -> None:
    assert Strategy.from_flags(**flags) is strategy


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([""], "empty text"),
        ([5], "list of texts"),
        ("[12]", "list of texts"),
        (["\0"], "NUL"),
        (["x" * 201], "shorten it"),
        ('"open', "cannot be read"),
        (7, "list of texts"),
    ],
)
def test_what_is_no_stop_string_is_a_sentence(value: Any, says: str) -> None:
    with pytest.raises(RequestError, match=says) as caught:
        parse_options({"stop_strings": value})
    assert caught.value.field == "stop_strings"


def test_white_space_may_stop_a_text() -> None:
    assert parse_options({"stop_strings": ["\n", " a"]}).stop_strings == ("\n", " a")
    assert parse_options({"stop_strings": r'"\n", END'}).stop_strings == ("\n", "END")

"""Code of Transformers as the settings of a call, and sentences on what is not taken."""

from __future__ import annotations

import json
from typing import Any

import pytest

from xla_playground.core.call.padding import PaddingMode, PaddingSide
from xla_playground.core.call.request import Arm, Precision, Recipe
from xla_playground.core.errors import RequestError
from xla_playground.core.options.generate_words import Lengths
from xla_playground.core.options.table import Strategy
from xla_playground.core.pasted.paste import Pasted, read_pasted
from xla_playground.core.pasted.source import MAX_CHARACTERS, looks_like_code

GUIDE = """
import tensorflow as tf
from transformers import AutoTokenizer, TFAutoModelForCausalLM

# Notice the new argument: padding_side="left"
tokenizer = AutoTokenizer.from_pretrained(
    "openai-community/gpt2", padding_side="left", pad_token="</s>"
)
model = TFAutoModelForCausalLM.from_pretrained("openai-community/gpt2")
xla_generate = tf.function(model.generate, jit_compile=True)

padding_kwargs = {"pad_to_multiple_of": 8, "padding": True}
tokenized_input = tokenizer(["TensorFlow is"], **padding_kwargs, return_tensors="tf")

generated_tokens = xla_generate(**tokenized_input, num_beams=2)
decoded_text = tokenizer.decode(generated_tokens[0], skip_special_tokens=True)
print(f"Generated -- {decoded_text}")
"""
LOOP = """
>>> xla_generate = tf.function(model.generate, jit_compile=True)
>>> for text in ["TensorFlow is", "TensorFlow is a", "TFLite is a"]:
...     tokens = tokenizer([text], pad_to_multiple_of=8, padding=True, return_tensors="tf")
...     generated = xla_generate(**tokens, num_beams=2, max_new_tokens=12)
30819.6 ms
"""


def said(pasted: Pasted) -> list[str]:
    return [message.text for message in pasted.left_out]


def refusal(text: str) -> str:
    with pytest.raises(RequestError) as caught:
        read_pasted(text)
    return caught.value.sentence


def test_the_guides_whole_script() -> None:
    found = read_pasted(GUIDE)
    assert found.model == "openai-community/gpt2"
    assert found.prompts == ("TensorFlow is",)
    assert (found.arm, found.recipe) == (Arm.XLA, Recipe.DOCUMENTED)
    assert found.options["strategy"] is Strategy.BEAM
    assert found.options["num_beams"] == 2
    assert found.padding == {
        "mode": PaddingMode.MULTIPLE,
        "multiple_of": 8,
        "side": PaddingSide.LEFT,
    }
    assert "max_new_tokens" not in found.options
    assert said(found) == [
        "The call names no length, so max_new_tokens stays as it is: generate itself would stop at "
        "max_length=20."
    ]


def test_a_loop_of_the_documentation_is_a_batch_and_says_so() -> None:
    found = read_pasted(LOOP)
    assert found.prompts == ("TensorFlow is", "TensorFlow is a", "TFLite is a")
    assert found.options["max_new_tokens"] == 12
    assert said(found) == [
        "The code runs its 3 prompts one after the other; here they are one batch."
    ]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("num_beams=4, do_sample=True", {"strategy": "beam_sampling", "num_beams": 4}),
        ("temperature=0.7,\ntop_k=5,", {"temperature": 0.7, "top_k": 5}),
        ("temperature = 0.7\ntop_k = 5", {"temperature": 0.7, "top_k": 5}),
        ("num_beams=1", {"strategy": "greedy"}),
        ("do_sample=True, seed=[3, 4]", {"strategy": "sampling", "seed": [3, 4]}),
        ("top_k=None, do_sample=True", {"strategy": "sampling", "top_k": 0}),
        (
            "penalty_alpha=0.6, top_k=4",
            {"strategy": "contrastive", "penalty_alpha": 0.6, "top_k": 4},
        ),
        ("penalty_alpha=0.6, top_k=1", {"strategy": "greedy"}),
        ("eos_token_id=None, min_new_tokens=3", {"ignore_eos": True, "min_new_tokens": 3}),
        (
            'early_stopping="never", num_beams=2',
            {"strategy": "beam", "num_beams": 2, "early_stopping": "never"},
        ),
        ('stop_strings="a, b", tokenizer=tokenizer', {"stop_strings": ["a, b"]}),
        (
            "max_new_tokens=np.int32(9), seed=tf.constant([1, 2])",
            {"max_new_tokens": 9, "seed": [1, 2]},
        ),
        ("**inputs, length_penalty=-1.5", {"length_penalty": -1.5}),
    ],
)
def test_keyword_arguments_alone_change_what_they_name(text: str, options: dict[str, Any]) -> None:
    found = read_pasted(text)
    if text == "penalty_alpha=0.6, top_k=1":
        assert len(said(found)) == 2
    else:
        assert said(found) == []
    assert found.options == options
    assert (found.arm, found.recipe, found.model, found.prompts) == (None,) * 4


def test_a_whole_call_puts_the_rest_at_its_default() -> None:
    found = read_pasted("model.generate(**inputs, do_sample=True, max_new_tokens=5)")
    assert found.options["strategy"] is Strategy.SAMPLING
    assert (found.options["temperature"], found.options["top_k"]) == (1.0, 50)
    assert found.options["max_new_tokens"] == 5


def test_a_saved_generation_config() -> None:
    entries = {
        "_from_model_config": True,
        "bos_token_id": 50256,
        "eos_token_id": 50256,
        "do_sample": True,
        "max_length": 50,
        "transformers_version": "4.54.1",
        "top_p": 0.9,
        "num_beam_groups": 2,
    }
    found = read_pasted(json.dumps(entries))
    assert found.options["strategy"] is Strategy.SAMPLING
    assert found.options["top_p"] == 0.9
    assert found.lengths == Lengths(50)
    assert said(found) == [
        "num_beam_groups (diverse beams) is not implemented in TensorFlow.",
        "bos_token_id, eos_token_id: special tokens are those of the model's own folder.",
    ]


def test_a_config_object_below_the_calls_own_arguments() -> None:
    found = read_pasted(
        "config = GenerationConfig(num_beams=4, length_penalty=2.0, max_new_tokens=9)\n"
        "model.generation_config.repetition_penalty = 1.3\n"
        "options = dict(early_stopping=True)\n"
        'options["max_new_tokens"] = 11\n'
        "ids = model.generate(input_ids, generation_config=config, **options)"
    )
    assert found.options["strategy"] is Strategy.BEAM
    names = ("num_beams", "length_penalty", "max_new_tokens", "early_stopping")
    assert [found.options[name] for name in names] == [4, 2.0, 11, True]
    assert found.options["repetition_penalty"] == 1.3
    assert said(found) == []


def test_a_pipeline() -> None:
    found = read_pasted(
        'generator = pipeline("text-generation", model="distilgpt2", torch_dtype=torch.float16)\n'
        'generator("Hello", max_length=30, do_sample=True, num_return_sequences=5)'
    )
    assert (found.model, found.prompts) == ("distilgpt2", ("Hello",))
    assert found.precision is Precision.FLOAT16
    assert found.options["num_return_sequences"] == 5
    assert found.lengths == Lengths(30)


def test_lengths_that_count_the_input() -> None:
    assert Lengths(20, 10).new_tokens(8) == {"max_new_tokens": 12, "min_new_tokens": 2}
    assert Lengths(least=4).new_tokens(8) == {"min_new_tokens": 0}
    with pytest.raises(RequestError, match="leaves no new token after the 20"):
        Lengths(20).new_tokens(20)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "do_sample=True, temperature=t",
            "temperature needs a number, and t is none in this text: type it here.",
        ),
        (
            "num_beams=beams, max_new_tokens=5",
            "num_beams needs a whole number, and beams is none in this text: type it here.",
        ),
        (
            "do_sample=flag, max_new_tokens=5",
            "do_sample needs True or False, and flag is none in this text: type it here.",
        ),
        (
            "do_sample=True, seed=[1, x]",
            "seed needs one or two whole numbers, and x is none in this text: type it here.",
        ),
        ("max_new_tokens=5, foo=1", "foo is no argument of generate that is known."),
        (
            "max_new_tokens=5, streamer=TextStreamer(tokenizer)",
            "streamer is Python code, which no compiled loop runs.",
        ),
        ("max_new_tokens=5, guidance_scale=2", "guidance_scale is not computed by either recipe."),
        ("max_new_tokens=5, low_memory=True", "low_memory changes no token, so it has no control."),
        (
            "max_new_tokens=5, return_dict_in_generate=True",
            "return_dict_in_generate asks for more than the tokens, which are all that comes back.",
        ),
        (
            "max_new_tokens=5, **options",
            "options is no dictionary in this text, so its entries are not known.",
        ),
        (
            "do_sample=False, temperature=0.5",
            "temperature is not read by the strategy greedy, so it was left as it is.",
        ),
        ("num_beams=True, max_new_tokens=5", "num_beams must be a number, not True."),
        ("max_new_tokens=5.5, top_p=0.5", "max_new_tokens must be a whole number, not 5.5."),
        (
            "pad_token_id=0, top_p=0.5",
            "pad_token_id: special tokens are those of the model's own folder.",
        ),
    ],
)
def test_what_is_not_taken_is_a_sentence(text: str, sentence: str) -> None:
    found = read_pasted(text)
    assert said(found) == [sentence]
    assert not found.is_empty


def test_the_models_own_tokens_need_no_word() -> None:
    found = read_pasted("max_new_tokens=5, pad_token_id=tokenizer.eos_token_id")
    assert said(found) == []


def test_prompts_that_are_no_text_stay() -> None:
    found = read_pasted("model.generate(**tokenizer(text, truncation=True), max_new_tokens=4)")
    assert found.prompts is None
    assert said(found) == [
        "The prompts are text, which is no text here: the prompts stay.",
        "truncation was left out: prompts are never cut here, a long one is refused.",
    ]


def test_a_prompt_of_two_lines_is_no_line() -> None:
    found = read_pasted('model.generate(**tokenizer("a\\nb"), max_new_tokens=4)')
    assert found.prompts == ("a\nb",)
    assert found.prompt_text is None
    assert "line break" in str(found.prompt_problem)


def test_several_calls_and_a_chat() -> None:
    found = read_pasted(
        'chat = [{"role": "system", "content": "Be short."}, {"role": "user", "content": "Hi"}]\n'
        'ids = tokenizer.apply_chat_template(chat, return_tensors="tf")\n'
        "model.generate(ids, max_new_tokens=4)\n"
        "model.generate(ids, max_new_tokens=5)\n"
    )
    assert (found.prompts, found.chat) == (("Hi",), True)
    assert found.options["max_new_tokens"] == 5
    assert said(found) == [
        "One more call of generate: the last one was taken.",
        "Only the messages of the user were taken: a chat here is one message and its answer.",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There is no text"),
        (" \n", "There is no text"),
        ("Once upon a time", "Line 1 is neither Python nor JSON"),
        ("import os\nos.system('true')", "has no call of generate"),
        ("x = 5", "x is no argument of generate"),
        ("[1, 2]", "has no call of generate"),
        ("a\n" * MAX_CHARACTERS, "at most 131,072 are read"),
        ("[" * 1000, "too many nested parentheses"),
        ("-" * 100_000 + "1", "nested too deep"),
        ("a" + ".b" * 60_000, "nested too deep"),
        ("1" + "+1" * 60_000, "nested too deep"),
        ('{"a":' * 20_000, "Line 1"),
        ("generate(x='\ud800')", "Line 1"),
        ("generate(\0)", "Line 1"),
        ("temperature=" + "9" * 5000, "Line 1"),
        ("temperature=t", "temperature needs a number"),
    ],
)
def test_a_text_that_means_nothing_is_one_sentence(text: str, says: str) -> None:
    sentence = refusal(text)
    assert says in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("step", ["[a, a]", "[*a, *a]", "[x for x in [a, a]]", "(a, [a])"])
def test_a_list_that_grows_with_each_line_ends(step: str) -> None:
    code = 'a = ["x", "y"]\n' + f"a = {step}\n" * 200
    try:
        found = read_pasted(code + "model.generate(**tokenizer(a), bad_words_ids=a)")
    except RequestError as error:
        assert "more than 50,000 values" in error.sentence
    else:
        assert found.prompts is None


def test_nothing_is_executed(tmp_path: Any) -> None:
    file = tmp_path / "made"
    found = read_pasted(
        f"open({str(file)!r}, 'w').write('x')\n"
        f"model.generate(max_new_tokens=__import__('pathlib').Path({str(file)!r}).touch() or 5)"
    )
    assert not file.exists()
    assert "max_new_tokens needs a whole number" in said(found)[0]


def test_what_looks_like_code() -> None:
    assert looks_like_code(GUIDE)
    assert looks_like_code("out = model.generate(**inputs)")
    assert not looks_like_code("Once upon a time they generate (or so) a text.")
    assert looks_like_code('{"do_sample": true}')
    assert looks_like_code("num_beams=4, top_k=5")
    assert not looks_like_code("def f(x):\n    return")

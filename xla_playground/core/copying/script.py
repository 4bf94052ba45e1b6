"""A call as a Python script: by plain Transformers, or by ``fast_generate``.

Both give the tokens that the call has by their recipe. ``tests/copying`` runs them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..call.padding import PaddingMode
from ..call.record import Record
from ..call.request import Arm, Recipe, Request
from ..call.specialization import capacity_for
from ..configuration.families import FAMILIES
from ..errors import RequestError
from ..machine import installed_versions, versions_in_words
from ..messages import workbench as messages
from ..model.info import ModelInfo, ModelInput
from ..options.fast_arguments import fast_arguments
from ..options.generate_arguments import generate_arguments
from . import python_text as text
from .model_source import ModelSource, model_source
from .speech_script import decoder_prompt, forced_prompt, speech_inputs

_GUIDE = "https://huggingface.co/docs/transformers/tf_xla"
_SPECIAL = """\
# of the model's own settings only its special tokens: the options are those of the call
special = {{
    name: given.get(name)
    for name in (
        "bos_token_id",
        "eos_token_id",
        "pad_token_id",
        "decoder_start_token_id",
        "forced_bos_token_id",
        "forced_eos_token_id",
        "suppress_tokens",
        "begin_suppress_tokens",
    )
}}{changed}
if special["eos_token_id"] is None:
    special["eos_token_id"] = tokenizer.eos_token_id
if tokenizer.pad_token_id is None:
    tokenizer.pad_token = tokenizer.eos_token or tokenizer.convert_ids_to_tokens(0)
if special["pad_token_id"] is None:
    special["pad_token_id"] = tokenizer.pad_token_id
tokenizer.pad_token_id = special["pad_token_id"]
model.generation_config = GenerationConfig(**special)"""
_WORD_IDS = """\
def word_ids(word):
    \"\"\"Return the token ids of a word as it stands after a space.\"\"\"
    ids = tokenizer(word, add_special_tokens=False)["input_ids"]
    if not tokenizer.convert_ids_to_tokens(ids[0]).startswith(("▁", "Ġ")):
        ids = tokenizer(f" {word}", add_special_tokens=False)["input_ids"]
    return ids"""
_CHATS = """\
chats = [
    tokenizer.apply_chat_template(
        [{"role": "user", "content": prompt}], add_generation_prompt=True, tokenize=True
    )
    for prompt in PROMPTS
]"""
_PRINTED = """\
for answer in tokenizer.batch_decode(ids, skip_special_tokens=True):
    print(answer)"""

_WINDOWS = """\
ids = []
for begin, end in WINDOWS:
    inputs = heard(samples[begin:end])
    ids.append({called}.numpy())
    for answer in tokenizer.batch_decode(ids[-1], skip_special_tokens=True):
        print(answer)"""


@dataclass(frozen=True)
class Script:
    """A script in parts, which a notebook has as cells.

    Attributes:
        head: comments: what it is, and the versions.
        imports: the imports.
        load: loads the model.
        inputs: tokenizes the prompts, or reads the recording.
        run: makes the function that generates, calls it once, and prints the texts; ``ids`` are the
            token ids, of speech a list with those of each window.
        function: the line of ``run`` that makes the function.
        arguments: what the function is called with.
    """

    head: str
    imports: str
    load: str
    inputs: str
    run: str
    function: str
    arguments: str

    def __str__(self) -> str:
        parts = (self.head, self.imports, self.load, self.inputs, self.run)
        return "\n\n".join(part for part in parts if part) + "\n"


def script_of(record: Record, info: ModelInfo, recipe: Recipe) -> Script:
    """Return the script of a call by a recipe, whichever recipe the call was made by.

    Args:
        info: what the call's model is, a folder of Transformers.

    Raises:
        RequestError: the recipe does not compute the call, or no script can; the sentence says why.
        CheckpointError: the model's folder is damaged.
    """
    if not record.prompt_tokens:
        raise RequestError("call", messages.INPUT_NOT_READ(call=record.call))
    request = _by(record.request, recipe)
    _check(request, info)
    source = model_source(info, request.precision)
    is_speech = info.takes is ModelInput.SPEECH
    function, arguments = (_fast if recipe is Recipe.FAST else _documented)(request, record, info)
    return Script(
        head=_head(record, recipe),
        imports=_imports(source, recipe),
        load=_load(request, source, record),
        inputs=speech_inputs(record, info) if is_speech else _inputs(request, record, info),
        run=_run(function, arguments, is_speech=is_speech),
        function=function,
        arguments=arguments,
    )


def _by(request: Request, recipe: Recipe) -> Request:
    """Return the request by a recipe, which may refuse it."""
    values = request.model_dump() | {"recipe": recipe, "block_tokens": None}
    return Request.parse(values)


def _check(request: Request, info: ModelInfo) -> None:
    if request.recipe is not Recipe.FAST:
        return
    if info.takes is ModelInput.SPEECH:
        raise RequestError("as", messages.FAST_COPY_OF_SPEECH())
    if not info.has_xla:
        raise RequestError(
            "as",
            messages.FAST_COPY_WITHOUT_LOOPS(family=info.family_label),
        )


def _head(record: Record, recipe: Recipe) -> str:
    how = "fast_generate" if recipe is Recipe.FAST else "plain TensorFlow and Transformers"
    lines = [
        f"# Call {record.call} of XLA Playground by the {recipe} recipe: {how}.",
        f"# Versions: {versions_in_words(installed_versions())}",
    ]
    if recipe is Recipe.DOCUMENTED:
        lines.append(f"# Source of the recipe: {_GUIDE}")
    return "\n".join(lines)


def _imports(source: ModelSource, recipe: Recipe) -> str:
    standard = [line for line in source.imports if line in ("import functools", "import types")]
    others = [line for line in source.imports if line not in standard]
    if source.has_generation_file:
        standard += ["import json", "from pathlib import Path"]
    lines = sorted(standard, key=lambda line: (line.startswith("from"), line))
    if recipe is Recipe.FAST:
        lines.append("from xla_playground import fast_generate  # before TensorFlow")
    lines.append(f"from transformers import {', '.join(source.classes)}")
    lines += [line for line in others if line.startswith("from transformers")]
    if source.info.takes is ModelInput.SPEECH:
        lines += ["import numpy as np", "import soundfile", "import soxr"]
    lines.append("import tensorflow as tf")
    lines += [line for line in others if not line.startswith("from transformers")]
    return "\n".join(lines)


def _load(request: Request, source: ModelSource, record: Record) -> str:
    info = source.info
    lines = [text.assignment("MODEL", info.path)]
    if info.name != info.path:
        lines[0] += f"  # {info.name}"
    lines += source.lines
    file = 'json.loads(Path(MODEL, "generation_config.json").read_text("utf-8"))'
    given = file if source.has_generation_file else "model.generation_config.to_dict()"
    lines += ["", f"given = {given}"]
    changed = f" | {text.literal(source.special_tokens)}" if source.special_tokens else ""
    lines.append(_SPECIAL.format(changed=changed))
    if info.takes is ModelInput.SPEECH:
        lines += forced_prompt(record, info)
    if any(isinstance(word, str) for word in request.options.bad_words_ids):
        lines += ["", "", _WORD_IDS, ""]
    return "\n".join(lines)


def _inputs(request: Request, record: Record, info: ModelInfo) -> str:
    lines = [text.assignment("PROMPTS", list(request.prompts)), *prepared(request, info)]
    prompts = "chats" if request.chat else "PROMPTS"
    return "\n".join([*lines, tokenized(request, record, info, prompts)])


def prepared(request: Request, info: ModelInfo) -> list[str]:
    """Return the lines before prompts are tokenized."""
    side = request.padding.side_for(
        is_decoder_only=info.is_decoder_only, has_positions=info.positions is not None
    )
    lines = [text.assignment("tokenizer.padding_side", side.value)]
    return [*lines, _CHATS] if request.chat else lines


def tokenized(request: Request, record: Record, info: ModelInfo, prompts: str) -> str:
    """Return the lines that make ``inputs`` of prompts, which are given as code."""
    padding = _padding(request, record, info) | {"return_tensors": "tf"}
    if request.chat:
        found = text.call("tokenizer.pad", f'{{"input_ids": {prompts}}}', **padding)
    else:
        found = text.call("tokenizer", prompts, **padding)
    names = '("input_ids", "attention_mask")'
    return f"tokenized = {found}\ninputs = {{name: tokenized[name] for name in {names}}}"


def _padding(request: Request, record: Record, info: ModelInfo) -> dict[str, Any]:
    """Return the arguments of a tokenizer that pad as the engine does."""
    padding = request.padding
    if not FAMILIES[info.family].reads_mask:
        return {}
    if request.recipe is Recipe.FAST and info.is_decoder_only:
        return {"padding": True}  # each prompt is taken out of its padding
    match padding.mode:
        case PaddingMode.NONE:
            return {}
        case PaddingMode.LONGEST:
            return {"padding": True}
        case PaddingMode.MULTIPLE:
            return {"padding": True, "pad_to_multiple_of": padding.multiple_of}
        case _:
            length = padding.padded_length(record.prompt_tokens)
            return {"padding": "max_length", "max_length": length}


def _documented(request: Request, record: Record, info: ModelInfo) -> tuple[str, str]:
    arguments = generate_arguments(request.options)
    if info.takes is ModelInput.SPEECH:
        arguments["max_new_tokens"] += len(decoder_prompt(record, info))
    called = text.call("generate", "**inputs", **arguments)
    function = {
        Arm.EAGER: "generate = model.generate",
        Arm.GRAPH: "generate = tf.function(model.generate)",
        Arm.XLA: "generate = tf.function(model.generate, jit_compile=True)",
    }[request.arm]
    return function, called


def _fast(request: Request, record: Record, info: ModelInfo) -> tuple[str, str]:
    beginning = max(record.prompt_tokens) if info.is_decoder_only else 1
    traced = request.model_copy(update={"arm": Arm.XLA})
    capacity = capacity_for(traced, beginning, info.positions)
    made = text.call("fast_generate", "model", capacities=(capacity,))
    arguments = fast_arguments(request.options)
    given = ["**inputs"]
    words = arguments.pop("bad_words_ids", ())
    if words:
        literals = (text.literal(w if isinstance(w, str) else list(w)) for w in words)
        pairs = zip(words, literals, strict=True)
        shown = (f"word_ids({code})" if isinstance(w, str) else code for w, code in pairs)
        given.append(f"bad_words_ids=[{', '.join(shown)}]")
    if "stop_strings" in arguments:
        arguments["stop_strings"] = list(arguments["stop_strings"])
        given.append("tokenizer=tokenizer")
    return f"generate = {made}", text.call("generate", *given, **arguments)


def _run(function: str, called: str, *, is_speech: bool) -> str:
    if not is_speech:
        return "\n".join([function, f"ids = {called}", _PRINTED])
    called = called.replace("\n", "\n    ")
    return f"{function}\n{_WINDOWS.format(called=called)}"

"""How plain code loads a model with Transformers, so that it computes what the engine computes.

The engine mends some of Transformers' TensorFlow classes (``engine.model``). What a few lines of
plain code can do as well is written into a script; what they cannot is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..call.request import Precision
from ..checkpoint.checkpoint import read_config
from ..checkpoint.completeness import completeness
from ..configuration.check import check_configuration
from ..configuration.families import FAMILIES
from ..configuration.generation_entries import generation_entries
from ..configuration.llama_as_mistral import mistral_config
from ..errors import RequestError
from ..fields.activations import GPT_ACTIVATIONS
from ..messages import workbench as messages
from ..messages.message import Message
from ..model.info import ModelInfo, ModelInput
from ..weights.files import read_weights
from . import python_text as text

#: Where classes with an output layer of their own have the embeddings that it may be tied to.
_EMBEDDINGS = {
    "gptj": "model.transformer.wte",
    "xglm": "model.model.embed_tokens",
    "mistral": "model.model.embed_tokens",
    "llama": "model.model.embed_tokens",
}
#: Classes that read ``tie_word_embeddings``; all others always multiply by their embeddings.
_READS_TIE = ("t5", "mt5")
_HAS_LANGUAGES = ("xlm", "flaubert")
_LISTS = ("suppress_tokens", "begin_suppress_tokens")
_MAY_BE_NONE = ("bos_token_id", "pad_token_id")

_HALF = """\
half_call = model.call


@functools.wraps(half_call)
def call(*arguments, **named):
    output = half_call(*arguments, **named)
    output.logits = tf.cast(output.logits, tf.float32)  # log probabilities of beams add up
    return output


model.call = call"""


@dataclass(frozen=True)
class ModelSource:
    """Lines that load a model.

    Attributes:
        info: what the model is.
        imports: further lines of imports.
        classes: names to import from Transformers.
        lines: the lines, which bind ``model`` and ``tokenizer``.
        has_generation_file: whether the folder has a ``generation_config.json``.
        special_tokens: special tokens that are not what the generation configuration says.
    """

    info: ModelInfo
    imports: tuple[str, ...]
    classes: tuple[str, ...]
    lines: tuple[str, ...]
    has_generation_file: bool
    special_tokens: dict[str, Any] = field(default_factory=dict)


def model_source(info: ModelInfo, precision: Precision = Precision.FLOAT32) -> ModelSource:
    """Return how a model's folder is loaded.

    Args:
        info: of a folder of Transformers, not of a GGUF file.

    Raises:
        CheckpointError: the folder is damaged.
        RequestError: plain classes of Transformers cannot compute this model.
    """
    folder = Path(info.path)
    given = read_config(folder)
    kind = given["model_type"]
    family = FAMILIES[kind]
    entries = _configuration(given)
    is_tied = bool(given.get("tie_word_embeddings", family.is_tied))
    _check_plain(info, folder, given, entries, is_tied=is_tied)
    name = family.model_class
    classes = ["AutoTokenizer", "GenerationConfig", name]
    imports: list[str] = []
    lines = ["tokenizer = AutoTokenizer.from_pretrained(MODEL)"]
    if precision is not Precision.FLOAT32:
        imports += ["import functools", "import tf_keras"]
        policy = text.literal(precision.value)
        lines.append(f"tf_keras.mixed_precision.set_global_policy({policy})")
    if kind == "llama":  # which Transformers does not have for TensorFlow
        classes.append("MistralConfig")
        lines.append("config = " + text.call("MistralConfig", **entries))
        lines.append("model = " + text.call(f"{name}.from_pretrained", "MODEL", "config=config"))
    else:
        missing = object()
        changed = {n: value for n, value in entries.items() if given.get(n, missing) != value}
        lines.append("model = " + text.call(f"{name}.from_pretrained", "MODEL", **changed))
    lines += _mended(given, is_tied=is_tied)
    if kind == "openai-gpt":
        imports.append("from transformers.activations_tf import ACT2FN")
    if info.takes is ModelInput.SPEECH:  # whose own generate drops the seed
        imports.append("import types")
        lines.append("model.generate = types.MethodType(TFPreTrainedModel.generate, model)")
        classes += ["TFPreTrainedModel", "WhisperFeatureExtractor"]
    if precision is not Precision.FLOAT32:
        lines.append(_HALF)
    generation = generation_entries(folder, given)
    return ModelSource(
        info=info,
        imports=tuple(imports),
        classes=tuple(sorted(classes)),
        lines=tuple(lines),
        has_generation_file=(folder / "generation_config.json").is_file(),
        special_tokens=_special_tokens(generation),
    )


def _configuration(given: dict[str, Any]) -> dict[str, Any]:
    if given["model_type"] == "llama":
        entries = mistral_config(given)
        return {n: v for n, v in entries.items() if n not in ("architectures", "model_type")}
    entries = dict(check_configuration(given).entries)
    if given["model_type"] in _HAS_LANGUAGES and entries.get("n_langs", 1) <= 1:
        entries["lang_id"] = None  # generate would look for the embeddings of languages
    return entries


def _check_plain(
    info: ModelInfo, folder: Path, given: dict[str, Any], entries: dict[str, Any], *, is_tied: bool
) -> None:
    kind = given["model_type"]
    problem: Message | None = None
    if not is_tied and kind not in (*_EMBEDDINGS, *_READS_TIE):
        problem = messages.ALWAYS_MULTIPLIES_BY_EMBEDDINGS()
    heads, size = entries.get("num_attention_heads"), entries.get("head_dim")
    if kind in ("mistral", "llama") and size and heads * size != entries["hidden_size"]:
        problem = messages.PASSES_OVER_HEAD_DIM()
    if completeness(given, read_weights(folder).names).stored_as:
        problem = messages.LOOKS_FOR_EMBEDDINGS()
    if problem is not None:
        raise RequestError(
            "as",
            messages.SCRIPT_CANNOT_LOAD(
                model_class=FAMILIES[kind].model_class, problem=problem, model=info.name
            ),
        )


def _mended(given: dict[str, Any], *, is_tied: bool) -> list[str]:
    """Return the lines that make a loaded model compute what its configuration says."""
    kind = given["model_type"]
    if is_tied and kind in _EMBEDDINGS:
        return [
            "# its output layer is its embeddings, which TensorFlow's class passes over",
            f"model.lm_head.kernel.assign(tf.transpose({_EMBEDDINGS[kind]}.weights[0]))",
        ]
    if kind == "openai-gpt":
        activation = text.literal(GPT_ACTIVATIONS[given.get("afn", "gelu")])
        return [
            "# the activation of its configuration, which TensorFlow's class passes over",
            "for block in model.transformer.h:",
            f"    block.mlp.act = ACT2FN[{activation}]",
        ]
    return []


def _special_tokens(entries: dict[str, Any]) -> dict[str, Any]:
    """Return the special tokens that entries of a generation configuration do not say plainly."""
    changed: dict[str, Any] = {n: None for n in _MAY_BE_NONE if entries.get(n) == -1}
    changed |= {n: None for n in _LISTS if entries.get(n) == []}
    words = entries.get("bad_words_ids")
    words = words if isinstance(words, list) else []
    single = [word[0] for word in words if isinstance(word, list) and len(word) == 1]
    if single:  # the same as suppressed tokens, which XLA can convert
        changed["suppress_tokens"] = sorted({*(entries.get("suppress_tokens") or []), *single})
    return changed

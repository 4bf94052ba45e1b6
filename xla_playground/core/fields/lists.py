"""What the program does with each field of a configuration, and what all families share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from ..messages.message import Message
from ..messages.models import configuration as messages
from .kinds import EMPTY, FLAG, LABELS, NULL, SIZE, Kind, one_of, whole

_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class Neutral:
    """A field that must have a value with which TensorFlow and PyTorch compute the same.

    Attributes:
        kind: the values it may have.
        why: what TensorFlow's class does instead, to follow the name of the class.
    """

    kind: Kind
    why: Message


@dataclass(frozen=True)
class Fields:
    """The known configuration fields of one family.

    Attributes:
        honoured: fields with which TensorFlow's class computes as PyTorch's does, and the kind of
            value that is needed.
        without_influence: fields that change no score at inference, with the reason. They do not
            reach the class, so their values do not matter.
        refused: fields that are refused unless they are neutral.
        other_names: further names of a field, by name. Source: ``attribute_map`` of the classes.
    """

    honoured: dict[str, Kind]
    without_influence: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Neutral] = field(default_factory=dict)
    other_names: dict[str, str] = field(default_factory=dict)


def each(reason: str, *names: str) -> dict[str, str]:
    """Return the same reason for several fields without influence, by name."""
    return dict.fromkeys(names, reason)


def joined(base: Fields, other: Fields) -> Fields:
    """Return the fields of both; ``other`` wins for a field that both have."""
    new = {*other.honoured, *other.without_influence, *other.refused}
    return Fields(
        _but(new, base.honoured) | other.honoured,
        _but(new, base.without_influence) | other.without_influence,
        _but(new, base.refused) | other.refused,
        base.other_names | other.other_names,
    )


def _but(names: set[str], fields: dict[str, _Entry]) -> dict[str, _Entry]:
    return {name: entry for name, entry in fields.items() if name not in names}


TRAINING = "training only"
LABELS_ONLY = "classification only"
SUMMARY_ONLY = "classification and multiple choice only"
_OUTPUTS = "says what comes back beside the scores"
_ABOUT = "says where the files come from"
LEGACY = "Transformers 3 only: each class has one layout since"


DROPOUTS = each(
    TRAINING,
    *("activation_dropout", "attention_dropout", "dropout", "layerdrop"),
    *("encoder_layerdrop", "decoder_layerdrop"),
)


SUMMARIES = each(
    SUMMARY_ONLY,
    *("summary_activation", "summary_first_dropout", "summary_last_dropout"),
    *("summary_proj_to_labels", "summary_type", "summary_use_proj"),
)


#: Fields that choose tokens: the generation configuration is made of them, and checked there.
GENERATION = frozenset(
    {
        "bad_words_ids",
        "begin_suppress_tokens",
        "bos_token_id",
        "decoder_start_token_id",
        "diversity_penalty",
        "do_sample",
        "early_stopping",
        "encoder_no_repeat_ngram_size",
        "eos_token_id",
        "exponential_decay_length_penalty",
        "force_bos_token_to_be_generated",
        "forced_bos_token_id",
        "forced_decoder_ids",
        "forced_eos_token_id",
        "length_penalty",
        "max_length",
        "min_length",
        "no_repeat_ngram_size",
        "num_beam_groups",
        "num_beams",
        "num_return_sequences",
        "output_scores",
        "pad_token_id",
        "remove_invalid_values",
        "repetition_penalty",
        "return_dict_in_generate",
        "suppress_tokens",
        "temperature",
        "top_k",
        "top_p",
        "typical_p",
        # Whisper
        "alignment_heads",
        "is_multilingual",
        "lang_to_id",
        "language",
        "max_new_tokens",
        "no_timestamps_token_id",
        "return_timestamps",
        "task",
        "task_to_id",
    }
)

#: Fields without influence whose values are still checked: they are compared with others, or
#: Transformers makes dictionaries of them when it looks for a tokenizer.
CHECKED = {
    "d_head": SIZE | NULL,
    "id2label": LABELS | NULL,
    "is_encoder_decoder": FLAG,
    "num_labels": whole(0, 100_000) | NULL,
}

#: What every configuration may have.
COMMON = Fields(
    honoured={},
    without_influence={
        "model_type": "chooses the class",
        "is_encoder_decoder": "what the class is, or refused",
        **each(
            _ABOUT,
            *("architectures", "auto_map", "from_tf", "name_or_path", "transformers_version"),
            *("is_llama_config", "transformers.js_config"),
            *("_commit_hash", "_name_or_path", "tokenizer_class"),
        ),
        **each(
            "the program chooses the format of numbers",
            *("dtype", "torch_dtype", "use_bfloat16", "_pre_quantization_dtype"),
        ),
        **each(
            _OUTPUTS,
            *("output_attentions", "output_hidden_states", "output_past", "return_dict"),
            *("torchscript", "use_return_dict", "_output_attentions", "onnx_export"),
        ),
        **each(
            LABELS_ONLY,
            *("classif_dropout", "classifier_dropout", "finetuning_task", "id2label", "label2id"),
            *("num_labels", "_num_labels", "problem_type", "sep_token_id"),
        ),
        **each(
            TRAINING,
            *("gradient_checkpointing", "initializer_range", "init_std", "tf_legacy_loss"),
            *("hidden_dropout",),
        ),
        **each(
            "the same product, computed in another order",
            *("attn_implementation", "chunk_size_feed_forward", "_attn_implementation"),
            *("_attn_implementation_autoset", "_attn_implementation_internal"),
        ),
        "use_cache": "the program decides",
        **each("what is stored counts", "quantization", "quantization_config"),
        "prefix": "text for a pipeline to put before a prompt",
        "task_specific_params": "settings for a pipeline to apply",
        "is_decoder": "the class of the family is what it is",
        "add_cross_attention": "read by GPT-2 and XGLM only",
        "cross_attention_hidden_size": "for encoders of another family",
        "n_ctx": "the older name of n_positions, which is read",
        **each(LEGACY, "n_special", "predict_special_tokens", "unk_token_id"),
    },
    refused={
        "pruned_heads": Neutral(EMPTY, messages.CANNOT_LEAVE_OUT_HEADS()),
        "tie_encoder_decoder": Neutral(one_of(False, None), messages.SHARES_NO_WEIGHTS()),
    },
)

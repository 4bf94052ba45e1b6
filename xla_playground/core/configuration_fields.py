"""The fields of the supported families' configurations, in three lists.

The fields of Transformers' configuration classes and of its TensorFlow and PyTorch models, and
what this program does with each; rotary positions are read by ``core.rope``. Tests hold the lists
against the classes, and what the lists say against PyTorch's answers (``tests/data/references``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from .field_kinds import (
    ACTIVATION,
    EMPTY,
    EPSILON,
    FEED_FORWARD,
    FLAG,
    LABELS,
    NULL,
    SIZE,
    THETA,
    TOKEN,
    WINDOW,
    Kind,
    one_of,
    whole,
)

_Entry = TypeVar("_Entry")


@dataclass(frozen=True)
class Neutral:
    """A field that must have a value with which TensorFlow computes what PyTorch does.

    Attributes:
        kind: the values it may have.
        why: what TensorFlow's class does instead, to follow the name of the class.
    """

    kind: Kind
    why: str


@dataclass(frozen=True)
class Fields:
    """What is known of the fields of one family.

    Attributes:
        honoured: what TensorFlow's class computes with as PyTorch's does, and the kind of value
            that is needed.
        without_influence: what changes no score at inference, with the reason. It does not reach
            the class, so its value does not matter.
        refused: what is refused unless it is neutral.
        other_names: further names of a field, by name. Source: ``attribute_map`` of the classes.
    """

    honoured: dict[str, Kind]
    without_influence: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Neutral] = field(default_factory=dict)
    other_names: dict[str, str] = field(default_factory=dict)


def _each(reason: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, reason)


_TRAINING = "training only"
_LABELS = "classification only"
_SUMMARY = "classification and multiple choice only"
_OUTPUTS = "says what comes back beside the scores"
_ABOUT = "says where the files come from"
_LEGACY = "Transformers 3 only: each class has one layout since"

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

#: Fields without influence whose values are checked all the same: they are held against others, or
#: Transformers makes dictionaries of them when it looks for a tokenizer.
CHECKED = {
    "d_head": SIZE | NULL,
    "head_dim": SIZE | NULL,
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
        **_each(
            _ABOUT,
            *("architectures", "auto_map", "from_tf", "name_or_path", "transformers_version"),
            *("is_llama_config", "transformers.js_config"),
            *("_commit_hash", "_name_or_path", "tokenizer_class"),
        ),
        **_each(
            "the program chooses the format of numbers",
            *("dtype", "torch_dtype", "use_bfloat16", "_pre_quantization_dtype"),
        ),
        **_each(
            _OUTPUTS,
            *("output_attentions", "output_hidden_states", "output_past", "return_dict"),
            *("torchscript", "use_return_dict", "_output_attentions", "onnx_export"),
        ),
        **_each(
            _LABELS,
            *("classif_dropout", "classifier_dropout", "finetuning_task", "id2label", "label2id"),
            *("num_labels", "_num_labels", "problem_type", "sep_token_id"),
        ),
        **_each(
            _TRAINING,
            *("gradient_checkpointing", "initializer_range", "init_std", "tf_legacy_loss"),
            *("hidden_dropout",),
        ),
        **_each(
            "the same product, computed in another order",
            *("attn_implementation", "chunk_size_feed_forward", "_attn_implementation"),
            *("_attn_implementation_autoset", "_attn_implementation_internal"),
        ),
        "use_cache": "the program decides",
        "prefix": "text for a pipeline to put before a prompt",
        "task_specific_params": "settings for a pipeline to apply",
        "is_decoder": "the class of the family is what it is",
        "add_cross_attention": "read by GPT-2 and XGLM only",
        "cross_attention_hidden_size": "for encoders of another family",
        "n_ctx": "the older name of n_positions, which is read",
        **_each(_LEGACY, "n_special", "predict_special_tokens", "unk_token_id"),
    },
    refused={
        "pruned_heads": Neutral(EMPTY, "cannot leave out heads"),
        "tie_encoder_decoder": Neutral(
            one_of(False, None), "does not share weights of encoder and decoder"
        ),
        "quantization_config": Neutral(
            EMPTY, "cannot compute with quantized weights: choose the model it was made from"
        ),
    },
)

_TIED = Neutral(one_of(True), "uses the embeddings as its output layer")
_UNTIED = Neutral(one_of(False), "has an output layer of its own")
_SUMMARIES = _each(
    _SUMMARY,
    *("summary_activation", "summary_first_dropout", "summary_last_dropout"),
    *("summary_proj_to_labels", "summary_type", "summary_use_proj"),
)
_GPT_NAMES = {
    "hidden_size": "n_embd",
    "max_position_embeddings": "n_positions",
    "num_attention_heads": "n_head",
    "num_hidden_layers": "n_layer",
}
_GPT = Fields(
    honoured={
        "vocab_size": SIZE,
        "n_positions": SIZE,
        "n_embd": SIZE,
        "n_layer": SIZE,
        "n_head": SIZE,
        "layer_norm_epsilon": EPSILON,
    },
    without_influence=_SUMMARIES | _each(_TRAINING, "resid_pdrop", "embd_pdrop", "attn_pdrop"),
    other_names=_GPT_NAMES,
)


def _with(base: Fields, other: Fields) -> Fields:
    """Return the fields of both; what ``other`` says of a field counts."""
    new = {*other.honoured, *other.without_influence, *other.refused}
    return Fields(
        _but(new, base.honoured) | other.honoured,
        _but(new, base.without_influence) | other.without_influence,
        _but(new, base.refused) | other.refused,
        base.other_names | other.other_names,
    )


def _but(names: set[str], fields: dict[str, _Entry]) -> dict[str, _Entry]:
    return {name: entry for name, entry in fields.items() if name not in names}


_T5 = Fields(
    honoured={
        "vocab_size": SIZE,
        "d_model": SIZE,
        "d_kv": SIZE,
        "d_ff": SIZE,
        "num_layers": SIZE,
        "num_decoder_layers": SIZE | NULL,
        "num_heads": SIZE,
        "relative_attention_num_buckets": whole(4),
        "relative_attention_max_distance": SIZE,
        "layer_norm_epsilon": EPSILON,
        "feed_forward_proj": FEED_FORWARD,
        "dense_act_fn": ACTIVATION,
        "is_gated_act": FLAG,
        "tie_word_embeddings": FLAG,
    },
    without_influence={
        **_each(_TRAINING, "dropout_rate", "initializer_factor"),
        "n_positions": "positions are relative, without a limit",
    },
    other_names={
        "head_dim": "d_kv",
        "hidden_size": "d_model",
        "num_attention_heads": "num_heads",
        "num_hidden_layers": "num_layers",
    },
)

_DROPOUTS = _each(
    _TRAINING,
    *("activation_dropout", "attention_dropout", "dropout", "layerdrop"),
    *("encoder_layerdrop", "decoder_layerdrop"),
)
_BART = Fields(
    honoured={
        "vocab_size": SIZE,
        "max_position_embeddings": SIZE,
        "d_model": SIZE,
        "encoder_layers": SIZE,
        "decoder_layers": SIZE,
        "encoder_ffn_dim": SIZE,
        "decoder_ffn_dim": SIZE,
        "encoder_attention_heads": SIZE,
        "decoder_attention_heads": SIZE,
        "activation_function": ACTIVATION,
        "scale_embedding": FLAG,
    },
    without_influence={
        **_DROPOUTS,
        "num_hidden_layers": "the number of encoder layers, which is read",
        **_each(
            _LEGACY,
            *("add_bias_logits", "add_final_layer_norm", "do_blenderbot_90_layernorm"),
            *("extra_layer_norm", "extra_pos_embeddings", "layernorm_variant", "normalize_before"),
            *("normalize_embedding", "static_position_embeddings", "save_step"),
        ),
    },
    refused={"tie_word_embeddings": _TIED},
    other_names={
        "hidden_size": "d_model",
        "num_attention_heads": "encoder_attention_heads",
    },
)
_MISTRAL = Fields(
    honoured={
        "vocab_size": SIZE,
        "hidden_size": SIZE,
        "intermediate_size": SIZE,
        "num_hidden_layers": SIZE,
        "num_attention_heads": SIZE,
        "num_key_value_heads": SIZE | NULL,
        "hidden_act": ACTIVATION,
        "max_position_embeddings": SIZE,
        "rms_norm_eps": EPSILON,
        "rope_theta": THETA | NULL,
        "sliding_window": SIZE | NULL,
        "tie_word_embeddings": FLAG,
    },
    without_influence={
        "attention_dropout": _TRAINING,
        "head_dim": "the quotient of two fields, or refused",
        "pretraining_tp": "the same product, computed in parts",
    },
    refused={
        "attention_bias": Neutral(one_of(False, None), "has no biases"),
        "mlp_bias": Neutral(one_of(False, None), "has no biases"),
        "partial_rotary_factor": Neutral(one_of(1.0, None), "rotates whole heads"),
        "rope_interleaved": Neutral(one_of(False, None), "rotates half against half"),
    },
)
_XLM = Fields(
    honoured={
        "vocab_size": SIZE,
        "emb_dim": SIZE,
        "n_layers": SIZE,
        "n_heads": SIZE,
        "max_position_embeddings": SIZE,
        "layer_norm_eps": EPSILON,
        "gelu_activation": FLAG,
        "causal": FLAG,
        "n_langs": SIZE,
        "use_lang_emb": FLAG,
        "lang_id": TOKEN | NULL,
        "mask_token_id": TOKEN,
    },
    without_influence={
        **_DROPOUTS,
        **_SUMMARIES,
        "embed_init_std": _TRAINING,
        "start_n_top": "question answering only",
        "end_n_top": "question answering only",
        **_each(
            "for the tokenizer and for training",
            *("bos_index", "eos_index", "mask_index", "pad_index", "unk_index"),
        ),
        **_each("for the tokenizer", "id2lang", "lang2id"),
    },
    refused={
        "asm": Neutral(one_of(False), "has no adaptive softmax"),
        "asm_cutoffs": Neutral(EMPTY, "has no adaptive softmax"),
        "asm_div_value": Neutral(one_of(None, 4.0), "has no adaptive softmax"),
        "is_encoder": Neutral(one_of(True), "is an encoder"),
        "tie_word_embeddings": _TIED,
    },
    other_names={
        "hidden_size": "emb_dim",
        "n_words": "vocab_size",
        "num_attention_heads": "n_heads",
        "num_hidden_layers": "n_layers",
    },
)

_FAMILIES: dict[str, Fields] = {
    "gpt2": _with(
        _GPT,
        Fields(
            honoured={
                "n_inner": SIZE | NULL,
                "activation_function": ACTIVATION,
                "add_cross_attention": FLAG,
            },
            without_influence={"reorder_and_upcast_attn": "attention in float32, as here"},
            refused={
                "scale_attn_weights": Neutral(
                    one_of(True), "always divides attention by the root of the head size"
                ),
                "scale_attn_by_inverse_layer_idx": Neutral(
                    one_of(False), "does not divide attention by the number of the layer"
                ),
                "tie_word_embeddings": _TIED,
            },
        ),
    ),
    "opt": Fields(
        honoured={
            "vocab_size": SIZE,
            "max_position_embeddings": SIZE,
            "hidden_size": SIZE,
            "num_hidden_layers": SIZE,
            "num_attention_heads": SIZE,
            "ffn_dim": SIZE,
            "word_embed_proj_dim": SIZE | NULL,
            "do_layer_norm_before": FLAG,
            "_remove_final_layer_norm": FLAG,
            "activation_function": ACTIVATION,
            "enable_bias": FLAG,
            "layer_norm_elementwise_affine": FLAG,
        },
        without_influence=_DROPOUTS,
        refused={"tie_word_embeddings": _TIED},
    ),
    "t5": _T5,
    "mt5": _T5,
    "whisper": _with(
        _BART,
        Fields(
            honoured={
                "num_mel_bins": SIZE,
                "max_source_positions": SIZE,
                "max_target_positions": SIZE,
            },
            without_influence={
                "max_position_embeddings": "max_target_positions is read",
                "scale_embedding": "computed by the classes, but not used",
                **_each(
                    _TRAINING,
                    *("apply_spec_augment", "mask_time_prob", "mask_time_length"),
                    *("mask_time_min_masks", "mask_feature_prob", "mask_feature_length"),
                    "mask_feature_min_masks",
                ),
                **_each(_LABELS, "classifier_proj_size", "use_weighted_layer_sum"),
                "median_filter_width": "times of words only",
            },
            other_names={"num_key_value_heads": "encoder_attention_heads"},
        ),
    ),
    "bart": _BART,
    "mbart": _BART,
    "marian": _with(
        _BART,
        Fields(
            honoured={},
            without_influence={"decoder_vocab_size": "of separate embeddings"},
            refused={
                "share_encoder_decoder_embeddings": Neutral(
                    one_of(True), "has one table of embeddings for encoder and decoder"
                ),
            },
        ),
    ),
    "pegasus": _BART,
    "blenderbot": _BART,
    "blenderbot-small": _BART,
    "gptj": _with(
        _GPT,
        Fields(
            honoured={
                "n_inner": SIZE | NULL,
                "rotary_dim": SIZE,
                "activation_function": ACTIVATION,
            },
            refused={
                "rotary": Neutral(one_of(True), "has rotary positions"),
                "scale_attn_weights": Neutral(
                    one_of(True), "always divides attention by the root of the head size"
                ),
                "tie_word_embeddings": _UNTIED,
            },
        ),
    ),
    "xglm": Fields(
        honoured={
            "vocab_size": SIZE,
            "max_position_embeddings": SIZE,
            "d_model": SIZE,
            "num_layers": SIZE,
            "ffn_dim": SIZE,
            "attention_heads": SIZE,
            "activation_function": ACTIVATION,
            "scale_embedding": FLAG,
            "add_cross_attention": FLAG,
            "tie_word_embeddings": FLAG,
        },
        without_influence=_DROPOUTS,
        other_names={
            "hidden_size": "d_model",
            "num_attention_heads": "attention_heads",
            "num_hidden_layers": "num_layers",
        },
    ),
    "ctrl": _with(
        _GPT,
        Fields(
            honoured={"dff": SIZE},
            refused={
                # PyTorch has 1e-6 in its layers whatever the configuration says
                "layer_norm_epsilon": Neutral(one_of(1e-6), "computes its layers with it, too"),
                "tie_word_embeddings": _TIED,
            },
        ),
    ),
    "mistral": _MISTRAL,
    "llama": _with(
        _MISTRAL,
        Fields(
            honoured={}, without_influence={"sliding_window": "Llama attends to every position"}
        ),
    ),
    "led": _with(
        _BART,
        Fields(
            honoured={
                "max_encoder_position_embeddings": SIZE,
                "max_decoder_position_embeddings": SIZE,
                "attention_window": WINDOW,
            },
            without_influence={
                "max_position_embeddings": "its own two are read",
                "scale_embedding": "BART only",
            },
            other_names={
                "attention_probs_dropout_prob": "attention_dropout",
                "initializer_range": "init_std",
            },
        ),
    ),
    "openai-gpt": _with(
        _GPT,
        Fields(
            honoured={"afn": one_of("gelu", "relu", "silu", "swish")},
            refused={"tie_word_embeddings": _TIED},
        ),
    ),
    "xlnet": Fields(
        honoured={
            "vocab_size": SIZE,
            "d_model": SIZE,
            "n_layer": SIZE,
            "n_head": SIZE,
            "d_inner": SIZE,
            "ff_activation": ACTIVATION,
            "attn_type": one_of("bi", "uni"),
            "layer_norm_eps": EPSILON,
            "mem_len": whole(0) | NULL,
            "reuse_len": whole(0) | NULL,
            "clamp_len": whole(-1),
            "same_length": FLAG,
            "use_mems_eval": FLAG,
        },
        without_influence={
            **_DROPOUTS,
            **_SUMMARIES,
            "d_head": "the quotient of two fields, or refused",
            "use_mems_train": _TRAINING,
            "untie_r": "each layer stores its own",
            "start_n_top": "question answering only",
            "end_n_top": "question answering only",
        },
        refused={
            "bi_data": Neutral(one_of(False), "cannot read a batch in two directions"),
            "use_cache": Neutral(one_of(True, None), "keeps its memories"),
            "tie_word_embeddings": _TIED,
        },
        other_names={
            "hidden_size": "d_model",
            "n_token": "vocab_size",
            "num_attention_heads": "n_head",
            "num_hidden_layers": "n_layer",
        },
    ),
    "xlm": _with(
        _XLM,
        Fields(
            honoured={},
            refused={
                "sinusoidal_embeddings": Neutral(one_of(False), "cannot compute its positions"),
            },
        ),
    ),
    "flaubert": _with(
        _XLM,
        Fields(
            honoured={"pre_norm": FLAG},
            without_influence={"sinusoidal_embeddings": "positions are stored"},
        ),
    ),
}

#: The lists of each family, with those of every configuration.
FIELDS: dict[str, Fields] = {name: _with(COMMON, fields) for name, fields in _FAMILIES.items()}

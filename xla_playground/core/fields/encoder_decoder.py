"""The fields of encoder-decoder families; see ``core.fields.table``."""

from __future__ import annotations

from ..messages.models import configuration as messages
from .kinds import ACTIVATION, EPSILON, FEED_FORWARD, FLAG, NULL, SIZE, WINDOW, one_of, whole
from .lists import DROPOUTS, LABELS_ONLY, LEGACY, TRAINING, Fields, Neutral, each, joined

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
        **each(TRAINING, "dropout_rate", "initializer_factor"),
        "n_positions": "positions are relative, without a limit",
    },
    other_names={
        "head_dim": "d_kv",
        "hidden_size": "d_model",
        "num_attention_heads": "num_heads",
        "num_hidden_layers": "num_layers",
    },
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
        "tie_word_embeddings": FLAG,
    },
    without_influence={
        **DROPOUTS,
        "num_hidden_layers": "the number of encoder layers, which is read",
        **each(
            LEGACY,
            *("add_bias_logits", "add_final_layer_norm", "do_blenderbot_90_layernorm"),
            *("extra_layer_norm", "extra_pos_embeddings", "layernorm_variant", "normalize_before"),
            *("normalize_embedding", "static_position_embeddings", "save_step"),
        ),
    },
    other_names={
        "hidden_size": "d_model",
        "num_attention_heads": "encoder_attention_heads",
    },
)

ENCODER_DECODER_FIELDS: dict[str, Fields] = {
    "t5": _T5,
    "mt5": _T5,
    "whisper": joined(
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
                **each(
                    TRAINING,
                    *("apply_spec_augment", "mask_time_prob", "mask_time_length"),
                    *("mask_time_min_masks", "mask_feature_prob", "mask_feature_length"),
                    "mask_feature_min_masks",
                ),
                **each(LABELS_ONLY, "classifier_proj_size", "use_weighted_layer_sum"),
                "median_filter_width": "times of words only",
            },
            other_names={"num_key_value_heads": "encoder_attention_heads"},
        ),
    ),
    "bart": _BART,
    "mbart": _BART,
    "marian": joined(
        _BART,
        Fields(
            honoured={},
            without_influence={"decoder_vocab_size": "of separate embeddings"},
            refused={
                "share_encoder_decoder_embeddings": Neutral(one_of(True), messages.HAS_ONE_TABLE()),
            },
        ),
    ),
    "pegasus": _BART,
    "blenderbot": _BART,
    "blenderbot-small": _BART,
    "led": joined(
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
}

"""Changes to the base model of each family, of which references are computed."""

from __future__ import annotations

from typing import Any

_DROPOUTS = {"dropout": 0.7, "attention_dropout": 0.7, "activation_dropout": 0.7}
_CLASSIFICATION = {
    "num_labels": 7,
    "id2label": {"0": "A", "1": "B"},
    "label2id": {"A": 0, "B": 1},
    "problem_type": "regression",
    "finetuning_task": "mrpc",
}
_SUMMARY = {
    "summary_type": "mean",
    "summary_use_proj": False,
    "summary_activation": "tanh",
    "summary_proj_to_labels": False,
    "summary_first_dropout": 0.7,
    "summary_last_dropout": 0.7,
}
COMMON_CHANGES: dict[str, Any] = _CLASSIFICATION | {
    "use_cache": False,
    "output_attentions": True,
    "output_hidden_states": True,
    "architectures": ["X"],
    "tokenizer_class": "X",
    "prefix": "a ",
    "torch_dtype": "float16",
    "dtype": "float16",
    "use_bfloat16": True,
    "transformers_version": "4.0.0",
    "_name_or_path": "x",
    "_commit_hash": "x",
    "sep_token_id": 3,
    "task_specific_params": {"x": {"max_length": 5}},
    "gradient_checkpointing": True,
    "is_decoder": True,
    "add_cross_attention": True,
    "cross_attention_hidden_size": 16,
    "chunk_size_feed_forward": 1,
    "pruned_heads": {"0": [0]},
    "tie_encoder_decoder": True,
    "tf_legacy_loss": True,
    "initializer_range": 0.5,
    "init_std": 0.5,
}
_GPT_CHANGES: dict[str, Any] = {
    "n_layer": 3,
    "n_embd": 48,
    "n_head": 4,
    "n_positions": 80,
    "vocab_size": 100,
    "layer_norm_epsilon": 0.1,
    "resid_pdrop": 0.7,
    "embd_pdrop": 0.7,
    "attn_pdrop": 0.7,
}
_BART_CHANGES: dict[str, Any] = _DROPOUTS | {
    "d_model": 48,
    "encoder_layers": 3,
    "decoder_layers": 3,
    "encoder_ffn_dim": 48,
    "decoder_ffn_dim": 48,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
    "max_position_embeddings": 80,
    "vocab_size": 100,
    "activation_function": "relu",
    "scale_embedding": True,
    "encoder_layerdrop": 0.7,
    "decoder_layerdrop": 0.7,
    "classifier_dropout": 0.7,
    "num_hidden_layers": 2,
    "decoder_start_token_id": 4,
    "tie_word_embeddings": False,
}
_T5_CHANGES: dict[str, Any] = {
    "vocab_size": 100,
    "d_model": 48,
    "d_kv": 8,
    "d_ff": 48,
    "num_layers": 2,
    "num_decoder_layers": 2,
    "num_heads": 4,
    "relative_attention_num_buckets": 16,
    "relative_attention_max_distance": 5,
    "layer_norm_epsilon": 0.1,
    "feed_forward_proj": ["relu", "gated-gelu", "gated-silu", "gelu"],
    "dense_act_fn": "silu",
    "is_gated_act": [True, False],
    "dropout_rate": 0.7,
    "classifier_dropout": 0.7,
    "initializer_factor": 0.5,
    "decoder_start_token_id": 4,
    "tie_word_embeddings": [True, False],
}
_MISTRAL_CHANGES: dict[str, Any] = {
    "vocab_size": 100,
    "hidden_size": 48,
    "intermediate_size": 48,
    "num_hidden_layers": 3,
    "num_attention_heads": 2,
    "num_key_value_heads": [1, 4],
    "head_dim": 16,
    "hidden_act": "gelu",
    "max_position_embeddings": 80,
    "rms_norm_eps": 0.1,
    "rope_theta": 50.0,
    "rope_scaling": [
        {"type": "linear", "factor": 4.0},
        {"rope_type": "dynamic", "factor": 4.0},
        {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 16},
        {
            "rope_type": "llama3",
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 16,
        },
    ],
    "partial_rotary_factor": 0.5,
    "attention_dropout": 0.7,
    "attention_bias": True,
    "mlp_bias": True,
    "pretraining_tp": 2,
    "sliding_window": 4,
    "tie_word_embeddings": [True, False],
}
_XLM_CHANGES: dict[str, Any] = _SUMMARY | {
    "vocab_size": 100,
    "emb_dim": 48,
    "n_layers": 3,
    "n_heads": 4,
    "dropout": 0.7,
    "attention_dropout": 0.7,
    "gelu_activation": False,
    "sinusoidal_embeddings": True,
    "causal": True,
    "asm": True,
    "n_langs": [1, 2],
    "use_lang_emb": False,
    "max_position_embeddings": 80,
    "embed_init_std": 0.5,
    "layer_norm_eps": 0.1,
    "bos_index": 3,
    "eos_index": 3,
    "pad_index": 3,
    "unk_index": 4,
    "mask_index": 4,
    "is_encoder": False,
    "start_n_top": 3,
    "end_n_top": 3,
    "mask_token_id": 3,
    "lang_id": 1,
    "lang2id": {"en": 0},
    "id2lang": {"0": "en"},
    "tie_word_embeddings": False,
    "pre_norm": True,
    "layerdrop": 0.7,
}

#: Of Transformers 3; no class reads them any more.
_LEGACY: dict[str, Any] = {
    "normalize_before": [False, True],
    "add_final_layer_norm": [False, True],
    "normalize_embedding": [False, True],
    "static_position_embeddings": [False, True],
    "add_bias_logits": [False, True],
}

CHANGES: dict[str, dict[str, Any]] = {
    "gpt2": _GPT_CHANGES
    | _SUMMARY
    | {
        "n_inner": 48,
        "activation_function": "relu",
        "scale_attn_weights": False,
        "scale_attn_by_inverse_layer_idx": True,
        "reorder_and_upcast_attn": True,
        "tie_word_embeddings": False,
        "classifier_dropout": 0.7,
        "n_ctx": 32,
    },
    "opt": _DROPOUTS
    | {
        "vocab_size": 100,
        "hidden_size": 48,
        "num_hidden_layers": 3,
        "ffn_dim": 48,
        "num_attention_heads": 4,
        "max_position_embeddings": 80,
        "word_embed_proj_dim": 16,
        "do_layer_norm_before": False,
        "_remove_final_layer_norm": True,
        "activation_function": "gelu",
        "layerdrop": 0.7,
        "enable_bias": False,
        "layer_norm_elementwise_affine": False,
        "tie_word_embeddings": False,
    },
    "t5": _T5_CHANGES,
    "mt5": _T5_CHANGES,
    "whisper": {
        name: value for name, value in _BART_CHANGES.items() if name != "max_position_embeddings"
    }
    | {
        "max_source_positions": 60,
        "max_target_positions": 80,
        "num_mel_bins": 16,
        "use_weighted_layer_sum": True,
        "classifier_proj_size": 8,
        "apply_spec_augment": True,
        "mask_time_prob": 0.5,
        "mask_time_length": 3,
        "mask_time_min_masks": 3,
        "mask_feature_prob": 0.5,
        "mask_feature_length": 3,
        "mask_feature_min_masks": 3,
        "median_filter_width": 3,
    },
    "bart": _BART_CHANGES
    | _LEGACY
    | {
        "force_bos_token_to_be_generated": True,
    },
    "mbart": _BART_CHANGES | _LEGACY,
    "marian": _BART_CHANGES
    | _LEGACY
    | {
        "decoder_vocab_size": 100,
        "share_encoder_decoder_embeddings": False,
    },
    "pegasus": _BART_CHANGES | _LEGACY,
    "blenderbot": _BART_CHANGES
    | _LEGACY
    | {
        "layernorm_variant": "prelayernorm",
    },
    "blenderbot-small": _BART_CHANGES
    | _LEGACY
    | {
        "layernorm_variant": "xlm",
    },
    "gptj": _GPT_CHANGES
    | {
        "rotary_dim": [4, 16, None],
        "n_inner": 48,
        "activation_function": "relu",
        "tie_word_embeddings": [True, False],
        "rotary": False,
        "scale_attn_weights": False,
    },
    "xglm": _DROPOUTS
    | {
        "vocab_size": 100,
        "d_model": 48,
        "num_layers": 3,
        "ffn_dim": 48,
        "attention_heads": 4,
        "max_position_embeddings": 80,
        "activation_function": "relu",
        "layerdrop": 0.7,
        "scale_embedding": False,
        "tie_word_embeddings": False,
        "decoder_start_token_id": 4,
    },
    "ctrl": _GPT_CHANGES | {"dff": 48, "tie_word_embeddings": False, "n_ctx": 32},
    "mistral": _MISTRAL_CHANGES,
    "llama": _MISTRAL_CHANGES,
    "led": {
        name: value for name, value in _BART_CHANGES.items() if name != "max_position_embeddings"
    }
    | {
        "max_encoder_position_embeddings": 80,
        "max_decoder_position_embeddings": 80,
        "attention_window": [8, [4, 8]],
        "onnx_export": True,
    },
    "openai-gpt": _GPT_CHANGES
    | _SUMMARY
    | {"afn": ["relu", "silu", "swish"], "tie_word_embeddings": False, "n_ctx": 32},
    "xlnet": _SUMMARY
    | {
        "vocab_size": 100,
        "d_model": 48,
        "n_layer": 3,
        "n_head": 4,
        "d_inner": 48,
        "d_head": 16,
        "ff_activation": "relu",
        "untie_r": False,
        "attn_type": "uni",
        "layer_norm_eps": 0.1,
        "dropout": 0.7,
        "mem_len": [None, 4],
        "reuse_len": 2,
        "use_mems_eval": False,
        "use_mems_train": True,
        "bi_data": True,
        "clamp_len": 2,
        "same_length": True,
        "start_n_top": 3,
        "end_n_top": 3,
        "tie_word_embeddings": False,
    },
    "xlm": _XLM_CHANGES,
    "flaubert": _XLM_CHANGES,
}


#: Fields that matter only together with another.
FURTHER_CHANGES: dict[str, list[dict[str, Any]]] = {
    "xlnet": [{"attn_type": "uni", "same_length": True}],
}

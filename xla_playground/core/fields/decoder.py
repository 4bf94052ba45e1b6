"""The fields of decoder-only families; see ``core.fields.table``."""

from __future__ import annotations

from ..messages.models import configuration as messages
from .kinds import ACTIVATION, EMPTY, EPSILON, FLAG, NULL, SIZE, THETA, TOKEN, one_of, whole
from .lists import DROPOUTS, SUMMARIES, TRAINING, Fields, Neutral, each, joined

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
    without_influence=SUMMARIES | each(TRAINING, "resid_pdrop", "embd_pdrop", "attn_pdrop"),
    other_names=_GPT_NAMES,
)

_MISTRAL = Fields(
    honoured={
        "vocab_size": SIZE,
        "hidden_size": SIZE,
        "intermediate_size": SIZE,
        "num_hidden_layers": SIZE,
        "num_attention_heads": SIZE,
        "num_key_value_heads": SIZE | NULL,
        "head_dim": SIZE | NULL,
        "hidden_act": ACTIVATION,
        "max_position_embeddings": SIZE,
        "rms_norm_eps": EPSILON,
        "rope_theta": THETA | NULL,
        "sliding_window": SIZE | NULL,
        "tie_word_embeddings": FLAG,
    },
    without_influence={
        "attention_dropout": TRAINING,
        "pretraining_tp": "the same product, computed in parts",
    },
    refused={
        "attention_bias": Neutral(one_of(False, None), messages.HAS_NO_BIASES()),
        "mlp_bias": Neutral(one_of(False, None), messages.HAS_NO_BIASES()),
        "partial_rotary_factor": Neutral(one_of(1.0, None), messages.ROTATES_WHOLE_HEADS()),
        "rope_interleaved": Neutral(one_of(False, None), messages.ROTATES_HALVES()),
    },
)

_XLM = Fields(
    honoured={
        "tie_word_embeddings": FLAG,
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
        **DROPOUTS,
        **SUMMARIES,
        "embed_init_std": TRAINING,
        "sinusoidal_embeddings": "positions are stored",
        "start_n_top": "question answering only",
        "end_n_top": "question answering only",
        **each(
            "for the tokenizer and for training",
            *("bos_index", "eos_index", "mask_index", "pad_index", "unk_index"),
        ),
        **each("for the tokenizer", "id2lang", "lang2id"),
    },
    refused={
        "asm": Neutral(one_of(False), messages.HAS_NO_ADAPTIVE_SOFTMAX()),
        "asm_cutoffs": Neutral(EMPTY, messages.HAS_NO_ADAPTIVE_SOFTMAX()),
        "asm_div_value": Neutral(one_of(None, 4.0), messages.HAS_NO_ADAPTIVE_SOFTMAX()),
        "is_encoder": Neutral(one_of(True), messages.IS_AN_ENCODER()),
    },
    other_names={
        "hidden_size": "emb_dim",
        "n_words": "vocab_size",
        "num_attention_heads": "n_heads",
        "num_hidden_layers": "n_layers",
    },
)

_NO_ENCODER = Neutral(one_of(False), messages.HAS_NO_ENCODER())

DECODER_FIELDS: dict[str, Fields] = {
    "gpt2": joined(
        _GPT,
        Fields(
            honoured={
                "n_inner": SIZE | NULL,
                "activation_function": ACTIVATION,
                "tie_word_embeddings": FLAG,
            },
            without_influence={"reorder_and_upcast_attn": "attention in float32, as here"},
            refused={
                "scale_attn_weights": Neutral(one_of(True), messages.DIVIDES_BY_ROOT()),
                "scale_attn_by_inverse_layer_idx": Neutral(
                    one_of(False), messages.DIVIDES_BY_NO_LAYER()
                ),
                "add_cross_attention": _NO_ENCODER,
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
            "tie_word_embeddings": FLAG,
        },
        without_influence=DROPOUTS,
    ),
    "gptj": joined(
        _GPT,
        Fields(
            honoured={
                "n_inner": SIZE | NULL,
                "rotary_dim": SIZE,
                "activation_function": ACTIVATION,
                "tie_word_embeddings": FLAG,
            },
            refused={
                "rotary": Neutral(one_of(True), messages.HAS_ROTARY_POSITIONS()),
                "scale_attn_weights": Neutral(one_of(True), messages.DIVIDES_BY_ROOT()),
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
            "tie_word_embeddings": FLAG,
        },
        without_influence=DROPOUTS,
        refused={"add_cross_attention": _NO_ENCODER},
        other_names={
            "hidden_size": "d_model",
            "num_attention_heads": "attention_heads",
            "num_hidden_layers": "num_layers",
        },
    ),
    "ctrl": joined(
        _GPT,
        Fields(
            honoured={"dff": SIZE, "tie_word_embeddings": FLAG},
            refused={
                # PyTorch has 1e-6 in its layers whatever the configuration says
                "layer_norm_epsilon": Neutral(one_of(1e-6), messages.COMPUTES_LAYERS_WITH_IT()),
            },
        ),
    ),
    "mistral": _MISTRAL,
    "llama": joined(
        _MISTRAL,
        Fields(
            honoured={}, without_influence={"sliding_window": "Llama attends to every position"}
        ),
    ),
    "openai-gpt": joined(
        _GPT,
        Fields(
            honoured={
                "afn": one_of("gelu", "relu", "silu", "swish"),
                "tie_word_embeddings": FLAG,
            },
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
            "tie_word_embeddings": FLAG,
        },
        without_influence={
            **DROPOUTS,
            **SUMMARIES,
            "d_head": "the quotient of two fields, or refused",
            "use_mems_train": TRAINING,
            "untie_r": "each layer stores its own",
            "start_n_top": "question answering only",
            "end_n_top": "question answering only",
        },
        refused={
            "bi_data": Neutral(one_of(False), messages.READS_ONE_WAY()),
            "use_cache": Neutral(one_of(True, None), messages.KEEPS_MEMORIES()),
        },
        other_names={
            "hidden_size": "d_model",
            "n_token": "vocab_size",
            "num_attention_heads": "n_head",
            "num_hidden_layers": "n_layer",
        },
    ),
    "xlm": _XLM,
    "flaubert": joined(
        _XLM,
        Fields(
            honoured={"pre_norm": FLAG},
        ),
    ),
}

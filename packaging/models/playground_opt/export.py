"""Writing a trained network as an OPT folder that Transformers reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from common.folder import write_folder
from tokenizers import processors

if TYPE_CHECKING:
    from pathlib import Path

    from decoder.network import Network
    from tokenizers import Tokenizer
    from torch import Tensor

SEPARATOR = "</s>"
# Transformers' OPT reads the position of a text's first token here.
FIRST_POSITION = 2


def checkpoint_tensors(network: Network) -> dict[str, Tensor]:
    """The weights under the names of Transformers' `OPTForCausalLM`.

    The output embedding is the input embedding and is not written twice.
    """
    unused = network.wpe.weight.new_zeros(FIRST_POSITION, network.shape.width)
    tensors: dict[str, Tensor] = {
        "embed_tokens.weight": network.wte.weight,
        "embed_positions.weight": torch.cat([unused, network.wpe.weight]),
        "final_layer_norm.weight": network.ln_f.weight,
        "final_layer_norm.bias": network.ln_f.bias,
    }
    for number, block in enumerate(network.layers()):
        for name, part in (
            ("self_attn_layer_norm", block.ln_1),
            ("self_attn.q_proj", block.query),
            ("self_attn.k_proj", block.key),
            ("self_attn.v_proj", block.value),
            ("self_attn.out_proj", block.attention_out),
            ("final_layer_norm", block.ln_2),
            ("fc1", block.expand),
            ("fc2", block.contract),
        ):
            tensors[f"layers.{number}.{name}.weight"] = part.weight
            tensors[f"layers.{number}.{name}.bias"] = part.bias
    return {f"model.decoder.{name}": tensor for name, tensor in tensors.items()}


def write(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write weights, configuration and tokenizer; the model card is written by hand."""
    shape = network.shape
    separator = tokenizer.token_to_id(SEPARATOR)
    # As OPT's own tokenizer does, each prompt gets the separator in front.
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{SEPARATOR} $A", special_tokens=[(SEPARATOR, separator)]
    )
    ids = {f"{role}_token_id": separator for role in ("bos", "eos", "pad")}
    special = {f"{role}_token": SEPARATOR for role in ("bos", "eos", "pad", "unk")}
    configuration = {
        "architectures": ["OPTForCausalLM"],
        "model_type": "opt",
        "vocab_size": shape.tokens,
        "max_position_embeddings": shape.positions,
        "hidden_size": shape.width,
        "word_embed_proj_dim": shape.width,
        "ffn_dim": shape.inner,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "activation_function": "relu",
        "do_layer_norm_before": True,
        "enable_bias": True,
        "layer_norm_elementwise_affine": True,
        "dropout": shape.dropout,
        "attention_dropout": 0.0,
        "layerdrop": 0.0,
        "init_std": 0.02,
        "tie_word_embeddings": True,
        "use_cache": True,
        **ids,
        "torch_dtype": "float16",
        "task_specific_params": {"text-generation": {"do_sample": True, "max_length": 64}},
    }
    tokenizer_configuration = {
        "tokenizer_class": "GPT2TokenizerFast",
        **special,
        "add_prefix_space": False,
        "add_bos_token": True,
        "clean_up_tokenization_spaces": False,
        "model_max_length": shape.positions,
        "padding_side": "left",
    }
    descriptions = {
        "config.json": configuration,
        "generation_config.json": ids,
        "special_tokens_map.json": special,
        "tokenizer_config.json": tokenizer_configuration,
    }
    write_folder(folder, checkpoint_tensors(network), tokenizer, descriptions)

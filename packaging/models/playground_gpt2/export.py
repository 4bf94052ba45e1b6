"""Writing a trained network as a folder that Transformers reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.folder import write_folder

if TYPE_CHECKING:
    from pathlib import Path

    from decoder.network import Network
    from tokenizers import Tokenizer
    from torch import Tensor

SEPARATOR = "<|endoftext|>"


def checkpoint_tensors(network: Network) -> dict[str, Tensor]:
    """The weights under the names of Transformers' `GPT2LMHeadModel`.

    GPT-2 stores its matrices as (in, out), the transpose of `nn.Linear`. The output embedding is
    the input embedding and is not written twice.
    """
    tensors: dict[str, Tensor] = {
        "wte.weight": network.wte.weight,
        "wpe.weight": network.wpe.weight,
        "ln_f.weight": network.ln_f.weight,
        "ln_f.bias": network.ln_f.bias,
    }
    for number, block in enumerate(network.layers()):
        weight, bias = block.qkv()
        layer = f"h.{number}."
        tensors[f"{layer}attn.c_attn.weight"] = weight.T
        tensors[f"{layer}attn.c_attn.bias"] = bias
        for name, part in (
            ("attn.c_proj", block.attention_out),
            ("mlp.c_fc", block.expand),
            ("mlp.c_proj", block.contract),
        ):
            tensors[f"{layer}{name}.weight"] = part.weight.T
            tensors[f"{layer}{name}.bias"] = part.bias
        for name, norm in (("ln_1", block.ln_1), ("ln_2", block.ln_2)):
            tensors[f"{layer}{name}.weight"] = norm.weight
            tensors[f"{layer}{name}.bias"] = norm.bias
    return {f"transformer.{name}": tensor for name, tensor in tensors.items()}


def write(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write weights, configuration and tokenizer; the model card is written by hand."""
    shape = network.shape
    separator = tokenizer.token_to_id(SEPARATOR)
    ids = {f"{role}_token_id": separator for role in ("bos", "eos", "pad")}
    special = {f"{role}_token": SEPARATOR for role in ("bos", "eos", "pad", "unk")}
    configuration = {
        "architectures": ["GPT2LMHeadModel"],
        "model_type": "gpt2",
        "vocab_size": shape.tokens,
        "n_positions": shape.positions,
        "n_embd": shape.width,
        "n_layer": shape.layers,
        "n_head": shape.heads,
        "embd_pdrop": shape.dropout,
        "resid_pdrop": shape.dropout,
        "n_inner": None,
        "activation_function": "gelu_new",
        "layer_norm_epsilon": 1e-5,
        "initializer_range": 0.02,
        "attn_pdrop": 0.0,
        "scale_attn_weights": True,
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

"""Writing a trained network as a T5 folder that Transformers reads."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from common.folder import write_folder
from packing import ROW
from vocabulary import END, PAD

if TYPE_CHECKING:
    from pathlib import Path

    from network import Attention, Network, Perceptron
    from tokenizers import Tokenizer
    from torch import Tensor


def attention_tensors(part: Attention, layer: str, name: str) -> dict[str, Tensor]:
    """One attention; T5 does not scale its logits, so the queries take the factor."""
    scale = (part.query.weight.shape[0] // part.heads) ** -0.5
    return {
        f"{layer}.layer_norm.weight": part.norm.weight,
        f"{layer}.{name}.q.weight": part.query.weight * scale,
        f"{layer}.{name}.k.weight": part.key.weight,
        f"{layer}.{name}.v.weight": part.value.weight,
        f"{layer}.{name}.o.weight": part.out.weight,
    }


def perceptron_tensors(part: Perceptron, layer: str) -> dict[str, Tensor]:
    """One perceptron."""
    return {
        f"{layer}.layer_norm.weight": part.norm.weight,
        f"{layer}.DenseReluDense.wi.weight": part.expand.weight,
        f"{layer}.DenseReluDense.wo.weight": part.contract.weight,
    }


def checkpoint_tensors(network: Network) -> dict[str, Tensor]:
    """The weights under the names of Transformers' `T5ForConditionalGeneration`.

    T5 divides what enters the tied output embedding by the root of the width: the last norm
    takes that factor back.
    """
    first = "block.0.layer.0.SelfAttention.relative_attention_bias.weight"
    tensors = {
        "shared.weight": network.embedding.weight,
        f"encoder.{first}": network.encoder_bias.table.weight,
        f"decoder.{first}": network.decoder_bias.table.weight,
        "encoder.final_layer_norm.weight": network.encoder_norm.weight,
        "decoder.final_layer_norm.weight": network.decoder_norm.weight
        * math.sqrt(network.shape.width),
    }
    for number, encoder in enumerate(network.encoder_layers()):
        layer = f"encoder.block.{number}.layer"
        tensors |= attention_tensors(encoder.attention, f"{layer}.0", "SelfAttention")
        tensors |= perceptron_tensors(encoder.perceptron, f"{layer}.1")
    for number, decoder in enumerate(network.decoder_layers()):
        layer = f"decoder.block.{number}.layer"
        tensors |= attention_tensors(decoder.attention, f"{layer}.0", "SelfAttention")
        tensors |= attention_tensors(decoder.cross, f"{layer}.1", "EncDecAttention")
        tensors |= perceptron_tensors(decoder.perceptron, f"{layer}.2")
    return tensors


def write(network: Network, tokenizer: Tokenizer, folder: Path) -> None:
    """Write weights, configuration and tokenizer; the model card is written by hand."""
    shape = network.shape
    ids = {
        "pad_token_id": tokenizer.token_to_id(PAD),
        "eos_token_id": tokenizer.token_to_id(END),
        "decoder_start_token_id": tokenizer.token_to_id(PAD),
    }
    special = {"pad_token": PAD, "eos_token": END}
    configuration = {
        "architectures": ["T5ForConditionalGeneration"],
        "model_type": "t5",
        "vocab_size": shape.tokens,
        "n_positions": ROW,
        "d_model": shape.width,
        "d_kv": shape.width // shape.heads,
        "d_ff": shape.inner,
        "num_layers": shape.encoder_layers,
        "num_decoder_layers": shape.decoder_layers,
        "num_heads": shape.heads,
        "relative_attention_num_buckets": shape.buckets,
        "relative_attention_max_distance": shape.longest_distance,
        "feed_forward_proj": "relu",
        "dropout_rate": shape.dropout,
        "layer_norm_epsilon": 1e-6,
        "initializer_factor": 1.0,
        "is_encoder_decoder": True,
        "tie_word_embeddings": True,
        "use_cache": True,
        **ids,
        "torch_dtype": "float16",
        "task_specific_params": {
            task: {"max_length": ROW, "prefix": f"{task}: "}
            for task in ("spell", "count", "punctuate")
        },
    }
    tokenizer_configuration = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        **special,
        "clean_up_tokenization_spaces": False,
        "model_input_names": ["input_ids", "attention_mask"],
        "model_max_length": ROW,
        "padding_side": "right",
    }
    descriptions = {
        "config.json": configuration,
        "generation_config.json": {**ids, "max_length": ROW},
        "special_tokens_map.json": special,
        "tokenizer_config.json": tokenizer_configuration,
    }
    write_folder(folder, checkpoint_tensors(network), tokenizer, descriptions)

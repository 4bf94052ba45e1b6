"""The model families that can be loaded, and where their configurations keep their sizes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """One ``model_type`` of Transformers.

    Attributes:
        label: what users call it.
        layers: configuration entries whose sum is the number of layers, each with the default
            that Transformers takes where the entry is missing (``None``: it must be there).
        hidden: entry of the hidden size.
        heads: entry of the number of attention heads, which divides the hidden size; empty where
            they need not.
        positions: entry of the longest input, ``None`` where positions are relative.
        dimensions: further entries that are the size of some weight; of several, their product.
        is_decoder_only: whether it continues its input, or answers it with a decoder.
        has_xla: whether its generation compiles under XLA.
    """

    label: str
    layers: tuple[str, ...]
    hidden: str
    positions: str | None
    is_decoder_only: bool
    dimensions: tuple[tuple[str, ...], ...] = ()
    heads: str = ""
    has_xla: bool = True


FAMILIES: dict[str, Family] = {
    "gpt2": Family(
        "GPT-2",
        layers=("n_layer",),
        hidden="n_embd",
        positions="n_positions",
        is_decoder_only=True,
        dimensions=(("n_inner",),),
        heads="n_head",
    ),
    "opt": Family(
        "OPT",
        layers=("num_hidden_layers",),
        hidden="hidden_size",
        positions="max_position_embeddings",
        is_decoder_only=True,
        dimensions=(("ffn_dim",), ("word_embed_proj_dim",)),
        heads="num_attention_heads",
    ),
    "t5": Family(
        "T5",
        layers=("num_layers", "num_decoder_layers"),
        hidden="d_model",
        positions=None,
        is_decoder_only=False,
        dimensions=(("d_ff",), ("d_kv", "num_heads"), ("relative_attention_num_buckets",)),
    ),
}

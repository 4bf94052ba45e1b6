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
        positions: entry of the longest input, ``None`` where positions are relative.
        is_decoder_only: whether it continues its input, or answers it with a decoder.
        has_xla: whether its generation compiles under XLA.
    """

    label: str
    layers: tuple[str, ...]
    hidden: str
    positions: str | None
    is_decoder_only: bool
    has_xla: bool = True


FAMILIES: dict[str, Family] = {
    "gpt2": Family("GPT-2", ("n_layer",), "n_embd", "n_positions", is_decoder_only=True),
    "opt": Family(
        "OPT",
        ("num_hidden_layers",),
        "hidden_size",
        "max_position_embeddings",
        is_decoder_only=True,
    ),
    "t5": Family(
        "T5", ("num_layers", "num_decoder_layers"), "d_model", None, is_decoder_only=False
    ),
}

"""Compare the names of the stored weights with those that the configuration needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ..errors import CheckpointError, shown
from ..weights.tensor_names import pytorch_name
from .weight_names import weight_names

#: Transformers leaves out the name of the inner model if no stored weight has it.
_INNER_MODELS = ("transformer.", "model.", "led.")
#: Stored tensors that a model neither reads nor needs: what every model computes itself (positions,
#: masks, versions), and a second copy of the embeddings as the output layer.
_MEANINGLESS = re.compile(
    r"position_ids$|\.attn\.(masked_)?bias$|inv_freq$|\.version$|embed_positions\.weights?$"
    r"|(^|\.)(lm_head|proj_out|lm_loss|pred_layer\.proj)\.weight$"
    r"|(encoder|decoder)\.embed_tokens\.weight$|lm_head\.decoder\.(weight|bias)$"
    r"|EncDecAttention\.relative_attention_bias\.weight$"
)


@dataclass(frozen=True)
class Completeness:
    """Which of a model's weights are stored, by PyTorch's names.

    Attributes:
        missing: weights that are needed and are not stored.
        surplus: stored tensors that the model has no place for and that would change its output.
        may_be_missing: weights that TensorFlow's model initializes with the right values.
        embeddings: the table of embeddings.
        stored_as: stored name of the embeddings, if only a copy of them is stored.
    """

    missing: tuple[str, ...]
    surplus: tuple[str, ...]
    may_be_missing: frozenset[str]
    embeddings: str
    stored_as: str | None


def completeness(config: dict[str, Any], tensors: Iterable[str]) -> Completeness:
    """Compare the names of stored tensors, in either library's form, with the configuration."""
    names = weight_names(config)
    stored_names = {pytorch_name(name): name for name in tensors}
    stored = stored_names.keys()
    short = _shortening(stored)
    needed, copies = set(map(short, names.needed)), set(map(short, names.copies))
    may_be_missing = names.computed | names.neutral
    embeddings = short(names.embeddings)
    copy = min(copies & stored, default=None)
    stored_as = None if copy is None or embeddings in stored else stored_names[copy]
    missing = needed - stored - ({embeddings} if stored_as else set())
    known = needed | copies | set(map(short, names.computed))
    surplus = filter(has_meaning, stored - known)
    return Completeness(
        tuple(sorted(missing)),
        tuple(sorted(surplus)),
        frozenset({*may_be_missing, *map(short, may_be_missing)}),
        embeddings,
        stored_as,
    )


def has_meaning(name: str) -> bool:
    """Return whether a stored tensor without a place in the model would change the
    model's output.
    """
    return not _MEANINGLESS.search(name)


def check_complete(name: str, config: dict[str, Any], tensors: Collection[str]) -> None:
    """Refuse a folder whose weights are not those of its configuration.

    Raises:
        CheckpointError: some are missing, or have no place.
    """
    if config["model_type"] == "marian" and config.get("share_encoder_decoder_embeddings") is False:
        raise CheckpointError(
            f"{name} has one table of embeddings for its encoder and one for its decoder "
            "(share_encoder_decoder_embeddings: false), which TensorFlow's Marian does not have: "
            "choose a model that shares them."
        )
    found = completeness(config, tensors)
    if found.missing:
        raise CheckpointError(
            f"{name} lacks weights that its configuration needs ({shown(found.missing[0])}"
            f"{_more(found.missing)}): its weights were saved in part, or its config.json belongs "
            "to another model."
        )
    if found.surplus:
        raise CheckpointError(
            f"{name} holds weights that its configuration has no place for "
            f"({shown(found.surplus[0])}{_more(found.surplus)}): its config.json belongs to "
            "another model, or to another class of it."
        )


def _shortening(stored: Collection[str]) -> Callable[[str], str]:
    """Return the function that takes off the inner model's name, if no stored weight has it."""

    def short(name: str) -> str:
        inner = next((inner for inner in _INNER_MODELS if name.startswith(inner)), "")
        has_inner = any(each.startswith(inner) for each in stored)
        return name if has_inner else name.removeprefix(inner)

    return short


def _more(names: tuple[str, ...]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""

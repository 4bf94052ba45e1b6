"""Compare the names of the stored weights with those that the configuration needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ..errors import CheckpointError, shown
from ..messages.message import named
from ..messages.models import checkpoint
from ..messages.models import weights as messages
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
        raise CheckpointError(checkpoint.SEPARATE_EMBEDDINGS(model=name))
    found = completeness(config, tensors)
    if found.missing:
        missing = named([shown(weight) for weight in found.missing])
        raise CheckpointError(messages.WEIGHTS_LACKING(model=name, weights=missing))
    if found.surplus:
        surplus = named([shown(weight) for weight in found.surplus])
        raise CheckpointError(messages.WEIGHTS_LEFT_OVER(model=name, weights=surplus))


def _shortening(stored: Collection[str]) -> Callable[[str], str]:
    """Return the function that takes off the inner model's name, if no stored weight has it."""

    def short(name: str) -> str:
        inner = next((inner for inner in _INNER_MODELS if name.startswith(inner)), "")
        has_inner = any(each.startswith(inner) for each in stored)
        return name if has_inner else name.removeprefix(inner)

    return short

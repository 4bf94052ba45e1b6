"""Hold a configuration against the shapes of the stored weights, before anything is built.

A configuration of 5,000 layers hangs the loader and one of two thousand million tokens exhausts
the memory; so every size that it names must be the size of some weight, and tables that are
computed instead of stored must be small.
"""

from __future__ import annotations

import math
import re
from typing import Any

from .errors import CheckpointError, shown
from .families import Family
from .safetensors_file import Tensor

_MAX_LAYERS = 1_000
_MAX_COMPUTED = 2**28  # numbers in a computed table: 1 GB
_MAX_POSITIONS = 2**24
_MAX_LABELS = 100_000  # Transformers makes two dictionaries of num_labels entries
_LAYER_NUMBER = re.compile(
    r"(?:^|\.)(?:(encoder|decoder)\.)?(?:layers?|h|block|attentions)\.(\d+)\."
)
_EPSILONS = ("layer_norm_epsilon", "layer_norm_eps", "rms_norm_eps")


def whole_number(config: dict[str, Any], entry: str) -> int:
    """A positive size from a configuration.

    Raises:
        CheckpointError: it is none.
    """
    value = config.get(entry)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**31:
        raise CheckpointError(f"config.json says {entry} = {shown(value)}, which cannot be.")
    return value


def check_entries(config: dict[str, Any], family: Family) -> None:
    """Refuse what Transformers would take and then hang on, fail at, or compute nonsense with.

    Raises:
        CheckpointError: with the entry.
    """
    for entry, value in config.items():
        if isinstance(value, float) and not math.isfinite(value):
            raise CheckpointError(f"config.json says {shown(entry)} = {value}, which cannot be.")
    labels = config.get("num_labels")
    if isinstance(labels, int) and labels > _MAX_LABELS:
        raise CheckpointError(f"config.json says num_labels = {shown(labels)}, which cannot be.")
    for entry in _EPSILONS:
        epsilon = config.get(entry, 1e-5)
        is_number = isinstance(epsilon, (int, float)) and not isinstance(epsilon, bool)
        if not is_number or not 0 < epsilon < 1:
            raise CheckpointError(f"config.json says {entry} = {shown(epsilon)}, which cannot be.")
    for whole, part in family.divisors:
        if part in config and whole_number(config, whole) % whole_number(config, part):
            raise CheckpointError(
                f"config.json says {whole} = {config[whole]} and {part} = {config[part]}, which "
                "does not divide it."
            )
    is_encoder_decoder = config.get("is_encoder_decoder", not family.is_decoder_only)
    if is_encoder_decoder is family.is_decoder_only:
        raise CheckpointError(
            f"config.json says is_encoder_decoder = {is_encoder_decoder}, which a "
            f"{family.label} model cannot be."
        )
    for entries in family.computed:
        numbers = math.prod(_numbers(config, entries))
        if numbers > _MAX_COMPUTED:
            raise CheckpointError(
                f"config.json says {' x '.join(entries)} = {numbers:,}, a table too large to be "
                "computed."
            )
    if family.positions and whole_number(config, family.positions) > _MAX_POSITIONS:
        raise CheckpointError(
            f"config.json says {family.positions} = {config[family.positions]:,}, which cannot be."
        )


def number_of_layers(name: str, config: dict[str, Any], family: Family) -> int:
    """How many layers the configuration says.

    Raises:
        CheckpointError: that is no number, or more than can be loaded.
    """
    first = family.layers[0]
    layers = sum(
        whole_number(config, first if config.get(entry) is None else entry)
        for entry in family.layers
    )
    if layers > _MAX_LAYERS:
        raise CheckpointError(
            f"{name} has {layers:,} layers, more than the {_MAX_LAYERS:,} that can be loaded."
        )
    return layers


def check_sizes(
    name: str, config: dict[str, Any], family: Family, tensors: dict[str, Tensor]
) -> None:
    """Hold the configuration's sizes against the stored shapes.

    Raises:
        CheckpointError: they do not belong together.
    """
    layers = number_of_layers(name, config, family)
    # TensorFlow's own names, h_._0/attn, mean the same as PyTorch's, h.0.attn
    names = (n.replace("_._", ".").replace("/", ".") for n in tensors)
    stored = len({m.groups() for n in names if (m := _LAYER_NUMBER.search(n))})
    if layers != stored:
        raise CheckpointError(
            f"{name}: config.json says {layers:,} layers, the weights have {stored:,}: "
            "they do not belong together."
        )
    rows = {t.shape[0] for t in tensors.values() if len(t.shape) == 2}
    widths = {n for t in tensors.values() for n in t.shape}
    vocabulary, hidden = whole_number(config, "vocab_size"), whole_number(config, family.hidden)
    if vocabulary not in rows:
        raise _stranger(name, f"a vocabulary of {vocabulary:,}")
    if hidden not in widths:
        raise _stranger(name, f"a hidden size of {hidden:,}")
    tables = ((family.positions,) if family.positions else ()) + family.other_positions
    for entry in tables if family.stores_positions else ():
        positions = whole_number(config, entry)
        # OPT, BART and their kin keep two rows more than positions
        if not {positions, positions + 2} & rows:
            raise _stranger(name, f"{positions:,} positions")
    for entries in family.dimensions:
        if any(config.get(entry) is None for entry in entries):
            continue  # then it is Transformers' default
        size = math.prod(whole_number(config, entry) for entry in entries)
        if size not in widths:
            raise _stranger(name, f"{' x '.join(entries)} = {size:,}")


def _numbers(config: dict[str, Any], entries: tuple[str, ...]) -> list[int]:
    """The entries that are there: the others are Transformers' defaults."""
    return [whole_number(config, entry) for entry in entries if config.get(entry) is not None]


def _stranger(name: str, what: str) -> CheckpointError:
    return CheckpointError(
        f"{name}: config.json says {what}, which no weight has: they do not belong together."
    )

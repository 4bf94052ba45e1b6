"""Compare a configuration with the shapes of the stored weights, before anything is built.

A configuration of 5,000 layers hangs the loader and one of two thousand million tokens exhausts
the memory; so every size that it names must be the size of some weight, and tables that are
computed instead of stored must be small.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import Any

from ..errors import CheckpointError, shown
from ..messages.message import Message
from ..messages.models import configuration as messages
from ..weights.safetensors_file import Tensor
from .families import Family

_MAX_LAYERS = 1_000
_MAX_COMPUTED = 2**28  # numbers in a computed table: 1 GB
_MAX_POSITIONS = 2**24
_LAYER_NUMBER = re.compile(
    r"(?:^|\.)(?:(encoder|decoder)\.)?(?:layers?|h|block|attentions)\.(\d+)\."
)
_MATRICES = 16  # more than a layer, or what is around the layers, has of its widest
_MAX_TENSORS_OF_A_LAYER = 64  # BART's decoders have 26
_FEW_LAYERS = 3  # of two that differ, neither is the usual one


def whole_number(config: dict[str, Any], entry: str) -> int:
    """Return a size from a configuration, an integer from 1 to 2**31 - 1.

    Raises:
        CheckpointError: it is no size.
    """
    value = config.get(entry)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**31:
        raise CheckpointError(messages.CANNOT_BE(name=entry, value=shown(value)))
    return value


def check_entries(config: dict[str, Any], family: Family) -> None:
    """Refuse entries that Transformers would accept and then hang on, fail at, or compute nonsense
    with.

    Raises:
        CheckpointError: with the entry.
    """
    is_encoder_decoder = config.get("is_encoder_decoder", not family.is_decoder_only)
    if is_encoder_decoder is family.is_decoder_only:
        raise CheckpointError(
            messages.NOT_THIS_ARCHITECTURE(value=bool(is_encoder_decoder), family=family.label)
        )
    for entries in family.computed:
        numbers = math.prod(_numbers(config, entries))
        if numbers > _MAX_COMPUTED:
            product = " x ".join(entries)
            raise CheckpointError(messages.TABLE_TOO_LARGE(entries=product, numbers=numbers))
    if family.positions and whole_number(config, family.positions) > _MAX_POSITIONS:
        positions = whole_number(config, family.positions)
        raise CheckpointError(messages.TOO_MANY_POSITIONS(name=family.positions, value=positions))


def number_of_layers(name: str, config: dict[str, Any], family: Family) -> int:
    """Return the number of layers in the configuration: the sum of the family's layer entries.

    Raises:
        CheckpointError: that is no number, or more than can be loaded.
    """
    first = family.layers[0]
    layers = sum(
        whole_number(config, first if config.get(entry) is None else entry)
        for entry in family.layers
    )
    if layers > _MAX_LAYERS:
        problem = messages.TOO_MANY_LAYERS(model=name, layers=layers, most=_MAX_LAYERS)
        raise CheckpointError(problem)
    return layers


def prompt_positions(config: dict[str, Any], family: Family) -> int | None:
    """Return how many tokens of a prompt an encoder has positions for; None if no limit is set.

    LED pads its prompt to a multiple of ``attention_window`` itself, which must fit as well.

    Raises:
        CheckpointError: an entry is no size.
    """
    if family.is_decoder_only or family.prompt_positions is None:
        return None
    positions = whole_number(config, family.prompt_positions)
    window = config.get("attention_window")
    if not window:
        return positions
    windows = window if isinstance(window, list) else [window]
    widest = max(whole_number({"attention_window": each}, "attention_window") for each in windows)
    return positions // widest * widest


def check_sizes(
    name: str, config: dict[str, Any], family: Family, tensors: dict[str, Tensor]
) -> None:
    """Compare the configuration's sizes with the stored shapes.

    Raises:
        CheckpointError: they do not belong together.
    """
    layers = number_of_layers(name, config, family)
    # TensorFlow's own names, h_._0/attn, mean the same as PyTorch's, h.0.attn
    named = {n.replace("_._", ".").replace("/", "."): t for n, t in tensors.items()}
    stored = len({m.groups() for n in named if (m := _LAYER_NUMBER.search(n))})
    if layers != stored:
        raise CheckpointError(messages.OTHER_LAYERS(model=name, layers=layers, stored=stored))
    _check_alike(name, named)
    rows = {t.shape[0] for t in tensors.values() if len(t.shape) == 2}
    widths = {n for t in tensors.values() for n in t.shape}
    vocabulary, hidden = whole_number(config, "vocab_size"), whole_number(config, family.hidden)
    _check_amount(name, config, family, tensors)
    if vocabulary not in rows:
        raise _stranger(name, messages.A_VOCABULARY(size=vocabulary))
    if hidden not in widths:
        raise _stranger(name, messages.A_HIDDEN_SIZE(size=hidden))
    tables = ((family.positions,) if family.positions else ()) + family.other_positions
    for entry in tables if family.stores_positions else ():
        positions = whole_number(config, entry)
        # OPT, BART and their kin keep two rows more than positions
        if not {positions, positions + 2} & rows:
            raise _stranger(name, messages.POSITIONS(size=positions))
    for entries in family.dimensions:
        if any(config.get(entry) is None for entry in entries):
            continue  # Transformers has a default
        size = math.prod(whole_number(config, entry) for entry in entries)
        if size not in widths:
            raise _stranger(name, messages.PRODUCT(entries=" x ".join(entries), size=size))


def _check_alike(name: str, named: dict[str, Tensor]) -> None:
    """Compare the layers of a stack: a weight that several layers have, all have in one shape.

    A weight of one layer alone is skipped, as T5's relative positions in its first layer.
    """
    layers: dict[str, set[int]] = {}
    places: dict[str, dict[int, tuple[str, Tensor]]] = {}
    for full_name, tensor in named.items():
        match = _LAYER_NUMBER.search(full_name)
        if match:
            stack, rest = full_name[: match.start(2)], full_name[match.end(2) :]
            number = int(match[2])
            layers.setdefault(stack, set()).add(number)
            places.setdefault(f"{stack}*{rest}", {})[number] = (full_name, tensor)
    for template, found in places.items():
        if len(found) < _FEW_LAYERS:
            continue
        missing = layers[template.split("*")[0]] - found.keys()
        if missing:
            lacking = template.replace("*", str(min(missing)), 1)
            raise CheckpointError(messages.LAYER_LACKS(model=name, weight=shown(lacking)))
        usual = Counter(tensor.shape for _, tensor in found.values()).most_common(1)[0][0]
        for full_name, tensor in found.values():
            if tensor.shape != usual:
                raise CheckpointError(
                    messages.LAYER_DIFFERS(
                        model=name,
                        weight=shown(full_name),
                        shape=str(tensor.shape),
                        usual=str(usual),
                    )
                )


def _check_amount(
    name: str, config: dict[str, Any], family: Family, tensors: dict[str, Tensor]
) -> None:
    """Refuse more weights than a model of this configuration can hold, before they are read."""
    layers, hidden = number_of_layers(name, config, family), whole_number(config, family.hidden)
    tables = ((family.positions,) if family.positions else ()) + family.other_positions
    positions = sum(_numbers(config, tables)) if family.stores_positions else 0
    inner = [math.prod(_numbers(config, entries)) for entries in family.dimensions]
    # of a layer: a dozen matrices, and the mask that GPT-2 and its kin store
    layer = _MATRICES * hidden * max(4 * hidden, *inner, 1) + positions**2
    rest = _MATRICES * hidden * (whole_number(config, "vocab_size") + positions)
    if sum(math.prod(t.shape) for t in tensors.values()) > layers * layer + rest or len(
        tensors
    ) > _MAX_TENSORS_OF_A_LAYER * (layers + 1):
        raise CheckpointError(messages.TOO_MANY_WEIGHTS(model=name))


def _numbers(config: dict[str, Any], entries: tuple[str, ...]) -> list[int]:
    """Return the values of the entries that are present.

    Transformers has defaults for the others.
    """
    return [whole_number(config, entry) for entry in entries if config.get(entry) is not None]


def _stranger(name: str, what: Message) -> CheckpointError:
    return CheckpointError(messages.NO_WEIGHT_HAS(model=name, what=what))

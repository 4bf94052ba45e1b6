"""Read the base (theta) of rotary positions from any form of a configuration.

Transformers 4 writes ``rope_theta`` and ``rope_scaling``, Transformers 5 one ``rope_parameters``,
some models one such dictionary for each type of layer. TensorFlow's Mistral computes plain rotary
positions (``rope_type: default``), so every other kind is refused by name.
"""

from __future__ import annotations

from typing import Any

from ..errors import CheckpointError, shown
from ..fields.kinds import THETA
from ..messages.message import Message
from ..messages.models import configuration as messages

ROPE_FIELDS = frozenset({"rope_theta", "rope_scaling", "rope_parameters"})
_DEFAULT_THETA = 10_000.0  # of MistralConfig and LlamaConfig


def rope_theta(config: dict[str, Any]) -> float:
    """Return the theta that a Llama or Mistral configuration means.

    Raises:
        CheckpointError: its rotary positions cannot be computed, or its entries contradict each
            other.
    """
    said: dict[str, Any] = {}  # by place
    if config.get("rope_theta") is not None:
        said["rope_theta"] = config["rope_theta"]
    for name in ("rope_scaling", "rope_parameters"):
        for place, parameters in _parts(name, config.get(name)):
            _check_plain(place, parameters)
            if parameters.get("rope_theta") is not None:
                said[f"{place}.rope_theta"] = parameters["rope_theta"]
    for place, theta in said.items():
        if not THETA.accepts(theta):
            problem = messages.THETA_NEEDED(place=place, value=shown(theta), kind=THETA.says)
            raise CheckpointError(problem)
    if len({float(theta) for theta in said.values()}) > 1:
        places = tuple(f"{place} = {shown(theta)}" for place, theta in said.items())
        raise CheckpointError(messages.ROPE_DISAGREES(places=places))
    return float(next(iter(said.values()), _DEFAULT_THETA))


def _parts(name: str, value: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return the parameters by place: one dictionary, or one for each type of layer."""
    if value is None or value == {}:
        return []
    if not isinstance(value, dict):
        raise CheckpointError(messages.NO_ROPE_PARAMETERS(name=name, value=shown(value)))
    own = {key: part for key, part in value.items() if not isinstance(part, dict)}
    layers = [
        (f"{name}.{shown(key)[1:-1]}", part)  # the key is as untrusted as the value
        for key, part in value.items()
        if isinstance(part, dict)
    ]
    return [(name, own), *layers] if own else layers


def _check_plain(place: str, parameters: dict[str, Any]) -> None:
    kind = parameters.get("rope_type", parameters.get("type", "default"))
    factor = parameters.get("factor")
    is_plain = kind == "default" or (kind == "linear" and factor == 1.0)
    if not is_plain:
        scaled: str | Message = shown(kind)
        if factor is not None:
            scaled = messages.SCALED_BY(kind=shown(kind), factor=shown(factor))
        raise CheckpointError(messages.ROPE_SCALED(place=place, kind=scaled))
    partial = parameters.get("partial_rotary_factor")
    if partial is not None and partial != 1:
        raise CheckpointError(messages.ROPE_PARTIAL(place=place, value=shown(partial)))

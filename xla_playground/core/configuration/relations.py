"""Check the fields of a configuration that limit each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import CheckpointError, shown
from ..messages.models import configuration as messages
from .attention_heads import with_heads
from .families import FAMILIES, Family
from .sizes import whole_number
from .token_ids import check_token_id

_Check = Callable[[dict[str, Any], Family], None]
#: Defaults of Transformers' classes, for fields that may be missing.
_T5_BUCKETS, _T5_DISTANCE = 32, 128
_LED_LAYERS = 12
_GPTJ_ROTARY = 64


def check_relations(config: dict[str, Any]) -> None:
    """Refuse fields that contradict each other; each alone has passed its check.

    Raises:
        CheckpointError: with both fields and their values.
    """
    name = config["model_type"]
    family = FAMILIES[name]
    for whole, part in family.divisors:
        size, number = config.get(whole), config.get(part)
        if size is not None and number is not None and size % number:
            raise CheckpointError(
                messages.DOES_NOT_DIVIDE(whole=whole, size=size, part=part, number=number)
            )
    if name in _CHECKS:
        _CHECKS[name](config, family)


def _check_rotary_heads(config: dict[str, Any], family: Family) -> None:
    with_heads(config)


def _check_xlnet(config: dict[str, Any], family: Family) -> None:
    size, hidden, heads = (config.get(field) for field in ("d_head", "d_model", "n_head"))
    if size and hidden and heads and size != hidden // heads:
        raise CheckpointError(
            messages.HEADS_OF_XLNET(
                size=size, model_class=family.model_class, hidden=hidden, heads=heads
            )
        )


def _check_gptj(config: dict[str, Any], family: Family) -> None:
    hidden, heads = config.get("n_embd"), config.get("n_head")
    rotary = config.get("rotary_dim", _GPTJ_ROTARY)
    if hidden is not None and heads is not None and (rotary % 2 or rotary > hidden // heads):
        problem = messages.ROTARY_OF_GPTJ(rotary=rotary, hidden=hidden, heads=heads)
        raise CheckpointError(problem)


def _check_t5(config: dict[str, Any], family: Family) -> None:
    buckets = config.get("relative_attention_num_buckets", _T5_BUCKETS)
    distance = config.get("relative_attention_max_distance", _T5_DISTANCE)
    # distances up to half of the buckets have one each, the logarithm starts behind them
    if buckets % 2 or distance <= buckets // 2:
        raise CheckpointError(messages.BUCKETS_OF_T5(buckets=buckets, distance=distance))


def _check_led(config: dict[str, Any], family: Family) -> None:
    window, layers = config.get("attention_window"), config.get("encoder_layers", _LED_LAYERS)
    if isinstance(window, list) and len(window) != layers:
        raise CheckpointError(messages.WINDOWS_OF_LED(windows=shown(window), layers=layers))


def _check_xlm(config: dict[str, Any], family: Family) -> None:
    languages, language = config.get("n_langs", 1), config.get("lang_id")
    if languages > 1 and language is not None and language >= languages:
        raise CheckpointError(messages.LANGUAGE_OF_XLM(language=language, languages=languages))
    check_token_id(
        messages.THIS_MODEL(),
        whole_number(config, "vocab_size"),
        "mask_token_id",
        config.get("mask_token_id"),
    )


_CHECKS: dict[str, _Check] = {
    "flaubert": _check_xlm,
    "gptj": _check_gptj,
    "led": _check_led,
    "llama": _check_rotary_heads,
    "mistral": _check_rotary_heads,
    "mt5": _check_t5,
    "t5": _check_t5,
    "xlm": _check_xlm,
    "xlnet": _check_xlnet,
}

"""``xla-playground bench streaming``: a call in blocks against the same call in one block."""

from __future__ import annotations

import statistics
import time
from functools import partial
from typing import Any

from ..core.call.request import Request
from .running.fresh_home import fresh_home
from .running.machine import MachineLoad, spread
from .running.turns import in_turn
from .sides import Ours, Runner, StepResult, fast_request, text_model, warm_up
from .steady import PROMPT

#: Tokens of a block, as the window streams.
BLOCK_TOKENS = 8


def measure_streaming(model: str, runs: int, new_tokens: int) -> dict[str, Any]:
    """Measure steady greedy calls of the fast recipe under XLA, in blocks and in one block.

    Both in turn in one process, once their programs are there. A first text is timed until its
    block has come out of the worker, a whole call until its record has.

    Raises:
        PlaygroundError: a call was not made.
    """
    machine = MachineLoad()
    info = text_model(model)
    options = {"strategy": "greedy", "max_new_tokens": new_tokens, "ignore_eos": True}
    whole = fast_request(info, [PROMPT], options)
    in_blocks = whole.model_copy(update={"block_tokens": BLOCK_TOKENS})
    with fresh_home(), Ours(info) as engine:
        for step in (whole, in_blocks):
            warm_up(engine, step)
        one, many = in_turn([partial(_timed, engine, step) for step in (whole, in_blocks)], runs)
    texts = [call.first_text_s for _, call in many if call.first_text_s is not None]
    one_s, many_s = ([seconds for seconds, _ in side] for side in (one, many))
    first, before, after = (statistics.median(each) for each in (texts, one_s, many_s))
    return {
        "model": model,
        "runs": runs,
        "new_tokens": new_tokens,
        "block_tokens": BLOCK_TOKENS,
        "first_text_s": first,
        "first_text_spread_s": spread(texts),
        "first_text_share": first / after,
        "blocks_s": after,
        "blocks_spread_s": spread(many_s),
        "one_block_s": before,
        "one_block_spread_s": spread(one_s),
        "ratio": after / before,
        "tokens_equal": len({call.token_ids for _, call in (*one, *many)}) == 1,
        **machine.figures(),
    }


def _timed(engine: Runner, step: Request) -> tuple[float, StepResult]:
    """Return the seconds until the call's record is here, as its first text is timed; and it."""
    start = time.perf_counter()
    result = engine.run(step)
    return time.perf_counter() - start, result

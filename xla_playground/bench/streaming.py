"""``xla-playground bench streaming``: a call in blocks against the same call in one block."""

from __future__ import annotations

import statistics
from functools import partial
from typing import Any

from .running.fresh_home import fresh_home
from .running.machine import MachineLoad, spread
from .running.turns import in_turn
from .sides import Ours, fast_request, text_model, warm_up
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
        one, many = in_turn([partial(engine.run, step) for step in (whole, in_blocks)], runs)
    texts = [result.first_text_s for result in many if result.first_text_s is not None]
    one_s, many_s = ([result.seconds for result in side] for side in (one, many))
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
        "tokens_equal": len({result.token_ids for result in (*one, *many)}) == 1,
        **machine.figures(),
    }

from __future__ import annotations

from xla_playground.core.call.record import Sequence
from xla_playground.core.call.transcript import transcript


def test_the_best_of_each_window_in_order() -> None:
    texts = [(0, " One two. "), (0, "One too."), (2, "Four."), (1, ""), (1, "no")]
    sequences = [Sequence(prompt_index=index, text=text, tokens=()) for index, text in texts]
    assert transcript(sequences) == "One two. Four."
    assert transcript([]) == ""

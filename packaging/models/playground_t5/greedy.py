"""Exact match of greedy answers, for a look at the end of training."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from examples import Example
    from network import Network
    from tokenizers import Tokenizer
    from torch import Tensor

EXAMPLES_A_BATCH = 256


@torch.no_grad()
def answer(network: Network, sources: Tensor, segments: Tensor, end: int, longest: int) -> Tensor:
    """The likeliest token after the ones before, until every row has ended or is too long.

    Args:
        network: in evaluation mode.
        sources: int64 (rows, length).
        segments: 1 where there is a token, 0 where padding, (rows, length).
        end: the token that ends an answer.
        longest: tokens of an answer at most.
    """
    memory = network.encode(sources, segments)
    answers = torch.zeros_like(sources[:, :1])
    has_ended = torch.zeros_like(answers, dtype=torch.bool)
    while answers.shape[1] <= longest and not has_ended.all():
        hidden = network.decode(answers, torch.ones_like(answers), memory, segments)
        token = network.logits(hidden[:, -1]).argmax(1, keepdim=True).masked_fill(has_ended, 0)
        has_ended |= token == end
        answers = torch.cat([answers, token], 1)
    return answers


def exact_match(
    network: Network,
    tokenizer: Tokenizer,
    held_out: Mapping[str, Sequence[Example]],
    end: int,
) -> dict[str, float]:
    """The part of each task's answers that are the target, to the letter.

    Computed in PyTorch; `packaging/models/exact_match.py` computes the figures of the card.
    """
    network.eval()
    device = network.embedding.weight.device
    figures = {}
    for task, examples in held_out.items():
        hits = 0
        ordered = sorted(examples, key=lambda example: len(example.target))
        for begin in range(0, len(ordered), EXAMPLES_A_BATCH):
            chosen = ordered[begin : begin + EXAMPLES_A_BATCH]
            ids = [e.ids for e in tokenizer.encode_batch([each.input for each in chosen])]
            width = max(map(len, ids))
            sources = torch.tensor([each + [0] * (width - len(each)) for each in ids])
            lengths = torch.tensor([len(each) for each in ids])
            segments = (torch.arange(width) < lengths[:, None]).long()
            targets = tokenizer.encode_batch([each.target for each in chosen])
            longest = 1 + max(len(target.ids) for target in targets)
            answers = answer(network, sources.to(device), segments.to(device), end, longest)
            texts = tokenizer.decode_batch(answers.tolist())
            pairs = zip(texts, chosen, strict=True)
            hits += sum(text == example.target for text, example in pairs)
        figures[task] = round(hits / len(examples), 4)
    return figures

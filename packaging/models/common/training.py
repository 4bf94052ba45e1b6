"""The training loop: Muon for matrices, AdamW for the rest, a schedule steered by the clock."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from common.muon import Muon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from torch import Tensor, nn

STEPS_A_LOOK = 25  # steps between two looks at the loss, each of which waits for the GPU
STEPS_A_LINE = 500  # steps between two lines of progress


@dataclass(frozen=True)
class Recipe:
    """What a run may vary; the defaults made the bundled weights.

    46 rounds of GPT-2 over 24 million tokens invite learning by heart: with a decay of 0.1 and no
    dropout, 254 seconds ended at 0.540 bits per byte on the passages kept out, 40 seconds at 0.532.

    Attributes:
        seconds: time spent in training steps, after compilation.
        matrix_rate: Muon's highest learning rate, for the matrices of the layers.
        other_rate: AdamW's, for embeddings, norms and biases.
        matrix_decay: weight decay of the matrices.
        warm_up: part of the time in which the learning rates rise.
    """

    seconds: float
    matrix_rate: float = 8e-3
    other_rate: float = 3e-3
    matrix_decay: float = 0.5
    warm_up: float = 0.01


def learning_rate(progress: float, warm_up: float) -> float:
    """The part of the highest rate that is due at `progress` in [0, 1]: up, then down to zero."""
    return min(progress / warm_up, (1 - progress) / (1 - warm_up))


def make_optimizers(
    network: nn.Module, matrices: Sequence[nn.Parameter], recipe: Recipe
) -> list[torch.optim.Optimizer]:
    """Muon for the layers' matrices, AdamW for everything else."""
    known = {id(p) for p in matrices}
    others = [p for p in network.parameters() if id(p) not in known]
    return [
        Muon(matrices, recipe.matrix_rate, weight_decay=recipe.matrix_decay),
        torch.optim.AdamW(
            others, recipe.other_rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True
        ),
    ]


def train(
    network: nn.Module,
    matrices: Sequence[nn.Parameter],
    stream: Iterable[Any],
    recipe: Recipe,
    device: torch.device,
) -> dict[str, Any]:
    """Train `network`, which maps a batch to losses, in place; returns steps and seconds."""
    optimizers = make_optimizers(network, matrices, recipe)
    rates = [(group, group["lr"]) for optimizer in optimizers for group in optimizer.param_groups]
    compiled = torch.compile(network.train(), dynamic=False)

    def step(progress: float) -> Tensor:
        for group, highest in rates:
            group["lr"] = highest * learning_rate(progress, recipe.warm_up)
        with torch.autocast(device.type, torch.bfloat16):
            loss: Tensor = compiled(next(batches)).mean()
        loss.backward()
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        return loss.detach()

    batches = iter(stream)
    began = time.perf_counter()
    for _ in range(3):  # compiles; a learning rate of zero leaves the weights as they are
        step(0.0).item()
    print(f"compiled in {time.perf_counter() - began:.0f} s", flush=True)
    steps, start = 0, time.perf_counter()
    while (seconds := time.perf_counter() - start) < recipe.seconds:
        for _ in range(STEPS_A_LOOK):
            progress = min((time.perf_counter() - start) / recipe.seconds, 1.0)
            loss = step(progress)
        steps += STEPS_A_LOOK
        nats = loss.item()
        if steps % STEPS_A_LINE == 0:
            print(f"step {steps}, {seconds:.0f} s: {nats:.4f} nats a token", flush=True)
    return {"steps": steps, "seconds": round(time.perf_counter() - start, 1)}

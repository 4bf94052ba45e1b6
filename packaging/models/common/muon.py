"""Muon for matrices of few shapes.

K. Jordan and others, *Muon: An optimizer for hidden layers in neural networks* (2024), with the
step size of J. Liu and others, *Muon is Scalable for LLM Training* (arXiv:2502.16982), which makes
a learning rate mean what it means to AdamW. `torch.optim.Muon` computes the same one matrix after
another; 36 small matrices spend that time on kernel launches, so here equal shapes go together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor, nn


def orthogonalize(matrices: Tensor) -> Tensor:
    """The nearest (semi-)orthogonal matrices, roughly, by five Newton-Schulz steps in bfloat16.

    Args:
        matrices: (count, rows, columns), each orthogonalized by itself.
    """
    is_tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.bfloat16()
    x = x.mT if is_tall else x
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(5):
        gram = x @ x.mT
        x = torch.baddbmm(
            x, torch.baddbmm(gram, gram, gram, beta=-4.7750, alpha=2.0315), x, beta=3.4445
        )
    return x.mT if is_tall else x


class Muon(torch.optim.Optimizer):
    """Nesterov momentum whose updates are orthogonalized, for the matrices of hidden layers."""

    def __init__(
        self,
        params: Iterable[nn.Parameter],
        lr: float,
        *,
        momentum: float = 0.95,
        weight_decay: float = 0.1,
    ) -> None:
        shapes: dict[torch.Size, list[nn.Parameter]] = defaultdict(list)
        for parameter in params:
            shapes[parameter.shape].append(parameter)
        groups = [{"params": matrices} for matrices in shapes.values()]
        super().__init__(groups, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]  # takes no closure
        """One step; every matrix must have its gradient."""
        for group in self.param_groups:
            matrices = group["params"]
            gradient = torch.stack([matrix.grad for matrix in matrices])
            state = self.state[matrices[0]]
            if not state:
                state["momentum"] = torch.zeros_like(gradient)
            average = state["momentum"].lerp_(gradient, 1 - group["momentum"])
            update = orthogonalize(gradient.lerp(average, group["momentum"]))
            scale = 0.2 * max(gradient.shape[1:]) ** 0.5
            for matrix, change in zip(matrices, update.unbind(), strict=True):
                matrix.mul_(1 - group["lr"] * group["weight_decay"])
                matrix.add_(change, alpha=-group["lr"] * scale)

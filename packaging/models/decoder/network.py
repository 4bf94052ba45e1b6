"""A decoder-only network in PyTorch, for sequences of many lengths packed into one line of tokens.

Layer norm before each half-block, learned positions, tied embeddings: with GELU by its tanh
formula what Transformers calls `GPT2LMHeadModel`, with ReLU `OPTForCausalLM`, whose arithmetic
this repeats. Packing lets a step hold about 1,500 whole passages without one token of padding,
and keeps them from seeing one another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.attention.varlen import varlen_attn

if TYPE_CHECKING:
    from decoder.batches import Batch


@dataclass(frozen=True)
class Shape:
    """Sizes, activation and dropout of the network."""

    tokens: int
    width: int
    layers: int
    heads: int
    activation: Literal["gelu_tanh", "relu"]
    positions: int = 512
    dropout: float = 0.1

    @property
    def inner(self) -> int:
        """Width of the perceptrons' inner layer."""
        return 4 * self.width


class Block(nn.Module):
    """One layer: attention, then a two-layer perceptron, each added to what came in.

    Query, key and value are three matrices here, also where the exported checkpoint has one,
    because Muon should orthogonalize each by itself.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.shape = shape
        self.dropout = nn.Dropout(shape.dropout)
        self.ln_1 = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attention_out = nn.Linear(width, width)
        self.ln_2 = nn.LayerNorm(width)
        self.expand = nn.Linear(width, shape.inner)
        self.contract = nn.Linear(shape.inner, width)

    def qkv(self) -> tuple[Tensor, Tensor]:
        """Weight (3 * width, width) and bias (3 * width,) of query, key and value together."""
        parts = (self.query, self.key, self.value)
        weight = torch.cat([part.weight for part in parts])
        bias = torch.cat([part.bias for part in parts])
        return weight, bias

    def forward(self, hidden: Tensor, boundaries: Tensor) -> Tensor:
        """Hidden states (tokens, width) to hidden states, attending within each segment."""
        tokens, width = hidden.shape
        qkv = F.linear(self.ln_1(hidden), *self.qkv())
        query, key, value = qkv.view(tokens, 3, self.shape.heads, width // self.shape.heads).unbind(
            1
        )
        longest = self.shape.positions
        attended = varlen_attn(
            query, key, value, boundaries, boundaries, longest, longest, window_size=(-1, 0)
        )
        mixed = self.attention_out(cast("Tensor", attended).reshape(tokens, width))
        hidden = hidden + self.dropout(mixed)
        inner = self.expand(self.ln_2(hidden))
        relu = self.shape.activation == "relu"
        inner = F.relu(inner) if relu else F.gelu(inner, approximate="tanh")
        return hidden + cast("Tensor", self.dropout(self.contract(inner)))


class Network(nn.Module):
    """The whole model; calling it gives the loss of each token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.wte = nn.Embedding(shape.tokens, shape.width)
        self.wpe = nn.Embedding(shape.positions, shape.width)
        self.dropout = nn.Dropout(shape.dropout)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.ln_f = nn.LayerNorm(shape.width)
        for name, parameter in self.named_parameters():
            if parameter.ndim == 2:
                into_residual = name.endswith(("attention_out.weight", "contract.weight"))
                depth = math.sqrt(2 * shape.layers) if into_residual else 1.0
                nn.init.normal_(parameter, std=0.02 / depth)
            elif name.endswith("bias"):
                nn.init.zeros_(parameter)

    def layers(self) -> list[Block]:
        """The blocks, first to last."""
        return [block for block in self.blocks if isinstance(block, Block)]

    def matrices(self) -> list[nn.Parameter]:
        """The matrices of the layers, which Muon trains."""
        return [p for p in self.blocks.parameters() if p.ndim == 2]

    def forward(self, batch: Batch) -> Tensor:
        """Negative log-likelihood, in nats, of each target of the batch: float32 (tokens,)."""
        hidden = self.dropout(self.wte(batch.tokens) + self.wpe(batch.positions))
        for block in self.blocks:
            hidden = block(hidden, batch.boundaries)
        logits = F.linear(self.ln_f(hidden), self.wte.weight)
        return F.cross_entropy(logits, batch.targets, reduction="none")

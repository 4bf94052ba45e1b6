"""T5 in PyTorch, for rows that hold several examples each.

Root-mean-square norms before each part, relative position bias shared by the layers of a stack,
ReLU, tied embeddings, no bias in the matrices: what Transformers calls
`T5ForConditionalGeneration`, whose arithmetic this repeats but for two factors that `export.py`
folds into the weights. Attention is scaled here and the output is not, so that Muon and AdamW
meet weights of the sizes that they met in `playground-gpt2`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

if TYPE_CHECKING:
    from packing import Batch

MASKED = -30_000.0


@dataclass(frozen=True)
class Shape:
    """Sizes and dropout of the network."""

    tokens: int = 2560
    width: int = 256
    heads: int = 8
    inner: int = 512
    encoder_layers: int = 5
    decoder_layers: int = 2
    buckets: int = 32
    longest_distance: int = 128
    dropout: float = 0.1


class Norm(nn.Module):
    """Division by the root mean square, then a factor for each channel."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, hidden: Tensor) -> Tensor:
        hidden = hidden.float()
        return self.weight * hidden * torch.rsqrt(hidden.pow(2).mean(-1, keepdim=True) + 1e-6)


class Attention(nn.Module):
    """Attention of `hidden` to `memory`, with norm and dropout, added to what came in."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = Norm(shape.width)
        self.query = nn.Linear(shape.width, shape.width, bias=False)
        self.key = nn.Linear(shape.width, shape.width, bias=False)
        self.value = nn.Linear(shape.width, shape.width, bias=False)
        self.out = nn.Linear(shape.width, shape.width, bias=False)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, memory: Tensor | None, bias: Tensor) -> Tensor:
        """Hidden states to hidden states.

        Args:
            hidden: (rows, queries, width).
            memory: (rows, keys, width), or None for self-attention.
            bias: added to the logits, (rows, heads or 1, queries, keys).
        """
        normed = self.norm(hidden)
        memory = normed if memory is None else memory
        query, key, value = (
            part.unflatten(2, (self.heads, -1)).transpose(1, 2)
            for part in (self.query(normed), self.key(memory), self.value(memory))
        )
        logits = query @ key.mT * query.shape[3] ** -0.5
        weights = F.softmax(logits.float() + bias, dim=3).to(value.dtype)
        mixed = self.out((weights @ value).transpose(1, 2).flatten(2))
        return hidden + cast("Tensor", self.dropout(mixed))


class Perceptron(nn.Module):
    """Two layers with ReLU, with norm and dropout, added to what came in."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = Norm(shape.width)
        self.expand = nn.Linear(shape.width, shape.inner, bias=False)
        self.contract = nn.Linear(shape.inner, shape.width, bias=False)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor) -> Tensor:
        inner = self.dropout(F.relu(self.expand(self.norm(hidden))))
        return hidden + cast("Tensor", self.dropout(self.contract(inner)))


class PositionBias(nn.Module):
    """One number for each head and each bucket of distances (T5, arXiv:1910.10683, section 2.1)."""

    def __init__(self, shape: Shape, *, is_causal: bool) -> None:
        super().__init__()
        self.is_causal = is_causal
        self.longest = shape.longest_distance
        self.table = nn.Embedding(shape.buckets, shape.heads)

    def buckets(self, length: int, device: torch.device) -> Tensor:
        """The bucket of each pair: int64 (queries, keys). Far distances share one, ever more."""
        index = torch.arange(length, device=device)
        ahead = index[None, :] - index[:, None]
        count = self.table.num_embeddings
        if self.is_causal:
            side, distance = torch.zeros_like(ahead), (-ahead).clamp(min=0)
        else:
            count //= 2
            side, distance = (ahead > 0).long() * count, ahead.abs()
        exact = count // 2
        far = torch.log(distance.clamp(min=1).float() / exact) / math.log(self.longest / exact)
        far = (exact + (far * (count - exact)).long()).clamp(max=count - 1)
        return side + torch.where(distance < exact, distance, far)

    def forward(self, length: int, device: torch.device) -> Tensor:
        """What to add to the logits: (1, heads, length, length)."""
        biases: Tensor = self.table(self.buckets(length, device))
        return biases.permute(2, 0, 1)[None]


class Decoder(nn.Module):
    """One layer of the decoder."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention = Attention(shape)
        self.cross = Attention(shape)
        self.perceptron = Perceptron(shape)


class Encoder(nn.Module):
    """One layer of the encoder."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention = Attention(shape)
        self.perceptron = Perceptron(shape)


def within(queries: Tensor, keys: Tensor) -> Tensor:
    """0 where query and key are of one segment, `MASKED` elsewhere: (rows, 1, queries, keys)."""
    is_same = queries[:, None, :, None] == keys[:, None, None, :]
    return torch.where(is_same, 0.0, MASKED)


class Network(nn.Module):
    """The whole model; calling it gives the mean loss of a batch."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.tokens, shape.width)
        self.dropout = nn.Dropout(shape.dropout)
        self.encoder_bias = PositionBias(shape, is_causal=False)
        self.encoder = nn.ModuleList(Encoder(shape) for _ in range(shape.encoder_layers))
        self.encoder_norm = Norm(shape.width)
        self.decoder_bias = PositionBias(shape, is_causal=True)
        self.decoder = nn.ModuleList(Decoder(shape) for _ in range(shape.decoder_layers))
        self.decoder_norm = Norm(shape.width)
        depths = {"encoder": 2 * shape.encoder_layers, "decoder": 3 * shape.decoder_layers}
        for name, parameter in self.named_parameters():
            if parameter.ndim == 2:
                into_residual = name.endswith(("out.weight", "contract.weight"))
                depth = depths[name.partition(".")[0]] if into_residual else 1
                nn.init.normal_(parameter, std=0.02 / math.sqrt(depth))

    def encoder_layers(self) -> list[Encoder]:
        """The encoder's layers, first to last."""
        return [layer for layer in self.encoder if isinstance(layer, Encoder)]

    def decoder_layers(self) -> list[Decoder]:
        """The decoder's layers, first to last."""
        return [layer for layer in self.decoder if isinstance(layer, Decoder)]

    def matrices(self) -> list[nn.Parameter]:
        """The matrices of the layers, which Muon trains."""
        layers = nn.ModuleList([self.encoder, self.decoder])
        return [p for p in layers.parameters() if p.ndim == 2]

    def encode(self, sources: Tensor, segments: Tensor) -> Tensor:
        """Tokens and segments, (rows, length), to hidden states (rows, length, width)."""
        hidden = self.dropout(self.embedding(sources))
        bias = self.encoder_bias(sources.shape[1], sources.device) + within(segments, segments)
        for layer in self.encoder_layers():
            hidden = layer.perceptron(layer.attention(hidden, None, bias))
        return cast("Tensor", self.dropout(self.encoder_norm(hidden)))

    def decode(
        self, inputs: Tensor, segments: Tensor, memory: Tensor, memory_segments: Tensor
    ) -> Tensor:
        """Hidden states, (rows, length, width), whose `logits` are those of the tokens to come."""
        length = inputs.shape[1]
        later = torch.ones(length, length, dtype=torch.bool, device=inputs.device).triu(1)
        bias = self.decoder_bias(length, inputs.device) + within(segments, segments)
        bias = bias.masked_fill(later, MASKED)
        cross_bias = within(segments, memory_segments)
        hidden = self.dropout(self.embedding(inputs))
        for layer in self.decoder_layers():
            hidden = layer.attention(hidden, None, bias)
            hidden = layer.perceptron(layer.cross(hidden, memory, cross_bias))
        return cast("Tensor", self.dropout(self.decoder_norm(hidden)))

    def logits(self, hidden: Tensor) -> Tensor:
        """Hidden states of the decoder to logits, (…, tokens)."""
        return F.linear(hidden, self.embedding.weight)

    def forward(self, batch: Batch) -> Tensor:
        """Mean negative log-likelihood, in nats, of the batch's target tokens."""
        segments = batch.target_segments
        is_first = segments != F.pad(segments, (1, 0))[:, :-1]
        inputs = F.pad(batch.targets, (1, 0))[:, :-1].masked_fill(is_first, 0)
        memory = self.encode(batch.sources, batch.source_segments)
        hidden = self.decode(inputs, segments, memory, batch.source_segments)
        logits = self.logits(hidden)
        labels = batch.targets.masked_fill(segments == 0, -100)
        return F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)

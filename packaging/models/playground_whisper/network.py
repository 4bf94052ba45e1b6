"""Whisper in PyTorch, under the names of Transformers' `WhisperForConditionalGeneration`.

A. Radford and others, *Robust Speech Recognition via Large-Scale Weak Supervision*
(arXiv:2212.04356): two convolutions, then a Transformer that encodes, and one that decodes; layer
norm before each part, sinusoidal positions on the one side and learned ones on the other, tied
embeddings. The state's names are the checkpoint's, but for `LISTENER`, which training alone uses.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from features import FRAMES, MELS
from torch import Tensor, nn

if TYPE_CHECKING:
    from lessons import Batch

# A loss beside the decoder's, after S. Watanabe and others, *Hybrid CTC/Attention Architecture for
# End-to-End Speech Recognition* (2017): the encoder by itself should say which words it heard, in
# their order. It learns to listen at once, before the decoder knows where to look.
LISTENER = "listener"
LISTENER_WEIGHT = 0.3
BLANK = 0  # of the listener: a single byte, which no transcript holds
IGNORED = -100  # marks padding among targets; what `cross_entropy` leaves out


@dataclass(frozen=True)
class Shape:
    """Sizes of the network, under the names of Transformers' `WhisperConfig`."""

    vocab_size: int
    d_model: int = 192
    encoder_layers: int = 5
    decoder_layers: int = 2
    encoder_attention_heads: int = 6
    decoder_attention_heads: int = 6
    encoder_ffn_dim: int = 768
    decoder_ffn_dim: int = 768
    num_mel_bins: int = MELS
    max_source_positions: int = FRAMES // 2
    max_target_positions: int = 64
    dropout: float = 0.05


class Attention(nn.Module):
    """Scaled dot-product attention of many heads; keys have no bias."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self._heads = heads
        self.k_proj = nn.Linear(width, width, bias=False)
        self.v_proj = nn.Linear(width, width)
        self.q_proj = nn.Linear(width, width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, hidden: Tensor, source: Tensor, is_causal: bool = False) -> Tensor:
        """Hidden states (batch, length, width) looking at `source` (batch, any, width)."""

        def split(states: Tensor) -> Tensor:
            return states.unflatten(-1, (self._heads, -1)).transpose(1, 2)

        query, key = split(self.q_proj(hidden)), split(self.k_proj(source))
        value = split(self.v_proj(source))
        mixed = F.scaled_dot_product_attention(query, key, value, is_causal=is_causal)
        out: Tensor = self.out_proj(mixed.transpose(1, 2).flatten(2))
        return out


class Layer(nn.Module):
    """Attention, for the decoder attention to the encoder too, then a two-layer perceptron."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float, decodes: bool) -> None:
        super().__init__()
        self._decodes = decodes
        self.self_attn = Attention(width, heads)
        self.self_attn_layer_norm = nn.LayerNorm(width)
        if decodes:
            self.encoder_attn = Attention(width, heads)
            self.encoder_attn_layer_norm = nn.LayerNorm(width)
        self.fc1 = nn.Linear(width, inner)
        self.fc2 = nn.Linear(inner, width)
        self.final_layer_norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, encoded: Tensor | None = None) -> Tensor:
        """Hidden states to hidden states."""
        normal = self.self_attn_layer_norm(hidden)
        hidden = hidden + self.dropout(self.self_attn(normal, normal, is_causal=self._decodes))
        if self._decodes:
            normal = self.encoder_attn_layer_norm(hidden)
            hidden = hidden + self.dropout(self.encoder_attn(normal, encoded))
        inner = F.gelu(self.fc1(self.final_layer_norm(hidden)))
        out: Tensor = hidden + self.dropout(self.fc2(inner))
        return out


def sinusoids(length: int, width: int) -> Tensor:
    """The encoder's positions: sines, then cosines."""
    rates = torch.exp(-math.log(10_000) / (width // 2 - 1) * torch.arange(width // 2))
    angles = torch.arange(length)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Encoder(nn.Module):
    """Spectrograms (batch, mels, frames) to states (batch, frames / 2, width)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.d_model
        self.conv1 = nn.Conv1d(shape.num_mel_bins, width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, stride=2, padding=1)
        self.embed_positions = nn.Embedding(shape.max_source_positions, width)
        self.layers = nn.ModuleList(
            Layer(width, shape.encoder_attention_heads, shape.encoder_ffn_dim, shape.dropout, False)
            for _ in range(shape.encoder_layers)
        )
        self.layer_norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, features: Tensor) -> Tensor:
        """Encode."""
        hidden = F.gelu(self.conv2(F.gelu(self.conv1(features)))).transpose(1, 2)
        hidden = self.dropout(hidden + self.embed_positions.weight)
        for layer in self.layers:
            hidden = layer(hidden)
        out: Tensor = self.layer_norm(hidden)
        return out


class Decoder(nn.Module):
    """Tokens (batch, length) and encoder states to logits (batch, length, vocabulary)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.d_model
        self.embed_tokens = nn.Embedding(shape.vocab_size, width)
        self.embed_positions = nn.Embedding(shape.max_target_positions, width)
        self.layers = nn.ModuleList(
            Layer(width, shape.decoder_attention_heads, shape.decoder_ffn_dim, shape.dropout, True)
            for _ in range(shape.decoder_layers)
        )
        self.layer_norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, tokens: Tensor, encoded: Tensor) -> Tensor:
        """What each token is followed by."""
        positions = self.embed_positions.weight[: tokens.shape[1]]
        hidden = self.dropout(self.embed_tokens(tokens) + positions)
        for layer in self.layers:
            hidden = layer(hidden, encoded)
        return F.linear(self.layer_norm(hidden), self.embed_tokens.weight)


@torch.compiler.disable  # type: ignore[untyped-decorator]  # has no Inductor kernel
def ctc(logits: Tensor, targets: Tensor) -> Tensor:
    """Connectionist temporal classification (A. Graves and others, 2006), in nats a word.

    Args:
        logits: (batch, length, vocabulary) of the encoder's states.
        targets: (batch, any) `<|notimestamps|>`, the words, `<|endoftext|>`, then `IGNORED`.
    """
    logs = logits.float().log_softmax(2).transpose(0, 1)
    length = torch.full((len(targets),), logits.shape[1])
    words = ((targets != IGNORED).sum(1) - 2).clamp(min=1)  # of silence it hears the end
    targets = targets[:, 1:].clamp(min=0)
    total = F.ctc_loss(logs, targets, length, words, BLANK, reduction="sum", zero_infinity=True)
    return total / words.sum()


class Network(nn.Module):
    """The whole model; calling it gives the mean loss of a batch's tokens."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.decoder = Decoder(shape)
        self.listener = nn.Linear(shape.d_model, shape.vocab_size)
        layers = {"encoder": shape.encoder_layers, "decoder": shape.decoder_layers}
        for name, parameter in self.named_parameters():
            if parameter.ndim > 1:
                into_residual = name.endswith(("out_proj.weight", "fc2.weight"))
                depth = math.sqrt(2 * layers[name.split(".")[0]]) if into_residual else 1.0
                std = 0.02 if "embed" in name else parameter[0].numel() ** -0.5
                nn.init.normal_(parameter, std=std / depth)
            elif name.endswith("bias"):
                nn.init.zeros_(parameter)
        positions = self.encoder.embed_positions.weight
        positions.requires_grad_(False)
        positions.copy_(sinusoids(*positions.shape))

    def matrices(self) -> list[nn.Parameter]:
        """The matrices of the layers."""
        named = self.named_parameters()
        return [p for name, p in named if ".layers." in name and p.ndim == 2]

    def forward(self, batch: Batch) -> Tensor:
        """Nats a target, of the decoder and, at its weight, of the listener: float32, a scalar."""
        encoded = self.encoder(batch.features)
        logits = self.decoder(batch.tokens, encoded)
        loss = F.cross_entropy(logits.float().flatten(0, 1), batch.targets.flatten())
        return loss + LISTENER_WEIGHT * ctc(self.listener(encoded), batch.targets)

    def checkpoint(self) -> dict[str, Tensor]:
        """The state that Transformers knows."""
        return {
            name: tensor
            for name, tensor in self.state_dict().items()
            if not name.startswith(LISTENER)
        }

    @torch.no_grad()
    def transcribe(self, features: Tensor, start: int, end: int, most: int) -> Tensor:
        """Greedy search, without a cache: (batch, up to `most`) tokens after `start`."""
        encoded = self.encoder(features)
        tokens = torch.full((len(features), 1), start, device=features.device)
        is_done = torch.zeros(len(features), dtype=torch.bool, device=features.device)
        for _ in range(most):
            chosen = self.decoder(tokens, encoded)[:, -1].argmax(1).where(~is_done, end)
            tokens = torch.cat([tokens, chosen[:, None]], dim=1)
            is_done |= chosen == end
            if is_done.all():
                break
        return tokens[:, 1:]

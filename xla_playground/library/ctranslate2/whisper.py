"""Map a CTranslate2 Whisper model to Transformers: its sizes, and the source of each weight.

Source: CTranslate2's ``python/ctranslate2/converters/transformers.py`` (``WhisperLoader``), read
backwards: query, key and value are stored as one matrix there, a key's bias as zeros.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...core.errors import CheckpointError, shown
from ...core.messages.message import named
from ...core.messages.models import configuration
from ...core.messages.models import library as messages
from ..files.safetensors_writer import PlannedTensor
from .file import Array, Ct2File, VariableType

_MAX_LAYERS = 1_000
_PIECE_VALUES = 4_000_000
_HEAD_SIZE = 64  # of every Whisper; revisions before 3 do not store the number of heads

#: Settings that are fixed in Transformers' Whisper, with CTranslate2's value for each (3: GELU).
_FIXED = {
    "decoder/activation": 3,
    "decoder/alibi": 0,
    "decoder/pre_norm": 1,
    "decoder/scale_embeddings": 0,
    "decoder/start_from_zero_embedding": 0,
}
_WITHOUT_EFFECT = re.compile(
    r"decoder/(alignment_heads|alignment_layer|alibi_use_positive_positions|scale_alibi)"
)
_ATTENTION = {"linear_0": ("q_proj", "k_proj", "v_proj"), "linear_1": ("out_proj",)}
_CROSS_ATTENTION = {
    "linear_0": ("q_proj",),
    "linear_1": ("k_proj", "v_proj"),
    "linear_2": ("out_proj",),
}
_QUANTIZED = (VariableType.INT8, VariableType.INT16, VariableType.INT32)


@dataclass(frozen=True)
class _Part:
    """A variable, or an equal part of its rows, under its name in Transformers."""

    name: str
    variable: str
    index: int = 0
    parts: int = 1


class Ct2Whisper:
    """A CTranslate2 Whisper model; each of its variables has a place.

    Attributes:
        sizes: entries of its ``config.json`` that are sizes.

    Raises:
        CheckpointError: it is another model, lacks a variable, has one too many, or one of another
            shape.
    """

    def __init__(self, file: Ct2File) -> None:
        self._file = file
        self._label = f"{file.file.parent.name}/{file.file.name}"
        if file.specification != "WhisperSpec":
            specification = shown(file.specification)
            raise CheckpointError(
                messages.CT2_SPECIFICATION(file=self._label, specification=specification)
            )
        self.sizes = self._sizes()
        self._parts = self._all_parts()
        self._check_variables()
        self._check_shapes()

    def planned(self) -> list[PlannedTensor]:
        """Return the weights to write: float16 stays, all other formats become float32."""
        self._check_key_biases()
        return [
            PlannedTensor(part.name, self._dtype(part), self._shape(part), self._values(part))
            for part in self._stored_parts()
        ]

    def _stored_parts(self) -> Iterator[_Part]:
        return (part for part in self._parts if not part.name.endswith("k_proj.bias"))

    @property
    def parameters(self) -> int:
        """Number of weights."""
        return sum(math.prod(self._shape(part)) for part in self._stored_parts())

    def stored_type(self) -> VariableType:
        """Return the number format of most of the weights."""
        return self._file.variables["decoder/embeddings/weight"].type

    def _sizes(self) -> dict[str, int]:
        vocab, width = self._shape_of("decoder/embeddings/weight", 2)
        heads = {
            side: self._file.scalar(f"{side}/num_heads", max(1, width // _HEAD_SIZE))
            for side in ("encoder", "decoder")
        }
        for side, count in heads.items():
            if count < 1 or width % count:
                raise CheckpointError(
                    messages.CT2_HEADS(file=self._label, heads=count, side=side, width=width)
                )
        return {
            "vocab_size": vocab,
            "d_model": width,
            "num_mel_bins": self._shape_of("encoder/conv1/weight", 3)[1],
            "encoder_layers": self._layers("encoder"),
            "decoder_layers": self._layers("decoder"),
            "encoder_attention_heads": heads["encoder"],
            "decoder_attention_heads": heads["decoder"],
            "encoder_ffn_dim": self._shape_of("encoder/layer_0/ffn/linear_0/weight", 2)[0],
            "decoder_ffn_dim": self._shape_of("decoder/layer_0/ffn/linear_0/weight", 2)[0],
            "max_source_positions": self._shape_of("encoder/position_encodings/encodings", 2)[0],
            "max_target_positions": self._shape_of("decoder/position_encodings/encodings", 2)[0],
        }

    def _layers(self, side: str) -> int:
        pattern = re.compile(rf"{side}/layer_(\d{{1,9}})/")
        numbers = {int(m.group(1)) for n in self._file.variables if (m := pattern.match(n))}
        if len(numbers) > _MAX_LAYERS:
            layers, most = len(numbers), _MAX_LAYERS
            raise CheckpointError(
                configuration.TOO_MANY_LAYERS(model=self._label, layers=layers, most=most)
            )
        return len(numbers)

    def _shape_of(self, name: str, rank: int) -> tuple[int, ...]:
        variable = self._file.variables.get(name)
        if variable is None or len(variable.shape) != rank or 0 in variable.shape:
            raise CheckpointError(messages.CT2_LACKS(file=self._label, names=name))
        return variable.shape

    def _all_parts(self) -> list[_Part]:
        parts = [
            _Part("model.decoder.embed_tokens.weight", "decoder/embeddings/weight"),
            *_linear("model.encoder.conv1", "encoder/conv1"),
            *_linear("model.encoder.conv2", "encoder/conv2"),
        ]
        for side in ("encoder", "decoder"):
            positions = f"{side}/position_encodings/encodings"
            parts.append(_Part(f"model.{side}.embed_positions.weight", positions))
            parts += _norm(f"model.{side}.layer_norm", f"{side}/layer_norm")
            for layer in range(self.sizes[f"{side}_layers"]):
                theirs, ours = f"{side}/layer_{layer}", f"model.{side}.layers.{layer}"
                parts += _attention(ours + ".self_attn", theirs + "/self_attention", _ATTENTION)
                if side == "decoder":
                    attention = theirs + "/attention"
                    parts += _attention(ours + ".encoder_attn", attention, _CROSS_ATTENTION)
                parts += _norm(ours + ".final_layer_norm", theirs + "/ffn/layer_norm")
                parts += _linear(ours + ".fc1", theirs + "/ffn/linear_0")
                parts += _linear(ours + ".fc2", theirs + "/ffn/linear_1")
        return parts

    def _check_variables(self) -> None:
        """Make sure that every variable has a place, and every place a variable."""
        variables = self._file.variables
        placed = {part.variable for part in self._parts}
        missing = sorted(name for name in placed if name not in variables)
        if missing:
            raise CheckpointError(messages.CT2_LACKS(file=self._label, names=named(missing)))
        for name, value in _FIXED.items():
            if self._file.scalar(name, value) != value:
                raise self._surplus(name)
        scales = {self._scale_name(name) for name in placed}
        known = placed | scales | {"encoder/num_heads", "decoder/num_heads", *_FIXED}
        for name, variable in variables.items():
            if name in known or _WITHOUT_EFFECT.fullmatch(name):
                continue
            if name == "decoder/projection/weight":
                if self._file.aliases.get(name) == "decoder/embeddings/weight":
                    continue
            elif not variable.shape and variable.type in _QUANTIZED and not self._file.scalar(name):
                continue  # a part that is switched off
            raise self._surplus(name)

    def _surplus(self, name: str) -> CheckpointError:
        return CheckpointError(messages.CT2_SURPLUS(file=self._label, name=shown(name)))

    def _check_shapes(self) -> None:
        width, mels = self.sizes["d_model"], self.sizes["num_mel_bins"]
        special = {
            "decoder/embeddings/weight": (self.sizes["vocab_size"], width),
            "encoder/conv1/weight": (width, mels, 3),
            "encoder/conv2/weight": (width, width, 3),
        }
        for part in self._parts:
            shape = self._file.variables[part.variable].shape
            side, last = part.variable.split("/")[0], part.variable.split("/")[-1]
            inner = self.sizes[f"{side}_ffn_dim"]
            inside = "/ffn/linear_0" in part.variable
            rows = inner if inside else width * part.parts
            columns = inner if "/ffn/linear_1" in part.variable else width
            expected: tuple[int, ...] = (rows, columns) if last == "weight" else (rows,)
            if last == "encodings":
                kind = "source" if side == "encoder" else "target"
                expected = (self.sizes[f"max_{kind}_positions"], width)
            expected = special.get(part.variable, expected)
            if shape != expected:
                raise CheckpointError(
                    messages.CT2_SHAPE(
                        file=self._label,
                        name=part.variable,
                        shape=str(shape),
                        needed=str(expected),
                    )
                )
            self._check_scale(part.variable)

    def _check_scale(self, name: str) -> None:
        variable = self._file.variables[name]
        if variable.type not in _QUANTIZED:
            return
        scale = self._file.variables.get(self._scale_name(name))
        per_row = (variable.shape[0], *variable.shape[2:])
        if scale is None or scale.type in _QUANTIZED or scale.shape not in ((), per_row):
            raise CheckpointError(messages.CT2_SCALE(file=self._label, name=name))

    def _scale_name(self, name: str) -> str:
        return self._file.aliases.get(name, name) + "_scale"

    def _check_key_biases(self) -> None:
        """Make sure that keys have no bias: Whisper's layers have no place for one."""
        for part in self._parts:
            if part.name.endswith("k_proj.bias") and any(
                piece.any() for piece in self._values(part)()
            ):
                raise self._surplus(part.variable)

    def _dtype(self, part: _Part) -> str:
        is_half = self._file.variables[part.variable].type is VariableType.FLOAT16
        return "F16" if is_half else "F32"

    def _shape(self, part: _Part) -> tuple[int, ...]:
        rows, *rest = self._file.variables[part.variable].shape
        return (rows // part.parts, *rest)

    def _values(self, part: _Part) -> Any:
        shape = self._shape(part)
        rows = slice(part.index * shape[0], (part.index + 1) * shape[0])
        if self._file.variables[part.variable].type not in _QUANTIZED:
            return lambda: self._file.pieces(part.variable, _PIECE_VALUES, rows)
        return lambda: self._dequantized(part.variable, shape, rows)

    def _dequantized(self, name: str, shape: tuple[int, ...], rows: slice) -> Iterator[Array]:
        """Yield quantized numbers divided by their scale: one, or one per row (and convolution
        tap).
        """
        scale_name = self._scale_name(name)
        scale_shape = self._file.variables[scale_name].shape
        scale = np.concatenate(list(self._file.pieces(scale_name, _PIECE_VALUES)))
        scale = scale.astype(np.float32).reshape(scale_shape)
        if scale_shape:
            scale = np.expand_dims(scale[rows], 1)  # the mean is over inputs, the second dimension
        done = 0
        for piece in self._file.pieces(name, _PIECE_VALUES, rows):
            values = piece.astype(np.float32).reshape(-1, *shape[1:])
            part = scale[done : done + len(values)] if scale_shape else scale
            done += len(values)
            with np.errstate(all="ignore"):  # the writer refuses values that are not finite
                yield values / part


def _norm(ours: str, theirs: str) -> list[_Part]:
    return [_Part(f"{ours}.weight", f"{theirs}/gamma"), _Part(f"{ours}.bias", f"{theirs}/beta")]


def _linear(ours: str, theirs: str) -> list[_Part]:
    return [_Part(f"{ours}.{kind}", f"{theirs}/{kind}") for kind in ("weight", "bias")]


def _attention(ours: str, theirs: str, linears: dict[str, tuple[str, ...]]) -> list[_Part]:
    """Return the layers of an attention and the norm before it, fused matrices split into parts."""
    parts = _norm(f"{ours}_layer_norm", f"{theirs}/layer_norm")
    for linear, names in linears.items():
        for index, name in enumerate(names):
            for kind in ("weight", "bias"):
                variable = f"{theirs}/{linear}/{kind}"
                parts.append(_Part(f"{ours}.{name}.{kind}", variable, index, len(names)))
    return parts

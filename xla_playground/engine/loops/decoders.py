"""Stock models of Transformers as a function of some tokens, their position and a cache.

The sources of the layouts are the ``modeling_tf_*`` modules of Transformers 4.54.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import NamedTuple, NotRequired, TypedDict

from ..protocols.models import Config, Model, ModelOutput
from ..protocols.tensorflow import TensorFlow
from ..protocols.tensors import Tensor
from ..rewrites.distance_biases import distance_biases
from ..rewrites.keys_in_place import keys_in_place
from ..rewrites.table import DISTANCE_BIASES, KEYS_IN_PLACE, Rewrites
from .caches import Cache, CacheShape, write_states

#: Families whose TensorFlow class has a causal mask within its input for one token only.
_ONE_TOKEN_ONLY = frozenset({"ctrl"})


#: Families with distances between tokens in place of positions.
_RELATIVE = frozenset({"t5", "mt5"})

#: Families whose causal mask is a table as large as their positions.
_MASK_TABLE = frozenset({"gptj"})

#: Number of kept caches of zeros, of different sizes.
_KEPT = 4

#: A layer of attention that computes keys or values.
Projection = Callable[[Tensor], Tensor]


class EncodedTensors(TypedDict):
    """``Encoded`` as an input of a program."""

    keys: Cache
    mask: NotRequired[Tensor]


class Encoded(NamedTuple):
    """The source of an encoder-decoder model, as its decoder reads it.

    Attributes:
        keys: one [key, value] a layer of cross-attention, of shape (rows, heads, source, width).
        mask: int32 of shape (rows, source), 1 for a token; ``None`` for audio, which has no
            padding.
    """

    keys: Cache
    mask: Tensor | None = None

    def as_dict(self) -> EncodedTensors:
        """Return the tensors by name; ``mask`` is left out if it is ``None``."""
        if self.mask is None:
            return {"keys": self.keys}
        return {"keys": self.keys, "mask": self.mask}


@dataclass(frozen=True)
class Step:
    """The result of a model for some tokens.

    Attributes:
        logits: float32 of shape (rows, vocabulary), of the last token.
        states: keys and values of the tokens, of shape (rows, heads, tokens, width).
        hidden: float32 of shape (rows, hidden size), of the last token, if it was requested.
    """

    logits: Tensor
    states: Cache
    hidden: Tensor | None = None


class Decoder:
    """One model, for one trace or for many.

    Attributes:
        model: the model of Transformers.
        shape: the sizes of its self-attention cache.
        dtype: the number format of its computation and its cache.
        vocabulary: number of scores a step.
    """

    def __init__(self, tf: TensorFlow, model: Model, rewrites: Rewrites | None = None) -> None:
        """Read the sizes of ``model`` from its configuration.

        ``rewrites`` are the rewrites that a step may use, by default all that are on.
        """
        self._tf = tf
        self.model = model
        self._rewrites = rewrites or Rewrites()
        config = model.config
        self.is_encoder_decoder = bool(config.is_encoder_decoder)
        self.shape = _cache_shape(config)
        self.dtype = tf.as_dtype(getattr(model, "dtype_policy", model).compute_dtype)
        self.vocabulary = int(config.vocab_size)

        self._empty: dict[tuple[int, int], Tensor] = {}

    @property
    def appends_in_place(self) -> bool:
        """Return whether ``advance`` writes keys within each layer, see
        ``rewrites.keys_in_place``.
        """
        return self._rewrites.is_on(KEYS_IN_PLACE, self.model.config.model_type)

    def reads_chunks(self, cached: int, tokens: int) -> bool:
        """Return whether ``step`` accepts so many tokens after a cache of ``cached`` places."""
        config = self.model.config
        if self.is_encoder_decoder or config.model_type in _ONE_TOKEN_ONLY or cached < tokens:
            return False
        return config.model_type not in _MASK_TABLE or cached + tokens <= config.n_positions

    def empty_cache(self, rows: int, capacity: int) -> Cache:
        """Return a cache of zeros: one tensor in every place, kept for the next call."""
        key = rows, capacity
        if key not in self._empty:
            if len(self._empty) == _KEPT:
                self._empty.clear()
            self._empty[key] = self.shape.zeros(self._tf, rows, capacity, self.dtype)
        return [[self._empty[key]] * 2 for _ in range(self.shape.layers)]

    def step(
        self,
        ids: Tensor,
        position: Tensor,
        cache: Cache,
        encoded: Encoded | None = None,
        *,
        wants_hidden: bool = False,
    ) -> Step:
        """Run the decoder on tokens that follow the first ``position`` of the cache.

        Args:
            ids: int32 of shape (rows, tokens).
            position: int32 scalar, number of filled places of the cache.
            cache: see ``caches.Cache``.
            encoded: of an encoder-decoder model, with as many rows.
        """
        tf = self._tf
        cache = self._within_table(cache, ids.shape[1])
        filled = tf.cast(tf.range(cache[0][0].shape[1]) < position, tf.int32)
        # the model appends the new keys to the whole cache, so they are in the last places
        mask = tf.concat([filled, tf.ones([ids.shape[1]], tf.int32)], 0)
        output = self._run(ids, position, mask, cache, encoded, wants_hidden=wants_hidden)
        tokens = ids.shape[1]
        states = [
            [state[:, :, -tokens:] for state in _pair(states)] for states in output.past_key_values
        ]
        hidden = None
        if wants_hidden:
            layers = output.decoder_hidden_states if encoded else output.hidden_states
            hidden = tf.cast(layers[-1][:, -1], tf.float32)
        return Step(tf.cast(output.logits[:, -1], tf.float32), states, hidden)

    def _within_table(self, cache: Cache, tokens: int) -> Cache:
        """Return the cache without the places that, with ``tokens`` more, pass the table of the
        causal mask. They are empty: a token in the last position has none after it.
        """
        config = self.model.config
        if config.model_type not in _MASK_TABLE:
            return cache
        most = config.n_positions - tokens
        return [[part[:, :most] for part in pair] for pair in cache]

    def advance(
        self,
        ids: Tensor,
        position: Tensor,
        cache: Cache,
        encoded: Encoded | None = None,
        *,
        in_place: bool,
    ) -> tuple[Tensor, Cache]:
        """Run the decoder on one token of each row; return its logits and the cache with it.

        Args: as those of ``step``; ``in_place`` as ``operations.writes.write_at`` has it.
        """
        tf = self._tf
        if not (in_place and self.appends_in_place):
            answer = self.step(ids, position, cache, encoded)
            cache = write_states(
                tf, cache, answer.states, position, answer.logits, in_place=in_place
            )
            return answer.logits, cache
        capacity = cache[0][0].shape[1]
        mask = tf.cast(tf.range(capacity) <= position, tf.int32)
        with keys_in_place(tf, self.model, position, (capacity, self.shape.width)):
            output = self._run(ids, position, mask, cache, encoded)
        cache = [
            [tf.reshape(part, [-1, capacity, self.shape.width]) for part in _pair(states)]
            for states in output.past_key_values
        ]
        return tf.cast(output.logits[:, -1], tf.float32), cache

    def _run(
        self,
        ids: Tensor,
        position: Tensor,
        mask: Tensor,
        cache: Cache,
        encoded: Encoded | None,
        *,
        wants_hidden: bool = False,
    ) -> ModelOutput:
        """Call the model; ``mask`` is int32 of shape (places,)."""
        tf = self._tf
        mask = tf.broadcast_to(mask[None, :], [ids.shape[0], mask.shape[0]])
        given: dict[str, object] = {
            "past_key_values": self._past(cache, encoded),
            "use_cache": True,
            "output_hidden_states": wants_hidden,
            "return_dict": True,
        }
        if encoded is None:
            return self._run_alone(ids, position, mask, given)
        return self._run_with_source(ids, position, mask, given, encoded)

    def _past(self, cache: Cache, encoded: Encoded | None) -> tuple[tuple[Tensor, ...], ...]:
        own = [[self.shape.by_head(self._tf, part) for part in pair] for pair in cache]
        if encoded is None:
            return tuple(tuple(pair) for pair in own)
        return tuple((*pair, *cross) for pair, cross in zip(own, encoded.keys, strict=True))

    def _run_alone(
        self, ids: Tensor, position: Tensor, mask: Tensor, given: dict[str, object]
    ) -> ModelOutput:
        family = self.model.config.model_type
        if family != "opt":  # OPT counts its positions in the mask
            given["position_ids"] = self._positions(ids, position)
        if family != "mistral":  # Mistral has no dropout to switch off
            given["training"] = False
        return self.model(input_ids=ids, attention_mask=mask, **given)

    def _positions(self, ids: Tensor, position: Tensor) -> Tensor:
        return (self._tf.range(ids.shape[1]) + position)[None, :]

    def _run_with_source(
        self,
        ids: Tensor,
        position: Tensor,
        mask: Tensor,
        given: dict[str, object],
        encoded: Encoded,
    ) -> ModelOutput:
        from transformers.modeling_tf_outputs import TFBaseModelOutput

        tf, config = self._tf, self.model.config
        if config.model_type not in _RELATIVE:
            given["decoder_position_ids"] = self._positions(ids, position)
        if encoded.mask is not None:
            given["attention_mask"] = encoded.mask
        # only its shape is read, since the keys of cross-attention are computed
        source = tf.zeros([ids.shape[0], encoded.keys[0][0].shape[2], config.d_model], self.dtype)
        has_biases = self._rewrites.is_on(DISTANCE_BIASES, config.model_type)
        with distance_biases(tf, position) if has_biases else nullcontext():
            return self.model(
                **{self.model.main_input_name: None},
                decoder_input_ids=ids,
                encoder_outputs=TFBaseModelOutput(last_hidden_state=source),
                decoder_attention_mask=mask,
                training=False,
                **given,
            )


def encode(tf: TensorFlow, model: Model, inputs: Mapping[str, Tensor]) -> Encoded:
    """Run the encoder, and compute the keys and values of cross-attention once.

    Args:
        inputs: ``input_ids`` and ``attention_mask``, int32 of shape (rows, source), or
            ``input_features``, float32 of shape (rows, mel bins, frames).
    """
    encoder = model.get_encoder()
    hidden = encoder(**inputs, return_dict=True, training=False).last_hidden_state
    rows, source = hidden.shape[:2]
    keys: Cache = []
    for key, value, heads in _cross_attention(model):
        pair = []
        for project in (key, value):
            states = project(hidden)
            states = tf.reshape(states, [rows, source, heads, states.shape[-1] // heads])
            pair.append(tf.transpose(states, [0, 2, 1, 3]))
        keys.append(pair)
    return Encoded(keys, inputs.get("attention_mask"))


def _pair(states: Tensor | Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Return key and value of one layer, which GPT-2 and its kin return as one tensor."""
    return states[0], states[1]


def _cross_attention(model: Model) -> list[tuple[Projection, Projection, int]]:
    """Return the projections to keys and values of each layer of a decoder, and their heads."""
    if model.config.model_type in _RELATIVE:
        found = [block.layer[1].EncDecAttention for block in model.decoder.block]
        return [(attention.k, attention.v, attention.n_heads) for attention in found]
    decoder = model.model.decoder
    layers = getattr(decoder, "decoder_layers", None) or decoder.layers
    found = [layer.encoder_attn for layer in layers]
    return [(attention.k_proj, attention.v_proj, attention.num_heads) for attention in found]


def _cache_shape(config: Config) -> CacheShape:
    family = config.model_type
    if family in _RELATIVE:
        return CacheShape(config.num_decoder_layers, config.num_heads, config.d_kv)
    if config.is_encoder_decoder:
        heads = config.decoder_attention_heads
        return CacheShape(config.decoder_layers, heads, config.d_model // heads)
    layers, heads = config.num_hidden_layers, config.num_attention_heads
    if family == "mistral":
        width = getattr(config, "head_dim", None) or config.hidden_size // heads
        return CacheShape(layers, config.num_key_value_heads, width)
    return CacheShape(layers, heads, config.hidden_size // heads)

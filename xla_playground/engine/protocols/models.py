"""Models and tokenizers of Transformers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, Protocol, TypeAlias

from .tensors import Tensor, Variable

#: The module ``transformers``, of which the engine uses classes alone.
Transformers: TypeAlias = ModuleType


class Config(Protocol):
    """What a model is built by. Each family has some of the sizes, by its own names."""

    model_type: str
    is_encoder_decoder: bool
    tie_word_embeddings: bool
    vocab_size: int

    d_kv: int
    d_model: int
    decoder_attention_heads: int
    decoder_layers: int
    head_dim: int | None
    hidden_size: int
    max_source_positions: int
    n_langs: int
    n_positions: int
    num_attention_heads: int
    num_decoder_layers: int
    num_heads: int
    num_hidden_layers: int
    num_key_value_heads: int

    afn: str
    lang_id: int | None


class GenerationConfig(Protocol):
    """Which tokens are special."""

    bos_token_id: int | None
    decoder_start_token_id: int | None
    pad_token_id: int | None
    eos_token_id: int | list[int] | None
    forced_bos_token_id: int | None
    forced_eos_token_id: int | list[int] | None
    suppress_tokens: list[int] | None
    begin_suppress_tokens: list[int] | None


class ModelOutput(Protocol):
    """What a model returns for some tokens.

    Attributes:
        past_key_values: keys and values of each layer, as one tensor or as two.
    """

    logits: Tensor
    past_key_values: Sequence[Tensor | Sequence[Tensor]]
    hidden_states: Sequence[Tensor]
    decoder_hidden_states: Sequence[Tensor]


class EncoderOutput(Protocol):
    """What an encoder returns."""

    last_hidden_state: Tensor


class Layer(Protocol):
    """A layer of Keras."""

    name: str
    call: Callable[..., Any]

    @property
    def dtype(self) -> str: ...
    @property
    def compute_dtype(self) -> str: ...
    @property
    def weights(self) -> list[Variable]: ...
    @property
    def variables(self) -> list[Variable]: ...


class Model(Layer, Protocol):
    """A ``TFPreTrainedModel``.

    Attributes:
        model, decoder, transformer: what holds the layers, in some families; their layouts differ.
    """

    config: Config
    generation_config: GenerationConfig
    main_input_name: str
    model: Any
    decoder: Any
    transformer: Any
    generate: Callable[..., Tensor]
    prepare_inputs_for_generation: Callable[..., dict[str, Any]]
    _prepare_decoder_input_ids_for_generation: Callable[..., tuple[Tensor, dict[str, Any]]]
    _update_model_kwargs_for_xla_generation: Callable[..., dict[str, Any]]
    _keys_to_ignore_on_load_missing: list[str] | None
    _keys_to_ignore_on_load_unexpected: list[str] | None

    @property
    def submodules(self) -> Iterable[object]: ...
    def __call__(self, *args: object, **inputs: object) -> ModelOutput: ...
    def build_in_name_scope(self) -> None: ...
    def get_encoder(self) -> Callable[..., EncoderOutput]: ...
    def get_decoder(self) -> Layer: ...
    def get_input_embeddings(self) -> Layer: ...
    def get_output_embeddings(self) -> Layer: ...


class Tokenizer(Protocol):
    """A tokenizer of either kind, slow or fast."""

    eos_token: str | None
    pad_token: str | None

    @property
    def eos_token_id(self) -> int | None: ...
    @property
    def pad_token_id(self) -> int | None: ...
    def __hash__(self) -> int: ...
    def __len__(self) -> int: ...
    def __call__(self, text: str | list[str], **how: bool) -> Mapping[str, Any]: ...
    def apply_chat_template(self, messages: Sequence[Mapping[str, str]], **how: bool) -> Any: ...
    def convert_ids_to_tokens(self, token: int) -> str: ...
    def decode(self, ids: Sequence[int], **how: bool) -> str: ...
    def get_vocab(self) -> dict[str, int]: ...

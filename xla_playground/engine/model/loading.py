"""Load a model folder that passed the check."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from ...core.call.record import Token, TokenRole
from ...core.call.request import Precision
from ...core.checkpoint.checkpoint import read_config
from ...core.checkpoint.completeness import Completeness, completeness, has_meaning
from ...core.configuration.check import check_configuration
from ...core.configuration.families import FAMILIES
from ...core.configuration.llama_as_mistral import mistral_config
from ...core.errors import CheckpointError, PlaygroundError, RequestError
from ...core.messages import request
from ...core.messages.message import either, named
from ...core.messages.models import checkpoint, weights
from ...core.model.info import ModelInfo, ModelInput
from ...core.weights.files import H5_FILE, read_weights
from ...core.weights.tensor_names import pytorch_name
from ...library.inspection import usable_model
from ..platform.environment import import_tensorflow
from ..protocols.models import Config, GenerationConfig, Model, Tokenizer, Transformers
from ..protocols.tensorflow import TensorFlow
from ..rewrites.patching import patched
from .checkpoint_shapes import check_stored_shapes
from .load_failure import load_failure
from .model_patches import mend_gpt_activation, mend_whisper
from .output_layers import with_output_layer
from .precision import give_float32_logits, layers_in
from .special_tokens import special_tokens
from .tokenizer_loading import load_tokenizer
from .weights import load_h5, load_safetensors, undrawn_weights
from .wide_heads import heads_of_configured_size


@dataclass
class LoadedModel:
    """A model in memory.

    Attributes:
        model: a ``TFPreTrainedModel``; its ``generation_config`` only names special tokens.
        tokenizer: its tokenizer, with a padding token.
        eos_ids: the tokens that end a sequence.
        pad_id: the padding token.
    """

    info: ModelInfo
    model: Model
    tokenizer: Tokenizer
    eos_ids: frozenset[int]
    pad_id: int
    _tokens: dict[tuple[int, TokenRole], Token] = field(default_factory=dict)

    @property
    def is_end_forced(self) -> bool:
        """Return whether the end token is forced at the last possible position."""
        return self.model.generation_config.forced_eos_token_id is not None

    @property
    def start_id(self) -> int:
        """Return the id of the token that a decoder begins with."""
        configuration = self.model.generation_config
        starts = (configuration.decoder_start_token_id, configuration.bos_token_id)
        return next(token for token in starts if token is not None)

    def text(self, ids: Sequence[int], *, skips_special: bool = True) -> str:
        """Return the exact text of tokens, without special tokens unless they are requested.

        Spaces that the tokenizer would clean up (``clean_up_tokenization_spaces`` turns "x != y ,"
        into "x!= y,") are kept: text and tokens must agree.
        """
        return str(
            self.tokenizer.decode(
                ids, skip_special_tokens=skips_special, clean_up_tokenization_spaces=False
            )
        )

    def token(self, token_id: int, role: TokenRole) -> Token:
        """Return one token of a sequence; part of a character shows as ``�``."""
        token = self._tokens.get((token_id, role))
        if token is None:
            text = self.text([token_id], skips_special=False)
            token = self._tokens[token_id, role] = Token(id=token_id, text=text, role=role)
        return token


def load_model(name: str, precision: Precision = Precision.FLOAT32) -> LoadedModel:
    """Validate and load the model that ``name`` names, kept and computed in ``precision``.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
        EngineFailure: it does not fit into memory.
        RequestError: its family does not run in this precision.
        EnvironmentFault: there is no room to import it, or no model can be loaded here.
    """
    info = usable_model(name)
    if precision not in info.precisions:
        problem = request.NOT_IN_PRECISION(
            family=info.family_label,
            precision=precision.value,
            precisions=either(info.precisions),
        )
        raise RequestError("precision", problem)
    tf, transformers = import_tensorflow()
    try:
        tokenizer = load_tokenizer(info, transformers)
        with layers_in(tf, precision):
            model = _load_weights(info, tf, transformers)
        if precision is not Precision.FLOAT32:
            give_float32_logits(tf, model)
        given = Path(info.path) / "generation_config.json"
        if given.is_file():  # the loader of PyTorch-format weights ignores it
            model.generation_config = _generation_config(given)
    except PlaygroundError:
        raise
    except Exception as error:
        raise load_failure(tf, name, Path(info.path), error, load_model) from None
    return _with_special_tokens(info, model, tokenizer, transformers)


def _load_weights(info: ModelInfo, tf: TensorFlow, transformers: Transformers) -> Model:
    config = _configuration(info, transformers)
    family = FAMILIES[info.family]
    model_class = with_output_layer(tf, getattr(transformers, family.model_class), family, config)
    with (
        warnings.catch_warnings(),
        undrawn_weights(tf),
        heads_of_configured_size(tf),
        # entries for generating in config.json may be PyTorch's alone, too
        patched(transformers.GenerationConfig, "validate", lambda *args, **kwargs: None),
    ):
        # equal random weights: each is overwritten with a stored one
        warnings.filterwarnings("ignore", message="The initializer .* is unseeded")
        model: Model = model_class(config)
        model.build_in_name_scope()
        _fill(info, tf, model)
    if info.takes is ModelInput.SPEECH:
        mend_whisper(tf, transformers, model)
    elif info.family == "openai-gpt":
        mend_gpt_activation(model)
    return model


def _fill(info: ModelInfo, tf: TensorFlow, model: Model) -> None:
    """Overwrite the weights of a built model with the stored ones.

    Raises:
        CheckpointError: a weight was not overwritten, or a stored one has no place.
    """
    folder = Path(info.path)
    check_stored_shapes(folder, model)
    stored = read_weights(folder)
    names = completeness(read_config(folder), stored.names)
    if stored.files[0].name == H5_FILE:
        loading = load_h5(tf, model, stored.files[0])
    else:
        renamed = {names.stored_as: names.embeddings} if names.stored_as else {}
        loading = load_safetensors(tf, model, stored.files, renamed)
    _check_filled(info, names, loading, type(model).__name__)


def _configuration(info: ModelInfo, transformers: Transformers) -> Config:
    given = read_config(Path(info.path))
    config: Config
    if info.family == "llama":
        config = transformers.MistralConfig(**mistral_config(given))
        return config
    entries = check_configuration(given).entries
    config = transformers.CONFIG_MAPPING[info.family](**entries)
    if info.family in ("xlm", "flaubert") and config.n_langs <= 1:
        config.lang_id = None  # generate would search for the embeddings of languages
    return config


def _generation_config(path: Path) -> GenerationConfig:
    """Return the entries of a file as attributes, unchecked: later code decides which of them
    count.

    Transformers' own class refuses entries of other versions and of PyTorch alone.
    """
    return SimpleNamespace(**json.loads(path.read_text("utf-8")))


def _check_filled(
    info: ModelInfo, names: Completeness, loading: dict[str, list[str]], model_class: str
) -> None:
    """Make sure that a stored tensor went into every weight, and that none was left over.

    The check has compared the folder with its configuration. This finds the cases in which
    TensorFlow's class differs from PyTorch's.
    """
    missing = [
        key
        for key in (*loading["missing_keys"], *loading.get("mismatched_keys", []))
        if pytorch_name(key) not in names.may_be_missing
    ]
    if missing:
        raise CheckpointError(
            weights.CLASS_NEEDS(
                model=Path(info.path).name, weights=named(missing), model_class=model_class
            )
        )
    surplus = sorted(key for key in loading["unexpected_keys"] if has_meaning(pytorch_name(key)))
    if surplus:
        raise CheckpointError(
            weights.CLASS_HAS_NO_PLACE(
                model=Path(info.path).name, weights=named(surplus), model_class=model_class
            )
        )


def _with_special_tokens(
    info: ModelInfo, model: Model, tokenizer: Tokenizer, transformers: Transformers
) -> LoadedModel:
    kept = special_tokens(info, model)
    if kept["eos_token_id"] is None:
        kept["eos_token_id"] = tokenizer.eos_token_id
    eos = kept["eos_token_id"]
    eos_ids = frozenset(eos if isinstance(eos, list) else [] if eos is None else [eos])
    if tokenizer.pad_token_id is None:  # GPT-2 has none, and the attention mask hides it anyway
        tokenizer.pad_token = tokenizer.eos_token or tokenizer.convert_ids_to_tokens(0)
    given = kept["pad_token_id"]
    pad_id = tokenizer.pad_token_id if given is None else int(given)
    assert pad_id is not None  # since it has a padding token now
    model.generation_config = transformers.GenerationConfig(**kept | {"pad_token_id": pad_id})
    starts = (kept["decoder_start_token_id"], kept["bos_token_id"])
    if info.takes is ModelInput.SPEECH and starts == (None, None):
        raise CheckpointError(checkpoint.NO_START_TOKEN(model=Path(info.path).name))
    return LoadedModel(info, model, tokenizer, eos_ids, pad_id)

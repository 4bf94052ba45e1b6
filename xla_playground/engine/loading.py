"""Load a model folder that passed the check."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.errors import CheckpointError, shown
from ..core.model_info import ModelInfo
from ..core.models import check_model
from .environment import import_tensorflow

logger = logging.getLogger(__name__)

#: What a generation_config.json may say here: which tokens are special. Everything else in it
#: (num_beams 4, no_repeat_ngram_size 3 …) would change calls behind the back of the panels.
_SPECIAL_TOKEN_ENTRIES = (
    "bos_token_id",
    "eos_token_id",
    "pad_token_id",
    "decoder_start_token_id",
    "forced_bos_token_id",
    "forced_eos_token_id",
    "suppress_tokens",
    "begin_suppress_tokens",
)


@dataclass
class LoadedModel:
    """A model in memory.

    Attributes:
        model: a ``TFPreTrainedModel``; its ``generation_config`` says only which tokens are
            special.
        tokenizer: its fast tokenizer, with a padding token.
        eos_ids: the tokens that end a sequence.
        pad_id: the padding token.
    """

    info: ModelInfo
    model: Any
    tokenizer: Any
    eos_ids: frozenset[int]
    pad_id: int
    token_texts: dict[int, str] = field(default_factory=dict)

    def token_text(self, token_id: int) -> str:
        """The text of one token; part of a character shows as ``�``."""
        text = self.token_texts.get(token_id)
        if text is None:
            text = str(self.tokenizer.decode([token_id], clean_up_tokenization_spaces=False))
            self.token_texts[token_id] = text
        return text


def load_model(name: str) -> LoadedModel:
    """Validate and load the model that ``name`` names, computed in float32.

    Raises:
        CheckpointError: it is missing, damaged or unsupported, or Transformers cannot load it.
    """
    info = check_model(name)
    _, transformers = import_tensorflow()
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(
            info.path, use_fast=True, local_files_only=True, trust_remote_code=False
        )
        auto_class = (
            transformers.TFAutoModelForCausalLM
            if info.is_decoder_only
            else transformers.TFAutoModelForSeq2SeqLM
        )
        model, loading = auto_class.from_pretrained(
            info.path,
            output_loading_info=True,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
        )
        if (Path(info.path) / "generation_config.json").is_file():
            # the loader of PyTorch-format weights passes it over
            model.generation_config = transformers.GenerationConfig.from_pretrained(
                info.path, local_files_only=True
            )
    except (KeyboardInterrupt, SystemExit, CheckpointError):
        raise
    except Exception as error:  # 25 damaged folders raised 9 different types here
        logger.warning("loading %s", name, exc_info=True)
        first_line = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise CheckpointError(
            f"{Path(info.path).name} cannot be loaded ({type(error).__name__}: "
            f"{first_line[:200]}): check that its files belong together."
        ) from None
    missing = [*loading["missing_keys"], *loading.get("mismatched_keys", [])]
    if missing:
        raise CheckpointError(
            f"{Path(info.path).name} lacks weights that its configuration needs "
            f"({missing[0]}{f' and {len(missing) - 1} more' if len(missing) > 1 else ''}): "
            "download it again."
        )
    # ids may have gaps; past the table of embeddings XLA would silently read another token's row
    tokens = max(len(tokenizer), 1 + max(tokenizer.get_vocab().values(), default=0))
    if tokens > info.vocab_size:
        raise CheckpointError(
            f"{Path(info.path).name} has a tokenizer of {tokens:,} tokens, its model "
            f"knows {info.vocab_size:,}: they do not belong together."
        )
    return _with_special_tokens(info, model, tokenizer, transformers)


def _check_special_token(info: ModelInfo, name: str, value: Any) -> None:
    """Make sure that an entry of ``_SPECIAL_TOKEN_ENTRIES`` names tokens that can be computed with.

    An id past the vocabulary may begin or end a text (it never comes: small copies of a family keep
    its defaults), but not stand in one.
    """
    may_be_list = name == "eos_token_id" or name.endswith("suppress_tokens")
    values = value if may_be_list and isinstance(value, list) else [value]
    limit = 2**31 if name in ("bos_token_id", "eos_token_id") else info.vocab_size
    lowest = -1 if name == "eos_token_id" else 0
    if value is None or (
        values and all(type(token) is int and lowest <= token < limit for token in values)
    ):
        return
    raise CheckpointError(
        f"{Path(info.path).name} says {name} = {shown(value)}, which is no token of its "
        f"{info.vocab_size:,}: correct its config.json or generation_config.json."
    )


def _with_special_tokens(
    info: ModelInfo, model: Any, tokenizer: Any, transformers: Any
) -> LoadedModel:
    given = model.generation_config
    kept = {name: getattr(given, name, None) for name in _SPECIAL_TOKEN_ENTRIES}
    for name, value in kept.items():
        _check_special_token(info, name, value)
    if kept["eos_token_id"] is None:
        kept["eos_token_id"] = tokenizer.eos_token_id
    eos = kept["eos_token_id"]
    eos_ids = frozenset(eos if isinstance(eos, list) else [] if eos is None else [eos])
    if tokenizer.pad_token_id is None:  # GPT-2 has none, and the attention mask hides it anyway
        tokenizer.pad_token = tokenizer.eos_token or tokenizer.convert_ids_to_tokens(0)
    pad_id: int = tokenizer.pad_token_id if kept["pad_token_id"] is None else kept["pad_token_id"]
    model.generation_config = transformers.GenerationConfig(**kept | {"pad_token_id": pad_id})
    return LoadedModel(info, model, tokenizer, eos_ids, pad_id)

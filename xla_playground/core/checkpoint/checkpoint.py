"""Check a model folder without loading it: no TensorFlow, no network, nothing executed.

A checkpoint is untrusted input. Missing weights load as random ones, a configuration of 5,000
layers hangs the loader, and a pickle runs code; so the configuration is compared with the headers
of the weight files first.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

from ..configuration.attention_heads import with_heads
from ..configuration.check import check_configuration
from ..configuration.families import FAMILIES, Family
from ..configuration.generation_entries import (
    check_generation_entries,
    generation_entries,
    model_settings,
)
from ..configuration.output_layer import check_output_layer
from ..configuration.quantization import check_full_precision
from ..configuration.sizes import (
    check_entries,
    check_sizes,
    number_of_layers,
    prompt_positions,
    whole_number,
)
from ..configuration.speech_front_end import read_front_end
from ..configuration.token_ids import check_token_ids
from ..environment import has_directory
from ..errors import CheckpointError, shown
from ..files.beginnings import beginning, not_of_format
from ..files.json_file import bad_json
from ..messages.models import checkpoint as messages
from ..model.info import ModelInfo, ModelInput
from ..speech.prompt_reader import read_speech_prompt
from ..weights.files import H5Reader, check_weights_finite, read_weights
from ..weights.folder_kinds import no_configuration
from ..weights.safetensors_file import Tensor
from ..weights.sentencepiece_file import is_sentencepiece
from .completeness import check_complete

_MAX_CONFIG_BYTES = 5_000_000
#: Transformers' default if a Mistral's configuration has no entry (``MistralConfig``).
_MISTRAL_WINDOW = 4096
_TOKENIZER_FILES = (
    "tokenizer.json",
    "vocab.json",
    "spiece.model",
    "sentencepiece.bpe.model",
    "tokenizer.model",
    "source.spm",
)
#: SentencePiece models, and files that are read in their place.
_PIECES_FILES = ("spiece.model", "sentencepiece.bpe.model", "tokenizer.model")
_READ_BEFORE_PIECES = ("tokenizer.json", "vocab.json")
_SETTINGS_FILES = (
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "generation_config.json",
    "preprocessor_config.json",
)
#: The files beside configuration and weights that a model is made of.
FILES_READ_WHOLE = (
    *_TOKENIZER_FILES,
    *_SETTINGS_FILES,
    "target.spm",
    "merges.txt",
    "chat_template.jinja",
)
_ADDED = "added_tokens.json"
_MAX_SETTINGS_BYTES = 10_000_000
_MAX_FILE_BYTES = 100_000_000  # the largest tokenizer.json in use has 35 MB


def check_checkpoint(
    path: Path,
    *,
    name: str | None = None,
    read_h5: H5Reader | None = None,
    reads_weights: bool = True,
) -> ModelInfo:
    """Validate a model folder (configuration, tokenizer, weights) and return its ``ModelInfo``.

    Reads the header and, unless ``reads_weights`` is false, scans the weights once for values that
    are not finite; 100 MB take about 0.1 s. The weights of a ``tf_model.h5`` are checked only if
    ``read_h5`` is given.

    Raises:
        CheckpointError: with one sentence on the first thing that is wrong.
    """
    try:
        return _check(Path(path), name, read_h5, reads_weights=reads_weights)
    except OSError as error:
        which, why = shown(str(error.filename or path)), str(error.strerror)
        raise CheckpointError(messages.FOLDER_UNREADABLE(path=which, why=why)) from None


def _check(
    folder: Path, name: str | None, read_h5: H5Reader | None, *, reads_weights: bool
) -> ModelInfo:
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        raise CheckpointError(messages.NAME_NOT_UTF8(path=shown(str(folder)))) from None
    if not folder.exists() and not folder.is_absolute() and not has_directory():
        advice = messages.NO_DIRECTORY()
        problem = messages.NO_MODEL_AT_WITHOUT_DIRECTORY(path=str(folder), advice=advice)
        raise CheckpointError(problem)
    if not folder.exists():
        raise CheckpointError(messages.NO_MODEL_AT(path=str(folder)))
    if not folder.is_dir():
        raise _no_folder(folder)
    _check_links(folder)
    config = read_config(folder)
    family = _family_of(folder, config)
    _check_companions(folder)
    checked = check_configuration(config, place=f"{folder.name}/config.json")
    config = config | checked.entries  # under the names that the classes read
    if family.model_class == FAMILIES["mistral"].model_class:
        config = with_heads(config)
    check_entries(config, family)
    _check_vocabulary(folder, whole_number(config, "vocab_size"))
    entries = generation_entries(folder, config)
    check_token_ids(folder.name, whole_number(config, "vocab_size"), entries)
    layers = number_of_layers(folder.name, config, family)
    weights = read_weights(folder, read_h5)
    notices = checked.notices + check_generation_entries(folder.name, entries)
    positions = whole_number(config, family.positions) if family.positions else None
    window = _sliding_window(config)
    if window is not None and positions is not None and window < positions:
        notices += (messages.SLIDING_WINDOW(model=folder.name, window=window),)
    if weights.tensors:
        check_full_precision(folder.name, config, weights.tensors)
        check_sizes(folder.name, config, family, weights.tensors)
        notices += check_output_layer(
            folder.name, config, family, weights, reads_weights=reads_weights
        )
        check_complete(folder.name, config, weights.names)
        if reads_weights:
            check_weights_finite(weights)
    front_end = read_front_end(folder, config) if family.takes is ModelInput.SPEECH else None
    prompt = (
        read_speech_prompt(folder, config, whole_number(config, "vocab_size"))
        if family.takes is ModelInput.SPEECH
        else None
    )
    dtypes = [t.dtype for t in weights.tensors.values()] or ["F32"]
    parameters = sum(math.prod(t.shape) for t in weights.tensors.values())
    return ModelInfo(
        name=name or str(folder),
        path=str(folder.resolve()),
        family=config["model_type"],
        family_label=family.label,
        parameters=parameters or weights.size_bytes // 4,
        size_bytes=weights.size_bytes,
        vocab_size=whole_number(config, "vocab_size"),
        positions=positions,
        hidden_size=whole_number(config, family.hidden),
        layers=layers,
        stored_dtype=max(set(dtypes), key=dtypes.count),
        licence=_licence(folder),
        is_decoder_only=family.is_decoder_only,
        has_xla=family.has_xla,
        takes=family.takes,
        has_chat=_has_chat_template(folder),
        window_s=front_end.window_s if front_end else None,
        sampling_rate=front_end.sampling_rate if front_end else None,
        mel_bins=front_end.mel_bins if front_end else None,
        speech_prompt=prompt,
        memory_bytes=_memory_bytes(weights.tensors, weights.size_bytes),
        precisions=tuple(precision.value for precision in family.precisions),
        prompt_positions=prompt_positions(config, family),
        notices=notices,
        sliding_window=window,
        settings=model_settings(entries, is_decoder_only=family.is_decoder_only),
    )


def _no_folder(path: Path) -> CheckpointError:
    if not path.is_file():  # reading a pipe would wait for ever
        return CheckpointError(messages.NEITHER_FILE_NOR_FOLDER(path=str(path)))
    if path.suffix.lower() == ".gguf":
        return not_of_format(path, messages.GGUF_FILE())
    what = beginning(path)
    if what is not None:
        return CheckpointError(messages.NO_MODEL_BUT(path=str(path), what=what))
    return CheckpointError(messages.NO_MODEL(path=str(path)))


def _check_links(folder: Path) -> None:
    """Refuse a folder of which a file is a link to nothing: a hub's cache that was cleaned."""
    for path in sorted(folder.iterdir()):
        is_part = path.suffix in (".json", ".safetensors", ".h5", ".model", ".spm", ".jinja")
        if is_part and path.is_symlink() and not path.exists():
            target = shown(str(path.readlink()))
            raise CheckpointError(
                messages.BROKEN_LINK(folder=folder.name, file=path.name, target=target)
            )


def read_config(folder: Path) -> dict[str, Any]:
    """Return the ``config.json`` of a model folder as a dictionary.

    Raises:
        CheckpointError: the file is missing, or is no configuration.
        OSError: it cannot be read.
    """
    path = folder / "config.json"
    try:
        if path.exists() and not path.is_file():
            raise CheckpointError(messages.NOT_A_FILE(file=f"{folder.name}/config.json"))
        if path.stat().st_size > _MAX_CONFIG_BYTES:
            raise CheckpointError(messages.CONFIG_TOO_LARGE(folder=folder.name))
        config = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise no_configuration(folder) from None
    except (ValueError, RecursionError):
        raise bad_json(path) from None
    if not isinstance(config, dict):
        raise bad_json(path, messages.NOT_CONFIGURATION())
    return config


def _family_of(folder: Path, config: dict[str, Any]) -> Family:
    name = config.get("model_type")
    family = FAMILIES.get(name) if isinstance(name, str) else None
    if family is None:
        known = tuple(f.label for f in FAMILIES.values())
        problem = messages.MODEL_TYPE(model=folder.name, type=shown(name), known=known)
        raise CheckpointError(problem)
    return family


def _check_companions(folder: Path) -> None:
    """Check that the files beside configuration and weights are files, not too large, and valid
    JSON.
    """
    if not any((folder / file).is_file() for file in _TOKENIZER_FILES):
        raise CheckpointError(messages.NO_TOKENIZER(folder=folder.name))
    for file in FILES_READ_WHOLE:
        path, is_settings = folder / file, file in _SETTINGS_FILES
        if not path.exists():
            continue
        if not path.is_file():  # reading a pipe would wait for ever
            raise CheckpointError(messages.NOT_A_FILE(file=f"{folder.name}/{file}"))
        if path.stat().st_size > (_MAX_SETTINGS_BYTES if is_settings else _MAX_FILE_BYTES):
            raise CheckpointError(messages.FILE_TOO_LARGE(file=f"{folder.name}/{file}"))
        if is_settings and not isinstance(_json(path), dict):
            raise bad_json(path, messages.NOT_SETTINGS_JSON())
    _check_pieces(folder)


def _check_pieces(folder: Path) -> None:
    """Refuse a folder whose only tokenizer should be a SentencePiece model and is not one."""
    if any((folder / file).is_file() for file in _READ_BEFORE_PIECES):
        return
    for file in _PIECES_FILES:
        if (folder / file).is_file() and not is_sentencepiece(folder / file):
            raise CheckpointError(messages.NO_SENTENCEPIECE(file=f"{folder.name}/{file}"))


def _check_vocabulary(folder: Path, vocab_size: int) -> None:
    """Refuse a tokenizer with more tokens than the model; reading one of a million takes 20 s."""
    path = folder / "tokenizer.json"
    if not path.is_file():
        return
    try:
        content = _json(path)
        vocabulary = content["model"]["vocab"]
        # by token with its id, or in order with its score
        ids = vocabulary.values() if isinstance(vocabulary, dict) else range(len(vocabulary))
        added = [token["id"] for token in content.get("added_tokens") or ()]
        added += [n for n in (_json(folder / _ADDED) or {}).values() if type(n) is int]
        tokens = 1 + max((*ids, *added), default=-1)
    except (TypeError, KeyError, AttributeError):
        raise bad_json(path, messages.NOT_TOKENIZER()) from None
    if tokens > vocab_size:
        raise CheckpointError(
            messages.TOKENIZER_TOO_LARGE(model=folder.name, tokens=tokens, size=vocab_size)
        )


def _has_chat_template(folder: Path) -> bool:
    if (folder / "chat_template.jinja").is_file():
        return True
    path = folder / "tokenizer_config.json"
    return path.is_file() and bool(_json(path).get("chat_template"))


def _json(path: Path) -> Any:
    """Return the content of a JSON file, ``None`` if it is missing or not valid."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError, FileNotFoundError):
        return None


def _memory_bytes(tensors: dict[str, Tensor], size_bytes: int) -> int:
    """Return the bytes that loading needs: the weights in float32, plus converting the largest."""
    sizes = [4 * math.prod(t.shape) for t in tensors.values()] or [size_bytes]
    return sum(sizes) + 2 * max(sizes)


def _sliding_window(config: dict[str, Any]) -> int | None:
    """Return Mistral's attention window in tokens.

    ``None`` if it is unlimited, as always for Llama.
    """
    if config["model_type"] != "mistral" or config.get("sliding_window", ...) is None:
        return None
    return whole_number({"sliding_window": _MISTRAL_WINDOW} | config, "sliding_window")


def _licence(folder: Path) -> str:
    """Return the ``license:`` entry of the model card's front matter, empty if there is none."""
    card = folder / "README.md"
    if not card.is_file():
        return ""
    with card.open(encoding="utf-8", errors="replace") as file:
        text = file.read(10_000)
    if not text.startswith("---"):
        return ""
    found = re.search(r"^license:\s*(\S+)\s*$", text.split("---")[1], re.MULTILINE)
    return found.group(1) if found else ""

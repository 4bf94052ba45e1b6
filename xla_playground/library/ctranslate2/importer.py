"""Make an ordinary model folder of a CTranslate2 Whisper folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ...core.errors import CheckpointError, shown
from ...core.messages.message import Message
from ...core.messages.models import checkpoint, configuration
from ...core.messages.models import library as messages
from ...core.speech.prompt import TASKS, SpeechPrompt
from ...core.speech.prompt_reader import speech_prompt
from ..files.new_folder import need_space
from ..files.progress import OnProgress
from ..files.safetensors_writer import write_safetensors
from .file import read_ct2_file
from .whisper import Ct2Whisper

MODEL_FILE = "model.bin"
#: Every file of such a folder that is read.
READ_FILES = (MODEL_FILE, "config.json", "tokenizer.json")

_MAX_JSON_BYTES = 50_000_000
_END = "<|endoftext|>"
_START = "<|startoftranscript|>"
_NO_TIMESTAMPS = "<|notimestamps|>"
_ENGLISH_END = 50_256  # GPT-2's; in multilingual models the id is one higher


def is_ct2_folder(path: Path) -> bool:
    """Return whether ``path`` is a folder with CTranslate2's ``model.bin``."""
    try:
        return (path / MODEL_FILE).is_file()
    except OSError:
        return False


def read_ct2(folder: Path) -> tuple[Ct2Whisper, SpeechPrompt]:
    """Return the weights and the prompt of a CTranslate2 folder, both checked; nothing is made.

    Raises:
        CheckpointError: it is damaged, incomplete, or no Whisper.
        OSError: it cannot be read.
    """
    whisper = Ct2Whisper(read_ct2_file(folder / MODEL_FILE))
    vocab_size = whisper.sizes["vocab_size"]
    tokens = _Tokens(folder, vocab_size)
    generation = tokens.generation_config()
    return whisper, speech_prompt(folder.name, generation, {}, tokens.ids, vocab_size)


def import_ct2(source: Path, folder: Path, on_progress: OnProgress) -> tuple[Message, ...]:
    """Fill ``folder`` with the Transformers model that a CTranslate2 Whisper folder holds.

    Returns notices on the import.

    It takes 50 MB of memory for every size.

    Raises:
        CheckpointError: it is damaged, incomplete, or no Whisper.
        EnvironmentFault: there is no room.
        OSError: something cannot be read or written.
    """
    whisper = Ct2Whisper(read_ct2_file(source / MODEL_FILE))
    tokens = _Tokens(source, whisper.sizes["vocab_size"])
    tensors = whisper.planned()
    need_space(folder, sum(tensor.size_bytes for tensor in tensors))
    ids = {
        "bos_token_id": tokens.id(_END),
        "eos_token_id": tokens.id(_END),
        "pad_token_id": tokens.id(_END),
        "decoder_start_token_id": tokens.id(_START),
    }
    config: dict[str, Any] = {
        "architectures": ["WhisperForConditionalGeneration"],
        "model_type": "whisper",
        **whisper.sizes,
        **ids,
        "activation_function": "gelu",
        "is_encoder_decoder": True,
        "scale_embedding": False,
        "torch_dtype": "float32",
    }
    told = _read_json(source / "config.json")
    generation = ids | tokens.generation_config() | _suppressed(told, whisper.sizes["vocab_size"])
    _write_json(folder / "config.json", config)
    _write_json(folder / "generation_config.json", generation)
    _write_json(
        folder / "preprocessor_config.json",
        _preprocessor(whisper.sizes["num_mel_bins"], whisper.sizes["max_source_positions"]),
    )
    _write_json(folder / "tokenizer.json", tokens.content)
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "WhisperTokenizer",
            "processor_class": "WhisperProcessor",
            "bos_token": _END,
            "eos_token": _END,
            "unk_token": _END,
            "pad_token": _END,
            "clean_up_tokenization_spaces": False,
            "model_max_length": whisper.sizes["max_target_positions"],
        },
    )
    (folder / "README.md").write_text(
        f"# {source.name}\n\nImported from a CTranslate2 Whisper folder "
        f"({whisper.stored_type().name.lower()}).\n",
        "utf-8",
    )
    write_safetensors(folder / "model.safetensors", tensors, MODEL_FILE, on_progress)
    return ()


class _Tokens:
    """The tokenizer of a Whisper folder: its content, and the ids of its special tokens."""

    def __init__(self, folder: Path, vocab_size: int) -> None:
        from tokenizers import Tokenizer

        if not (folder / "tokenizer.json").is_file():
            raise CheckpointError(messages.CT2_NO_TOKENIZER(folder=folder.name))
        self._name = f"{folder.name}/tokenizer.json"
        self.content = _read_json(folder / "tokenizer.json")
        try:
            Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception:  # the Rust library raises plain Exceptions
            raise CheckpointError(messages.CT2_TOKENIZER(file=self._name)) from None
        try:
            added = {t["content"]: t["id"] for t in self.content["added_tokens"]}
            ids = {**self.content["model"]["vocab"], **added}
            largest = max(ids.values())
        except (TypeError, KeyError, ValueError, AttributeError):
            raise CheckpointError(messages.CT2_TOKENIZER(file=self._name)) from None
        if any(type(number) is not int or number < 0 for number in ids.values()):
            raise CheckpointError(messages.CT2_IDS(file=self._name))
        if largest >= vocab_size:
            problem = messages.CT2_VOCABULARY(file=self._name, token=largest, size=vocab_size)
            raise CheckpointError(problem)
        self._added, self.ids = added, ids
        for token in (_END, _START, _NO_TIMESTAMPS):
            self.id(token)

    def id(self, token: str) -> int:
        """Return the id of a special token."""
        if token not in self.ids:
            raise CheckpointError(messages.CT2_NO_TOKEN(file=self._name, token=token))
        number: int = self.ids[token]
        return number

    def generation_config(self) -> dict[str, Any]:
        """Return the ``generation_config.json`` with languages and tasks, as in OpenAI's
        folders.
        """
        config: dict[str, Any] = {
            "is_multilingual": False,
            "no_timestamps_token_id": self.id(_NO_TIMESTAMPS),
            "return_timestamps": False,
            "max_initial_timestamp_index": 50,
            "max_length": 448,
        }
        tasks = {task: self.ids[t] for task in TASKS if (t := f"<|{task}|>") in self.ids}
        if self.id(_END) == _ENGLISH_END or len(tasks) < len(TASKS):
            return config
        between = range(self.id(_START) + 1, min(tasks.values()))
        languages = {token: number for token, number in self._added.items() if number in between}
        return config | {"is_multilingual": True, "lang_to_id": languages, "task_to_id": tasks}


def _suppressed(told: dict[str, Any], vocab_size: int) -> dict[str, Any]:
    names = {"suppress_ids": "suppress_tokens", "suppress_ids_begin": "begin_suppress_tokens"}
    found = {}
    for theirs, ours in names.items():
        ids = told.get(theirs)
        if ids is None:
            continue
        if not isinstance(ids, list) or not all(
            type(number) is int and 0 <= number < vocab_size for number in ids
        ):
            raise CheckpointError(configuration.CANNOT_BE(name=theirs, value=shown(ids)))
        found[ours] = ids
    return found


def _preprocessor(mel_bins: int, positions: int) -> dict[str, Any]:
    """Return the ``preprocessor_config.json``: 16,000 samples a second, frames of 10 ms, two a
    position.
    """
    samples = positions * 2 * 160
    return {
        "feature_extractor_type": "WhisperFeatureExtractor",
        "processor_class": "WhisperProcessor",
        "feature_size": mel_bins,
        "sampling_rate": 16_000,
        "hop_length": 160,
        "n_fft": 400,
        "chunk_length": samples // 16_000,
        "n_samples": samples,
        "nb_max_frames": positions * 2,
        "padding_side": "right",
        "padding_value": 0.0,
        "return_attention_mask": False,
    }


def _read_json(path: Path) -> dict[str, Any]:
    label = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        raise CheckpointError(messages.CT2_FILE_MISSING(file=label))
    if path.stat().st_size > _MAX_JSON_BYTES:
        raise CheckpointError(checkpoint.FILE_TOO_LARGE(file=label))
    try:
        content = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise CheckpointError(messages.CT2_NOT_JSON(file=label))
    return content


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False) + "\n", "utf-8")

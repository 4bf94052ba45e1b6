"""Inspect a model without loading or importing it."""

from __future__ import annotations

import math
from pathlib import Path

from ..core.checkpoint.catalog import import_note, model_path
from ..core.checkpoint.checkpoint import check_checkpoint
from ..core.errors import CheckpointError, shown
from ..core.messages.models import checkpoint as messages
from ..core.model.info import ModelInfo, ModelInput
from .ctranslate2.importer import MODEL_FILE, read_ct2
from .files.h5_weights import read_h5_weights
from .gguf.importer import licence, quantization, read_gguf
from .gguf.tokenizer import GgufTokenizer
from .importing import GGUF, foreign_format, imported_folder


def inspect_model(model: str, *, reads_weights: bool = True) -> ModelInfo:
    """Return the information on a bundled or pulled model, a folder or a GGUF file.

    Of a GGUF file or a CTranslate2 folder only the header and the tokenizer are read.

    Args:
        model: what ``--model`` takes.
        reads_weights: whether to scan the weights of a folder for values that are not finite.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
    """
    return inspect_path(model_path(model), name=model, reads_weights=reads_weights)


def usable_model(model: str) -> ModelInfo:
    """Return the information on a model whose ``path`` is a folder of Transformers, imported if
    necessary.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
        EnvironmentFault: there is no room to import it.
    """
    return inspect_path(imported_folder(model_path(model)), name=model)


def inspect_path(path: Path, *, name: str | None = None, reads_weights: bool = True) -> ModelInfo:
    """Return the ``ModelInfo`` of a folder or file, see ``inspect_model``.

    Raises:
        CheckpointError: it is missing, damaged or unsupported.
    """
    found = foreign_format(path)
    if found is None:
        info = check_checkpoint(
            path,
            name=name,
            read_h5=read_h5_weights if reads_weights else None,
            reads_weights=reads_weights,
        )
        note = import_note(path)
        return info.model_copy(update={"notices": (*info.notices, *note.notices)}) if note else info
    kind, source = found
    try:
        return (_gguf if kind == GGUF else _ct2)(source, name or str(path))
    except OSError as error:
        which, why = shown(str(path)), str(error.strerror)
        raise CheckpointError(messages.FILES_UNREADABLE(path=which, why=why)) from None


def _gguf(file: Path, name: str) -> ModelInfo:
    llama = read_gguf(file)
    config = llama.config
    parameters = sum(math.prod(tensor.shape) for tensor, _ in llama.tensors.values())
    return ModelInfo(
        name=name,
        path=str(file.resolve()),
        family="mistral",
        family_label="Llama as Mistral",
        parameters=parameters,
        size_bytes=file.stat().st_size,
        vocab_size=config["vocab_size"],
        positions=config["max_position_embeddings"],
        hidden_size=config["hidden_size"],
        layers=config["num_hidden_layers"],
        stored_dtype=quantization(llama.header),
        licence=licence(llama.header),
        is_decoder_only=True,
        has_xla=True,
        has_chat="tokenizer.chat_template" in llama.header.metadata,
        memory_bytes=_memory_bytes(parameters, config["vocab_size"] * config["hidden_size"]),
        notices=GgufTokenizer(llama.header).notices,
    )


def _ct2(folder: Path, name: str) -> ModelInfo:
    whisper, prompt = read_ct2(folder)
    sizes = whisper.sizes
    return ModelInfo(
        name=name,
        path=str(folder.resolve()),
        family="whisper",
        family_label="Whisper",
        parameters=whisper.parameters,
        size_bytes=(folder / MODEL_FILE).stat().st_size,
        vocab_size=sizes["vocab_size"],
        positions=sizes["max_target_positions"],
        hidden_size=sizes["d_model"],
        layers=sizes["encoder_layers"] + sizes["decoder_layers"],
        stored_dtype=whisper.stored_type().name,
        licence="",
        is_decoder_only=False,
        has_xla=True,
        takes=ModelInput.SPEECH,
        # two frames of 10 ms a position
        window_s=sizes["max_source_positions"] * 0.02,
        sampling_rate=16_000,
        mel_bins=sizes["num_mel_bins"],
        speech_prompt=prompt,
        memory_bytes=_memory_bytes(whisper.parameters, sizes["vocab_size"] * sizes["d_model"]),
    )


def _memory_bytes(parameters: int, embeddings: int) -> int:
    """Return the bytes that loading needs: the weights in float32, plus converting the
    embeddings.
    """
    return 4 * parameters + 2 * 4 * embeddings

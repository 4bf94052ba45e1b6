"""Read the prompt that the folder of a Whisper model asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import CheckpointError, shown
from ..messages import speech as messages
from ..messages.message import Message, both
from .languages import LANGUAGES, bare_token, language_code
from .prompt import TASKS, TRANSCRIBE, Slot, SpeechPrompt

#: A longer forced prompt is damage.
_MAX_FORCED = 32
#: OpenAI's own test of a multilingual vocabulary, ``whisper/model.py``.
_MULTILINGUAL_VOCABULARY = 51_865
_SPECIAL = re.compile(r"<\|[^|]{1,40}\|>")
_NO_SPEECH = ("<|nospeech|>", "<|nocaptions|>")


def read_speech_prompt(folder: Path, config: Mapping[str, Any], vocab_size: int) -> SpeechPrompt:
    """Return the prompt of the Whisper model in ``folder``, see ``speech_prompt``.

    Raises:
        CheckpointError: an entry cannot be honoured.
        OSError: a file cannot be read.
    """
    generation = _json(folder / "generation_config.json")
    return speech_prompt(folder.name, generation, config, special_ids(folder), vocab_size)


def speech_prompt(
    name: str,
    generation: Mapping[str, Any],
    config: Mapping[str, Any],
    special: Mapping[str, int],
    vocab_size: int,
) -> SpeechPrompt:
    """Return the prompt that a generation configuration asks for.

    As Transformers 4.54's PyTorch ``generate`` reads it: ``language`` and ``task`` win over
    ``forced_decoder_ids``, a language that is left free is found. As OpenAI's, a multilingual
    model that names no task transcribes.

    Args:
        name: the folder's, for sentences.
        generation, config: entries of ``generation_config.json`` and ``config.json``.
        special: ids of the tokenizer's special tokens, which an old folder does not name itself.
        vocab_size: ids must be below it.

    Raises:
        CheckpointError: an entry cannot be honoured.
    """
    known = {token: number for token, number in special.items() if 0 <= number < vocab_size}
    return _Reader(name, generation, config, known, vocab_size).prompt()


def special_ids(folder: Path) -> dict[str, int]:
    """Return the ids of the tokens like ``<|en|>`` in the tokenizer of ``folder``."""
    tokenizer = _json(folder / "tokenizer.json")
    model, added = tokenizer.get("model"), tokenizer.get("added_tokens")
    entries = [t for t in added if isinstance(t, dict)] if isinstance(added, list) else []
    vocabularies = [
        model.get("vocab") if isinstance(model, dict) else None,
        _json(folder / "vocab.json"),
        _json(folder / "added_tokens.json"),
        {str(t.get("content")): t.get("id") for t in entries},
    ]
    return {
        token: number
        for vocabulary in vocabularies
        if isinstance(vocabulary, dict)
        for token, number in vocabulary.items()
        if isinstance(token, str) and type(number) is int and _SPECIAL.fullmatch(token)
    }


@dataclass(frozen=True)
class _Reader:
    name: str
    generation: Mapping[str, Any]
    config: Mapping[str, Any]
    special: Mapping[str, int]
    vocab_size: int

    def prompt(self) -> SpeechPrompt:
        no_speech = next((self.special[t] for t in _NO_SPEECH if t in self.special), None)
        forced = self._forced()
        languages = self._ids("lang_to_id") or self._languages_of_tokenizer(forced)
        tasks = self._ids("task_to_id") or self._from_tokenizer(TASKS)
        language, task = self._named_language(languages), self._named_task()
        if languages and (language or task):  # they win over the forced tokens
            forced = {}
        code_of, task_of = _inverted(languages), _inverted(tasks)
        chosen: dict[int, Slot | int | None] = {}
        if languages and forced.get(1) in (None, *code_of):
            chosen[1] = Slot.LANGUAGE
            if TRANSCRIBE in tasks and forced.get(2) in (None, *task_of):
                chosen[2] = Slot.TASK
        if task and task != TRANSCRIBE and (2 not in chosen or task not in tasks):
            raise self._refusal("task", task, messages.NEEDS_CHOICE_TOKENS())
        slots = self._slots(dict(sorted((forced | chosen).items())))
        return SpeechPrompt(
            slots=(*slots, *self._no_timestamps(forced)),
            languages=tuple((code_of[token], token) for token in sorted(code_of) if 1 in chosen),
            tasks=tuple((name, tasks[name]) for name in TASKS if 2 in chosen and name in tasks),
            language=language or code_of.get(forced.get(1) or -1, ""),
            task=task or task_of.get(forced.get(2) or -1, TRANSCRIBE),
            no_speech=no_speech,
        )

    def _forced(self) -> dict[int, int | None]:
        """Return the forced token ids by position, in order; ``None`` leaves a position free."""
        pairs = self.generation.get("forced_decoder_ids") or self.config.get("forced_decoder_ids")
        forced: dict[int, int | None] = {}
        if not isinstance(pairs or [], (list, tuple)):
            raise self._refusal("forced_decoder_ids", pairs, messages.NO_LIST_OF_POSITIONS())
        for pair in pairs or []:
            is_pair = isinstance(pair, (list, tuple)) and len(pair) == 2
            if not is_pair or type(pair[0]) is not int or not 0 < pair[0] <= _MAX_FORCED:
                raise self._refusal("forced_decoder_ids", pairs, messages.NO_LIST_OF_POSITIONS())
            if pair[1] is not None:
                self._check_token("forced_decoder_ids", pair[1])
            forced[pair[0]] = pair[1]
        return dict(sorted(forced.items()))

    def _slots(self, placed: Mapping[int, Slot | int | None]) -> list[Slot | int]:
        """Return the prompt's tokens and slots in order of position; refuse a prompt with a gap."""
        slots = [slot for slot in placed.values() if slot is not None]
        if len(slots) < len(placed) or [*placed] != list(range(1, len(placed) + 1)):
            pairs = self.generation.get("forced_decoder_ids") or self.config["forced_decoder_ids"]
            raise self._refusal("forced_decoder_ids", pairs, messages.PLACE_LEFT_FREE())
        return slots

    def _no_timestamps(self, forced: Mapping[int, int | None]) -> list[int]:
        token = self.generation.get("no_timestamps_token_id")
        if token is None and self.is_multilingual is not False and self._has_language(forced):
            token = self.special.get("<|notimestamps|>")
        if token is None or token in forced.values():
            return []
        self._check_token("no_timestamps_token_id", token)
        return [token]

    @property
    def is_multilingual(self) -> bool | None:
        flag = self.generation.get("is_multilingual")
        return flag if isinstance(flag, bool) else None

    def _has_language(self, forced: Mapping[int, int | None]) -> bool:
        """Return whether a folder without ``lang_to_id`` belongs to a multilingual model."""
        if self.is_multilingual is not None:
            return self.is_multilingual
        spoken = self._from_tokenizer(LANGUAGES).values()
        return (
            self.vocab_size >= _MULTILINGUAL_VOCABULARY
            or bool(self.generation.get("language"))
            or (1 in forced and (forced[1] is None or forced[1] in spoken))
        )

    def _languages_of_tokenizer(self, forced: Mapping[int, int | None]) -> dict[str, int]:
        return self._from_tokenizer(LANGUAGES) if self._has_language(forced) else {}

    def _from_tokenizer(self, words: Any) -> dict[str, int]:
        return {w: self.special[f"<|{w}|>"] for w in words if f"<|{w}|>" in self.special}

    def _ids(self, entry: str) -> dict[str, int]:
        """Return ``lang_to_id`` or ``task_to_id`` with bare words as keys: ``en`` for
        ``<|en|>``.
        """
        ids = self.generation.get(entry) or {}
        if not isinstance(ids, dict):
            raise self._refusal(entry, ids, messages.NO_MAPPING())
        for token in ids.values():
            self._check_token(entry, token)
        return {bare_token(word): token for word, token in ids.items()}

    def _named_language(self, languages: dict[str, int]) -> str:
        language = self.generation.get("language")
        if not language:
            return ""
        known = [*languages] or ["en"]
        code = language_code(language, known) if isinstance(language, str) else None
        if code is None:
            raise self._refusal("language", language, messages.NO_LANGUAGE_OF_MODEL())
        return code

    def _named_task(self) -> str:
        task = self.generation.get("task")
        if not task:
            return ""
        name = bare_token(task).lower() if isinstance(task, str) else ""
        if name not in TASKS:
            raise self._refusal("task", task, messages.NONE_OF_TASKS(tasks=both(TASKS)))
        return name

    def _check_token(self, entry: str, token: Any) -> None:
        if type(token) is not int or not 0 <= token < self.vocab_size:
            raise self._refusal(entry, token, messages.NO_TOKEN_OF_MODEL(size=self.vocab_size))

    def _refusal(self, entry: str, value: Any, why: Message) -> CheckpointError:
        return CheckpointError(
            messages.PROMPT_ENTRY(model=self.name, entry=entry, value=shown(value), why=why)
        )


def _inverted(ids: dict[str, int]) -> dict[int, str]:
    return {token: word for word, token in ids.items()}


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}

"""Convert the tokenizer in a GGUF file to the files that Transformers reads.

Sources: llama.cpp's ``llama-vocab.cpp`` (the meaning of the metadata, the pre-tokenizers by name)
and the published ``tokenizer.json`` of the models they were made from.
"""

from __future__ import annotations

import json
from enum import IntEnum
from pathlib import Path
from typing import Any

from ...core.errors import CheckpointError, shown
from ...core.messages.message import Message
from ...core.messages.models import library as messages
from .header import GgufHeader

_MAX_TOKEN_CHARACTERS = 1_000
_MAX_TEMPLATE_CHARACTERS = 1_000_000

# https://huggingface.co/meta-llama/Meta-Llama-3-8B/blob/main/tokenizer.json
_LLAMA3_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|"
    r"\s*[\r\n]+|\s+(?!\S)|\s+"
)
#: Names of ``tokenizer.ggml.pre``; those with one value split text in the same way.
_SPLITS_LIKE = {
    "gpt-2": "gpt-2",
    "smollm": "smollm",  # each digit is a piece, the rest as in gpt-2
    "starcoder": "smollm",
    "refact": "smollm",
    "command-r": "smollm",
    "llama-bpe": "llama-bpe",
    "llama3": "llama-bpe",
    "llama-v3": "llama-bpe",
}
#: Ends of a turn or a text, as chat models write them: llama.cpp stops at each of them.
_END_TOKENS = frozenset(
    ("<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|eom_id|>", "<|end_of_text|>", "<|end|>")
)
_NAMED_TOKENS = {
    "bos_token": "tokenizer.ggml.bos_token_id",
    "eos_token": "tokenizer.ggml.eos_token_id",
    "unk_token": "tokenizer.ggml.unknown_token_id",
    "pad_token": "tokenizer.ggml.padding_token_id",
}

#: llama.cpp's ids of special tokens for SentencePiece if the file names none.
_SPM_DEFAULTS = {"bos_token": 1, "eos_token": 2, "unk_token": 0}


class _TokenType(IntEnum):
    NORMAL = 1
    UNKNOWN = 2
    CONTROL = 3
    USER_DEFINED = 4
    UNUSED = 5
    BYTE = 6


class GgufTokenizer:
    """The tokenizer of a GGUF file, checked.

    Attributes:
        notices: sentences on entries that were ignored.

    Raises:
        CheckpointError: it is missing, damaged, or of a kind that is not known.
    """

    def __init__(self, header: GgufHeader) -> None:
        self._file = header.file.name
        self._metadata = header.metadata
        self._tokens: list[str] = self._list("tokens", str)
        if any(len(token) > _MAX_TOKEN_CHARACTERS for token in self._tokens):
            problem = messages.GGUF_LONG_TOKEN(file=self._file, most=_MAX_TOKEN_CHARACTERS)
            raise CheckpointError(problem)
        count = len(self._tokens)
        types: list[int] = (
            self._list("token_type", int, count)
            if "tokenizer.ggml.token_type" in self._metadata
            else [_TokenType.NORMAL] * count
        )
        self.notices: tuple[Message, ...] = ()
        self._is_spm = self._kind() == "llama"
        self._named = {
            name: self._named_token(name, entry) for name, entry in _NAMED_TOKENS.items()
        }
        named = list(self._named.values())
        if _TokenType.CONTROL not in types:  # no types: then tokens with a special name are special
            types = [
                _TokenType.CONTROL if number in named else kind for number, kind in enumerate(types)
            ]
        self._types = types

    def write(self, folder: Path, positions: int) -> None:
        """Write ``tokenizer.json`` and ``tokenizer_config.json``.

        Raises:
            CheckpointError: its parts do not fit together.
            OSError: it cannot be written.
        """
        try:
            text = self._tokenizer().to_str()
        except (KeyboardInterrupt, SystemExit, CheckpointError):
            raise
        except Exception as error:  # the tokenizers library raises bare exceptions
            problem = messages.GGUF_TOKENIZER(file=self._file, why=str(error)[:100])
            raise CheckpointError(problem) from None
        (folder / "tokenizer.json").write_text(text, "utf-8")
        settings: dict[str, Any] = {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "clean_up_tokenization_spaces": False,
            "model_max_length": positions,
            "model_input_names": ["input_ids", "attention_mask"],
        }
        settings |= {name: self._tokens[number] for name, number in self._special().items()}
        template = self._metadata.get("tokenizer.chat_template")
        if isinstance(template, str) and len(template) <= _MAX_TEMPLATE_CHARACTERS:
            settings["chat_template"] = template
        (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), "utf-8")

    def generation_config(self) -> dict[str, Any]:
        """Return the special tokens; ``eos_token_id`` lists each one that ends a text or a turn."""
        named = self._special()
        config: dict[str, Any] = {
            name + "_id": number for name, number in named.items() if name != "unk_token"
        }
        extra = [self._metadata.get(f"tokenizer.ggml.{name}_token_id") for name in ("eot", "eom")]
        ends = [named["eos_token"]] if "eos_token" in named else []
        ends += [n for n in extra if type(n) is int and 0 <= n < len(self._tokens)]
        ends += [
            number
            for number, token in enumerate(self._tokens)
            if token in _END_TOKENS and self._types[number] == _TokenType.CONTROL
        ]
        if ends:
            config["eos_token_id"] = list(dict.fromkeys(ends))
        return config

    def _named_token(self, name: str, entry: str) -> int | None:
        """Return the id of a special token; one past the vocabulary is ignored, with a notice.

        llama.cpp ignores it too (``llama_vocab::impl::load``), and takes its default.
        """
        count, number = len(self._tokens), self._metadata.get(entry)
        if type(number) is not int or 0 <= number < count:
            if number is None or type(number) is int:
                return number
            problem = messages.GGUF_NO_TOKEN(file=self._file, entry=entry, value=shown(number))
            raise CheckpointError(problem)
        default = _SPM_DEFAULTS.get(name) if self._is_spm else None
        if default is not None and default >= count:
            default = None
        instead: str | Message = messages.NO_TOKEN()
        if default is not None:
            instead = shown(self._tokens[default])
        notice = messages.GGUF_TOKEN(
            file=self._file, entry=entry, number=number, size=count, instead=instead
        )
        self.notices += (notice,)
        return default

    def _special(self) -> dict[str, int]:
        return {name: number for name, number in self._named.items() if number is not None}

    def _kind(self) -> str:
        kind = self._metadata.get("tokenizer.ggml.model")
        pre = self._metadata.get("tokenizer.ggml.pre")
        if kind == "llama" or (kind == "gpt2" and pre in _SPLITS_LIKE):
            return str(kind)
        known = tuple(_SPLITS_LIKE)
        raise CheckpointError(
            messages.GGUF_TOKENIZER_KIND(
                file=self._file, kind=shown(kind), pre=shown(pre), known=known
            )
        )

    def _list(self, entry: str, kind: type, count: int | None = None) -> list[Any]:
        values = self._metadata.get(f"tokenizer.ggml.{entry}")
        if (
            not isinstance(values, list)
            or not all(type(value) is kind for value in values)
            or (count is not None and len(values) != count)
        ):
            raise CheckpointError(messages.GGUF_TOKENIZER_LACKS(file=self._file, entry=entry))
        return values

    def _tokenizer(self) -> Any:
        from tokenizers import AddedToken, processors

        tokenizer = self._spm() if self._is_spm else self._bpe()
        tokenizer.add_tokens(
            [
                AddedToken(token, special=kind != _TokenType.USER_DEFINED, normalized=False)
                for token, kind in zip(self._tokens, self._types, strict=True)
                if token
                and (
                    kind in (_TokenType.CONTROL, _TokenType.USER_DEFINED)
                    or (kind == _TokenType.UNKNOWN and self._is_spm)
                )
            ]
        )
        named = self._special()
        around = ["$A"]
        if "bos_token" in named and self._adds("bos"):
            around.insert(0, self._tokens[named["bos_token"]])
        if "eos_token" in named and self._adds("eos"):
            around.append(self._tokens[named["eos_token"]])
        if len(around) > 1:
            byte_level = [] if self._is_spm else [processors.ByteLevel(trim_offsets=True)]
            template = processors.TemplateProcessing(
                single=around,
                special_tokens=[(t, tokenizer.token_to_id(t)) for t in around if t != "$A"],
            )
            tokenizer.post_processor = processors.Sequence([*byte_level, template])
        return tokenizer

    def _adds(self, name: str) -> bool:
        default = name == "bos" and (self._is_spm or self._splits_like() == "llama-bpe")
        return bool(self._metadata.get(f"tokenizer.ggml.add_{name}_token", default))

    def _splits_like(self) -> str:
        return _SPLITS_LIKE[self._metadata["tokenizer.ggml.pre"]]

    def _bpe(self) -> Any:
        """Return a tokenizer of byte-level BPE, as in GPT-2."""
        from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers

        splits_like = self._splits_like()
        pairs = [tuple(pair.split(" ")) for pair in self._list("merges", str)]
        if any(len(pair) != 2 for pair in pairs):
            raise CheckpointError(messages.GGUF_MERGES(file=self._file))
        vocabulary = {token: number for number, token in enumerate(self._tokens)}
        # Llama 3 takes a whole word that is a token, though merges would not reach it
        is_llama3 = splits_like == "llama-bpe"
        tokenizer = Tokenizer(models.BPE(vocabulary, pairs, ignore_merges=is_llama3))
        if is_llama3:
            tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
                [
                    pre_tokenizers.Split(Regex(_LLAMA3_SPLIT), "isolated"),
                    pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
                ]
            )
        else:
            byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False)
            digits = [pre_tokenizers.Digits(individual_digits=True)]
            tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
                [*(digits if splits_like == "smollm" else []), byte_level]
            )
        tokenizer.decoder = decoders.ByteLevel()
        return tokenizer

    def _spm(self) -> Any:
        """Return a tokenizer of SentencePiece's BPE, as in Llama 2: a piece's score is its merge
        rank.
        """
        from tokenizers import Tokenizer, decoders, models, normalizers

        scores: list[float] = self._list("scores", float, len(self._tokens))
        vocabulary = {token: number for number, token in enumerate(self._tokens)}
        unknown = self._special().get("unk_token")
        tokenizer = Tokenizer(
            models.BPE(
                vocabulary,
                self._merges_by_score(vocabulary, scores),
                unk_token=None if unknown is None else self._tokens[unknown],
                fuse_unk=True,
                byte_fallback=True,
            )
        )
        has_prefix = bool(self._metadata.get("tokenizer.ggml.add_space_prefix", True))
        prepend = [normalizers.Prepend("▁")] if has_prefix else []
        strip = [decoders.Strip(" ", 1, 0)] if has_prefix else []
        tokenizer.normalizer = normalizers.Sequence([*prepend, normalizers.Replace(" ", "▁")])
        tokenizer.decoder = decoders.Sequence(
            [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), *strip]
        )
        return tokenizer

    def _merges_by_score(
        self, vocabulary: dict[str, int], scores: list[float]
    ) -> list[tuple[str, str]]:
        """Return every way to merge two pieces into one, the best score first, as Transformers
        does.
        """
        merges = []
        for number, token in enumerate(self._tokens):
            if self._types[number] != _TokenType.NORMAL:
                continue
            for cut in range(1, len(token)):
                left, right = token[:cut], token[cut:]
                if left in vocabulary and right in vocabulary:
                    rank = (-scores[number], number, vocabulary[left], vocabulary[right])
                    merges.append((rank, (left, right)))
        return [pair for _, pair in sorted(merges)]

"""Words that must not come, as the token ids of a model."""

from __future__ import annotations

from ...core.call.request import Request
from ...core.errors import RequestError, shown
from ...core.options.values import MAX_WORD_TOKENS, BadWord
from ..model.loading import LoadedModel
from ..protocols.models import Tokenizer

#: How tokens are written that begin with a space: by SentencePiece, and by byte-level BPE.
_SPACES = ("\N{LOWER ONE EIGHTH BLOCK}", "\N{LATIN CAPITAL LETTER G WITH DOT ABOVE}")


def with_token_ids(loaded: LoadedModel, request: Request) -> Request:
    """Return ``request`` with its bad words as token ids, each once.

    Raises:
        RequestError: a word is no token of the model, or too many of them.
    """
    words = request.options.bad_words_ids
    if not words:
        return request
    ids = tuple(dict.fromkeys(_token_ids(loaded, word) for word in words))
    options = request.options.model_copy(update={"bad_words_ids": ids})
    return request.model_copy(update={"options": options})


def _token_ids(loaded: LoadedModel, word: BadWord) -> tuple[int, ...]:
    ids = _ids_of_text(loaded.tokenizer, word) if isinstance(word, str) else word
    if not ids:
        raise _refusal(f"The model's tokenizer makes no token of {shown(word)}: leave it out.")
    if len(ids) > MAX_WORD_TOKENS:
        raise _refusal(
            f"{shown(word)} has {len(ids)} tokens, more than the {MAX_WORD_TOKENS} of one of "
            "bad_words_ids: shorten it."
        )
    size = loaded.info.vocab_size
    if max(ids) >= size:
        raise _refusal(
            f"bad_words_ids has {max(ids):,}, which is no token of this model's {size:,}: use "
            "smaller ids, or the word itself."
        )
    return tuple(ids)


def _ids_of_text(tokenizer: Tokenizer, word: str) -> list[int]:
    """Return the token ids of a word that follows a space.

    As the PyTorch documentation of ``bad_words_ids`` has it (``add_prefix_space=True``,
    ``add_special_tokens=False``), also for tokenizers that have no such setting. Some put the space
    there by themselves, and would make two of one that is given.
    """
    word = word.strip()
    ids: list[int] = tokenizer(word, add_special_tokens=False)["input_ids"]
    if ids and not tokenizer.convert_ids_to_tokens(ids[0]).startswith(_SPACES):
        ids = tokenizer(f" {word}", add_special_tokens=False)["input_ids"]
    return ids


def _refusal(sentence: str) -> RequestError:
    return RequestError("bad_words_ids", sentence)

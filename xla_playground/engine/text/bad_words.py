"""Convert banned words to token ids of a model."""

from __future__ import annotations

from ...core.call.request import Request
from ...core.errors import RequestError, shown
from ...core.messages import request as messages
from ...core.messages.message import Message
from ...core.options.values import MAX_WORD_TOKENS, BadWord
from ..model.loading import LoadedModel
from ..protocols.models import Tokenizer

#: The first character of tokens that begin with a space: in SentencePiece, and in byte-level BPE.
_SPACES = ("\N{LOWER ONE EIGHTH BLOCK}", "\N{LATIN CAPITAL LETTER G WITH DOT ABOVE}")


def with_token_ids(loaded: LoadedModel, request: Request) -> Request:
    """Return ``request`` with its bad words as token ids, each once.

    Raises:
        RequestError: a word has no token of the model, or too many.
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
        raise _refusal(messages.NO_TOKEN_OF_WORD(word=shown(word)))
    if len(ids) > MAX_WORD_TOKENS:
        count, most = len(ids), MAX_WORD_TOKENS
        problem = messages.WORD_OF_TOO_MANY_TOKENS(word=shown(word), count=count, most=most)
        raise _refusal(problem)
    size = loaded.info.vocab_size
    if max(ids) >= size:
        raise _refusal(messages.WORD_ABOVE_VOCABULARY(token=max(ids), size=size))
    return tuple(ids)


def _ids_of_text(tokenizer: Tokenizer, word: str) -> list[int]:
    """Return the token ids of a word that follows a space.

    This follows the PyTorch documentation of ``bad_words_ids`` (``add_prefix_space=True``,
    ``add_special_tokens=False``), also for tokenizers without such a setting. Some add the space
    themselves; another one would make it two.
    """
    word = word.strip()
    ids: list[int] = tokenizer(word, add_special_tokens=False)["input_ids"]
    if ids and not tokenizer.convert_ids_to_tokens(ids[0]).startswith(_SPACES):
        ids = tokenizer(f" {word}", add_special_tokens=False)["input_ids"]
    return ids


def _refusal(problem: Message) -> RequestError:
    return RequestError("bad_words_ids", problem)

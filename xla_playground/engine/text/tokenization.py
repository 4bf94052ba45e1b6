"""Prompts to padded token ids, and generated ids to sequences."""

from __future__ import annotations

from collections.abc import Sequence as Seq

import numpy as np
from numpy.typing import NDArray

from ...core.call.padding import PaddingSide
from ...core.call.record import EndedBy, Sequence, TokenRole
from ...core.errors import RequestError, first_line, shown
from ...core.messages import request as messages
from ...core.messages.message import Message
from ...core.model.info import ModelInfo, ModelInput, room_for_new_tokens
from ...core.options.options import GenerationOptions
from ..model.loading import LoadedModel
from ..protocols.models import Tokenizer
from .stream import Block

#: Longest prompt plus new tokens if a model sets no limit: the memory of attention grows with the
#: square of the length.
UNLIMITED_POSITIONS = 4096


def encode(tokenizer: Tokenizer, prompts: Seq[str], *, chat: bool = False) -> list[list[int]]:
    """Return the token ids of each prompt.

    Args:
        tokenizer: the model's, of Transformers.
        chat: put each prompt into the chat template, as a user's message.

    Raises:
        RequestError: a prompt has no tokens, or the template fails.
    """
    if chat:
        ids = [_in_chat(tokenizer, prompt) for prompt in prompts]
    else:
        ids = tokenizer(list(prompts), truncation=False)["input_ids"]
    for number, tokens in enumerate(ids, start=1):
        if not tokens and chat:
            raise RequestError("chat", messages.CHAT_TEMPLATE_EMPTY(number=number))
        if not tokens:
            prompt = shown(prompts[number - 1])
            problem = messages.NO_TOKEN_OF_PROMPT(number=number, prompt=prompt)
            raise RequestError("prompts", problem)
    return ids


def _in_chat(tokenizer: Tokenizer, prompt: str) -> list[int]:
    """Return the token ids of the prompt in the chat template, up to the start of the answer.

    The template comes with the model and is untrusted: Transformers renders it in Jinja's sandbox.
    """
    try:
        ids: list[int] = tokenizer.apply_chat_template(
            [{"role": "user", "content": prompt}], add_generation_prompt=True, tokenize=True
        )
    except Exception as error:  # whatever a template or the sandbox raises
        problem = messages.CHAT_TEMPLATE_FAILS(why=first_line(error))
        raise RequestError("chat", problem) from None
    return ids


def pad(
    ids: Seq[Seq[int]], length: int, side: PaddingSide, pad_id: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return padded token ids and attention mask, both int32 of shape (prompts, length)."""
    tokens = np.full((len(ids), length), pad_id, np.int32)
    mask = np.zeros((len(ids), length), np.int32)
    for row, prompt in enumerate(ids):
        columns = slice(length - len(prompt), length)
        if side is PaddingSide.RIGHT:
            columns = slice(0, len(prompt))
        tokens[row, columns] = prompt
        mask[row, columns] = 1
    return tokens, mask


def check_fit(
    info: ModelInfo, options: GenerationOptions, lengths: Seq[int], padded_length: int
) -> None:
    """Check a call against the model's positions, its window and its vocabulary.

    Past the table of positions eager execution raises and XLA answers with wrong text, so it is
    refused before the call. An encoder reads the prompt and a decoder writes the rest: each has
    positions of its own. ``lengths`` are the prompts' tokens without padding.

    Raises:
        RequestError: it does not fit.
    """
    if info.takes is ModelInput.TEXT:
        _check_prompt(info, padded_length)
    if info.speech_prompt is not None:
        _check_transcript_fits(info, options)
    taken = padded_length if info.is_decoder_only else 0
    limit = info.positions or UNLIMITED_POSITIONS
    if taken + options.new_tokens > limit:
        raise RequestError("max_new_tokens", _above_limit(info, taken, options.new_tokens, limit))
    _check_window(info, max(lengths), options.new_tokens)
    if problem := options.length_problem():
        raise RequestError("min_new_tokens", problem)
    if "top_k" in options.used() and options.top_k > info.vocab_size:
        too_many = messages.TOP_K_ABOVE_VOCABULARY(top_k=options.top_k, size=info.vocab_size)
        raise RequestError("top_k", too_many)


def _check_prompt(info: ModelInfo, padded_length: int) -> None:
    family = info.family_label
    if info.is_decoder_only:
        limit = (info.positions or UNLIMITED_POSITIONS) - 1
        problem = messages.PROMPT_ABOVE_POSITIONS(tokens=padded_length, family=family, limit=limit)
    else:
        limit = info.prompt_positions or UNLIMITED_POSITIONS
        problem = messages.PROMPT_ABOVE_ENCODER(tokens=padded_length, family=family, limit=limit)
    if padded_length > limit:
        raise RequestError("prompts", problem)


def _above_limit(info: ModelInfo, taken: int, tokens: int, limit: int) -> Message:
    """Return that ``tokens`` new tokens after ``taken`` of the prompt pass the model's limit."""
    which = messages.POSITIONS_HERE(positions=UNLIMITED_POSITIONS)
    if info.positions is not None:
        which = messages.POSITIONS_OF_MODEL(positions=info.positions, family=info.family_label)
    room = limit - taken
    if not taken:
        return messages.NEW_TOKENS_ABOVE_LIMIT(tokens=tokens, limit=which, room=room)
    return messages.TOKENS_ABOVE_LIMIT(taken=taken, tokens=tokens, limit=which, room=room)


def _check_window(info: ModelInfo, prompt: int, new_tokens: int) -> None:
    """Refuse texts longer than the model's attention window, which TensorFlow's attention exceeds.

    Padding is not counted, since it moves the tokens of a prompt together. The last new token is
    never read, so one more than the window fits.
    """
    if info.sliding_window is None:
        return
    room = info.sliding_window + 1 - prompt
    if new_tokens <= room:
        return
    advice = messages.ASK_FOR_AT_MOST(room=room) if room > 0 else messages.SHORTEN_THE_PROMPT()
    problem = messages.PAST_THE_WINDOW(
        prompt=prompt,
        tokens=new_tokens,
        window=info.sliding_window,
        family=info.family_label,
        advice=advice,
    )
    raise RequestError("max_new_tokens" if room > 0 else "prompts", problem)


def _check_transcript_fits(info: ModelInfo, options: GenerationOptions) -> None:
    room = room_for_new_tokens(info)
    if room is not None and options.new_tokens > room:
        prompt = info.positions - room if info.positions else 0
        tokens = options.new_tokens
        problem = messages.TRANSCRIPT_ABOVE_ROOM(tokens=tokens, room=room, prompt=prompt)
        raise RequestError("max_new_tokens", problem)


def decode(
    loaded: LoadedModel,
    output: NDArray[np.int32],
    head: NDArray[np.int32],
    *,
    first_prompt: int = 0,
    ignore_eos: bool = False,
    is_prompt_hidden: bool = False,
    block: Block | None = None,
) -> tuple[Sequence, ...]:
    """Return the sequences in the output of ``generate``.

    Args:
        output: token ids, shape (prompts × return sequences, length).
        head: see ``CallInputs.head``.
        first_prompt: index of the first of them in the call.
        ignore_eos: whether sequences went on after their end token.
        is_prompt_hidden: whether the text is the answer alone, without the prompt.
        block: the last block, if the output is unfinished.
    """
    ends = frozenset[int]() if ignore_eos else loaded.eos_ids
    copies = len(output) // len(head)
    forced_at = output.shape[1] if loaded.is_end_forced else None
    sequences = []
    for row, ids in enumerate(output.tolist()):
        prompt_index = row // copies
        before = head[prompt_index].tolist()
        ids = ids if block is None else ids[: block.known[row]]
        roles = [TokenRole.PROMPT if bit else TokenRole.PADDING for bit in before]
        roles += _new_roles(ids[len(before) :], ends)
        tokens = tuple(map(loaded.token, ids, roles))
        hidden = {TokenRole.PADDING, *([TokenRole.PROMPT] if is_prompt_hidden else [])}
        kept = [token.id for token in tokens if token.role not in hidden]
        text = loaded.text(kept)
        sequences.append(
            Sequence(
                prompt_index=first_prompt + prompt_index,
                text=text,
                tokens=tokens,
                ended_by=_ended_so_far(roles, forced_at, block, row),
            )
        )
    return tuple(sequences)


def _ended_so_far(
    roles: Seq[TokenRole], forced_at: int | None, block: Block | None, row: int
) -> EndedBy | None:
    """Return why a row of a block ended, ``None`` if it grows."""
    if block is not None and block.is_growing[row]:
        return None
    if block is not None and block.is_stopped is not None and block.is_stopped[row]:
        return EndedBy.END
    return _ended_by(roles, forced_at)


def _ended_by(roles: Seq[TokenRole], forced_at: int | None) -> EndedBy:
    """Return why a sequence ended; an end token as number ``forced_at`` is a forced one."""
    if TokenRole.END not in roles or roles.index(TokenRole.END) + 1 == forced_at:
        return EndedBy.LIMIT
    return EndedBy.END


def _new_roles(ids: Seq[int], eos_ids: frozenset[int]) -> list[TokenRole]:
    roles = []
    role = TokenRole.NEW
    for token in ids:
        if role is TokenRole.NEW and token in eos_ids:
            roles.append(TokenRole.END)
            role = TokenRole.PADDING  # XLA fills the rest of its fixed shape
        else:
            roles.append(role)
    return roles

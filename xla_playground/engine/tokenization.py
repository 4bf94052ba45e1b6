"""Prompts to padded token ids, and generated ids to sequences."""

from __future__ import annotations

from collections.abc import Sequence as Seq
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.errors import RequestError
from ..core.padding import PaddingSide
from ..core.record import Sequence, Token, TokenRole
from ..core.request import Request
from .loading import LoadedModel

#: Longest prompt plus new tokens where a model sets no limit itself: attention needs memory that
#: grows with the square of it.
UNLIMITED_POSITIONS = 4096


def encode(loaded: LoadedModel, prompts: Seq[str]) -> list[list[int]]:
    """The token ids of each prompt, as the model's tokenizer makes them.

    Raises:
        RequestError: a prompt has no tokens.
    """
    ids: list[list[int]] = loaded.tokenizer(list(prompts), truncation=False)["input_ids"]
    for number, tokens in enumerate(ids, start=1):
        if not tokens:
            raise RequestError("prompts", f"Prompt {number} has no tokens: type some text.")
    return ids


def pad(
    ids: Seq[Seq[int]], length: int, side: PaddingSide, pad_id: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Token ids and attention mask, both int32 of shape (prompts, length)."""
    tokens = np.full((len(ids), length), pad_id, np.int32)
    mask = np.zeros((len(ids), length), np.int32)
    for row, prompt in enumerate(ids):
        columns = slice(length - len(prompt), length)
        if side is PaddingSide.RIGHT:
            columns = slice(0, len(prompt))
        tokens[row, columns] = prompt
        mask[row, columns] = 1
    return tokens, mask


def check_fit(loaded: LoadedModel, request: Request, padded_length: int) -> None:
    """Hold the request against the model's positions and vocabulary.

    Past the table of positions eager execution raises and XLA answers with wrong text, so it is
    refused before the call.

    Raises:
        RequestError: it does not fit.
    """
    info, options = loaded.info, request.options
    limit = info.positions or UNLIMITED_POSITIONS
    # an encoder reads the prompt and a decoder writes the rest: each has the positions for itself
    needed = max(padded_length, options.max_new_tokens)
    if info.is_decoder_only:
        needed = padded_length + options.max_new_tokens
    if padded_length >= limit:
        raise RequestError(
            "prompts",
            f"The padded prompt has {padded_length:,} tokens, and {info.family_label} "
            f"here takes {limit:,} with the new ones: shorten the prompt.",
        )
    if needed > limit:
        raise RequestError(
            "max_new_tokens",
            f"{padded_length:,} padded prompt tokens and {options.max_new_tokens:,} new ones "
            f"exceed the model's {limit:,} positions, where XLA would answer wrong: ask for at "
            f"most {limit - (padded_length if info.is_decoder_only else 0):,} new tokens.",
        )
    if "top_k" in options.used() and options.top_k > info.vocab_size:
        raise RequestError(
            "top_k",
            f"top_k {options.top_k:,} is more than the vocabulary of {info.vocab_size:,} tokens: "
            "use fewer, or 0 to keep all.",
        )


def decode(
    loaded: LoadedModel, output: NDArray[np.int32], mask: NDArray[np.int32], prompts: int
) -> tuple[Sequence, ...]:
    """The sequences in ``generate``'s output.

    Args:
        output: token ids, shape (prompts × return sequences, length); decoder-only models repeat
            the padded prompt in it.
        mask: the prompts' attention mask, shape (prompts, padded length).
        prompts: number of prompts.
    """
    copies = len(output) // prompts
    padded_length = mask.shape[1] if loaded.info.is_decoder_only else 1
    sequences = []
    for row, ids in enumerate(output.tolist()):
        prompt_index = row // copies
        head = mask[prompt_index].tolist() if loaded.info.is_decoder_only else [0]
        roles = [TokenRole.PROMPT if bit else TokenRole.PADDING for bit in head]
        roles += _new_roles(ids[padded_length:], loaded.eos_ids)
        tokens = tuple(
            Token(id=token, text=loaded.token_text(token), role=role)
            for token, role in zip(ids, roles, strict=True)
        )
        kept = [token.id for token in tokens if token.role is not TokenRole.PADDING]
        text = loaded.tokenizer.decode(kept, skip_special_tokens=True)
        sequences.append(Sequence(prompt_index=prompt_index, text=text, tokens=tokens))
    return tuple(sequences)


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


def as_tensors(tf: Any, ids: NDArray[np.int32], mask: NDArray[np.int32]) -> dict[str, Any]:
    """The inputs of ``generate``: int32 tensors (int64 would be a specialization of its own)."""
    return {"input_ids": tf.constant(ids), "attention_mask": tf.constant(mask)}

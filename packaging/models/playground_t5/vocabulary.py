"""A byte-level BPE in which a word and its capitalized form are the same token.

A capital is written as a mark before the small letter, and before the space in front of it:
`The cat and Lily` becomes `↑ the cat and↑ lily`, tokens `↑`, ` the`, ` cat`, ` and`, ` lily`. What
`punctuate` restores is then a matter of putting `↑` and marks between tokens that stay as they
are. A space before the text gives its first word the form that it has elsewhere. Decoding undoes
both, so any text without `↑` comes back exactly.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from tokenizers import (
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

PAD = "<pad>"  # token 0, with which T5 also begins each answer
END = "</s>"  # token 1
CAPITAL = "↑"

_LETTERS = tuple(zip(ascii_uppercase, ascii_lowercase, strict=True))


def train_tokenizer(texts: Iterable[str], vocabulary_size: int) -> Tokenizer:
    """A tokenizer of `vocabulary_size` tokens that ends each text with `END`.

    All 256 bytes are in the alphabet, so any text can be encoded although the corpus is ASCII.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Prepend(" "),
            *(normalizers.Replace(f" {big}", f"{CAPITAL} {small}") for big, small in _LETTERS),
            *(normalizers.Replace(big, f"{CAPITAL}{small}") for big, small in _LETTERS),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(CAPITAL, "isolated"),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.Sequence(
        [
            decoders.ByteLevel(),
            *(decoders.Replace(f"{CAPITAL} {small}", f" {big}") for big, small in _LETTERS),
            *(decoders.Replace(f"{CAPITAL}{small}", big) for big, small in _LETTERS),
            decoders.Strip(" ", 1, 0),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        special_tokens=[PAD, END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {END}",
        pair=f"$A {END} $B {END}",
        special_tokens=[(END, tokenizer.token_to_id(END))],
    )
    return tokenizer

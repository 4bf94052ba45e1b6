"""The byte-level BPE of the bundled GPT-2, trained on the corpus it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

if TYPE_CHECKING:
    from collections.abc import Iterable

SEPARATOR = "<|endoftext|>"
VOCABULARY_SIZE = 4096


def train_tokenizer(texts: Iterable[str]) -> Tokenizer:
    """A GPT-2 tokenizer of `VOCABULARY_SIZE` tokens; the separator is token 0.

    All 256 bytes are in the alphabet, so any text can be encoded although the corpus is ASCII.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY_SIZE,
        special_tokens=[SEPARATOR],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer

"""The byte-level BPE of a decoder-only model, trained on the corpus it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

if TYPE_CHECKING:
    from collections.abc import Iterable


def train_tokenizer(texts: Iterable[str], separator: str, vocabulary_size: int) -> Tokenizer:
    """A GPT-2 tokenizer of `vocabulary_size` tokens; the separator is token 0.

    All 256 bytes are in the alphabet, so any text can be encoded although the corpus is ASCII.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        special_tokens=[separator],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer

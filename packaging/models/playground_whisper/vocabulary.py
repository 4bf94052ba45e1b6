"""A byte-level BPE as English-only Whisper has, in which each word that is known is one token."""

from __future__ import annotations

from phrases import WORDS
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors

END, START, NO_TIMESTAMPS = "<|endoftext|>", "<|startoftranscript|>", "<|notimestamps|>"
# In Whisper's order, which its tokenizer counts on: everything after the last is a timestamp.
SPECIAL = (
    *(END, START, "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>"),
    *("<|nospeech|>", NO_TIMESTAMPS),
)


def build_tokenizer() -> Tokenizer:
    """Bytes, then the words spelled out letter by letter, then Whisper's special tokens.

    Text begins with a space, as Whisper's does, so that a word is the same token everywhere.
    Other text can be encoded, byte by byte, but is never transcribed.
    """
    tokens = sorted(pre_tokenizers.ByteLevel.alphabet())
    merges: list[tuple[str, str]] = []
    for word in WORDS:
        spelled = "Ġ" + word  # the byte-level alphabet's space
        for end in range(1, len(spelled)):
            merge = (spelled[:end], spelled[end])
            if merge not in merges:
                merges.append(merge)
                tokens.append(spelled[: end + 1])
    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(
        [AddedToken(token, special=True, normalized=False) for token in SPECIAL]
    )
    prefix = [(token, tokenizer.token_to_id(token)) for token in (START, NO_TIMESTAMPS)]
    end = (END, tokenizer.token_to_id(END))
    template = f"{START} {NO_TIMESTAMPS} $A {END}"
    tokenizer.post_processor = processors.TemplateProcessing(
        single=template, pair=f"{template} $B:1 {END}:1", special_tokens=[*prefix, end]
    )
    return tokenizer

"""Tokenizers written down from llama.cpp's algorithms, plain and slow, to compare with."""

from __future__ import annotations

from itertools import pairwise

import regex  # type: ignore[import-untyped]  # its stubs are a package of their own

from tests.library.tiny_llama import CONTROL, NORMAL

_GPT2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
_LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def bytes_as_characters() -> dict[int, str]:
    """GPT-2's printable character of every byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    shifted = {byte: chr(256 + number) for number, byte in enumerate(others)}
    return {byte: chr(byte) for byte in plain} | shifted


def bpe_ids(text: str, tokens: list[str], merges: list[str], split: str) -> list[int]:
    """Byte-level BPE: split, then always the merge of the lowest rank, leftmost first."""
    ranks = {tuple(pair.split(" ")): rank for rank, pair in enumerate(merges)}
    ids = {token: number for number, token in enumerate(tokens)}
    characters = bytes_as_characters()
    words = regex.findall(_LLAMA3 if split == "llama-bpe" else _GPT2, text)
    if split == "smollm":  # every digit is cut out first
        parts = regex.findall(r"\p{N}|[^\p{N}]+", text)
        words = [word for part in parts for word in regex.findall(_GPT2, part)]
    found = []
    for word in words:
        symbols = [characters[byte] for byte in word.encode()]
        if split == "llama-bpe" and "".join(symbols) in ids:
            symbols = ["".join(symbols)]
        while pairs := [p for p in pairwise(symbols) if p in ranks]:
            best = min(pairs, key=lambda pair: ranks[pair])
            merged: list[str] = []
            for symbol in symbols:
                if merged and (merged[-1], symbol) == best:
                    merged[-1] += symbol
                else:
                    merged.append(symbol)
            symbols = merged
        found += [ids[symbol] for symbol in symbols]
    return found


def spm_ids(text: str, tokens: list[str], scores: list[float], types: list[int]) -> list[int]:
    """SentencePiece's BPE: always the neighbours whose piece has the best score, leftmost first."""
    ids = {t: n for n, t in enumerate(tokens) if types[n] == NORMAL}
    every = {t: n for n, t in enumerate(tokens) if types[n] != CONTROL}
    symbols = list("▁" + text.replace(" ", "▁"))
    while True:
        places = [
            (-scores[ids[symbols[i] + symbols[i + 1]]], i)
            for i in range(len(symbols) - 1)
            if symbols[i] + symbols[i + 1] in ids
        ]
        if not places:
            break
        _, i = min(places)
        symbols[i : i + 2] = [symbols[i] + symbols[i + 1]]
    found = []
    for symbol in symbols:
        if symbol in every:
            found.append(every[symbol])
        else:
            found += [every[f"<0x{byte:02X}>"] for byte in symbol.encode()]
    return found

from __future__ import annotations

from pathlib import Path
from typing import Any

import gguf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.reference_tokenizers import bpe_ids, spm_ids
from tests.library.tiny_llama import (
    BYTE,
    CONTROL,
    NORMAL,
    UNKNOWN,
    USER_DEFINED,
    WORDS,
    add_bpe,
    bpe_tokens,
    random_weights,
    write_llama,
)
from xla_playground.core.errors import CheckpointError
from xla_playground.library.gguf.header import read_gguf_header
from xla_playground.library.gguf.tokenizer import GgufTokenizer
from xla_playground.library.inspection import inspect_path, usable_model

PIECES = ["▁", "t", "h", "e", "i", "n", "▁t", "he", "▁the", "in", "▁in", "th", "▁th", "s>", "<"]
SPM_TOKENS = ["<unk>", "<s>", "</s>", *(f"<0x{b:02X}>" for b in range(256)), *PIECES, "<tool>"]
SPM_TYPES = [UNKNOWN, CONTROL, CONTROL, *[BYTE] * 256, *[NORMAL] * len(PIECES), USER_DEFINED]
SPM_SCORES = [0.0] * 259 + [-float(n) for n in range(len(PIECES))] + [0.0]
TEXTS = st.text(st.sampled_from("the in  123'sx\n\tÄ中🦊٣"), max_size=30)


def add_spm(writer: gguf.GGUFWriter) -> None:
    writer.add_tokenizer_model("llama")
    writer.add_token_list(SPM_TOKENS)
    writer.add_token_scores(SPM_SCORES)
    writer.add_token_types(SPM_TYPES)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)


def tokenizer_of(folder: Path, tokenizer: Any) -> Any:
    """The tokenizer of a GGUF file as Transformers reads it back."""
    from tokenizers import Tokenizer

    folder.mkdir(exist_ok=True)
    path = write_llama(folder / "toy.gguf", tokenizer=tokenizer)
    GgufTokenizer(read_gguf_header(path)).write(folder, 128)
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


@pytest.fixture(scope="module", params=["gpt-2", "smollm", "llama-bpe"])
def bpe(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("bpe")
    return request.param, tokenizer_of(folder, lambda writer: add_bpe(writer, request.param))


@pytest.fixture(scope="module")
def spm(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return tokenizer_of(tmp_path_factory.mktemp("spm"), add_spm)


@given(text=TEXTS)
def test_bpe_ids_are_those_of_the_reference(bpe: Any, text: str) -> None:
    split, tokenizer = bpe
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    assert ids == bpe_ids(text, bpe_tokens(), list(WORDS), split)
    assert tokenizer.decode(ids) == text


@given(text=TEXTS.filter(bool))
def test_spm_ids_are_those_of_the_reference(spm: Any, text: str) -> None:
    ids = spm.encode(text, add_special_tokens=False).ids
    assert ids == spm_ids(text, SPM_TOKENS, SPM_SCORES, SPM_TYPES)
    assert spm.decode(ids) == text


def test_special_tokens_are_taken_whole(bpe: Any, spm: Any) -> None:
    _, tokenizer = bpe
    assert tokenizer.encode("<|im_start|>th", add_special_tokens=False).ids[0] == 1
    assert spm.encode("<tool>", add_special_tokens=False).ids[-1] == len(SPM_TOKENS) - 1


def test_a_beginning_is_added_where_the_model_wants_one(bpe: Any, spm: Any) -> None:
    split, tokenizer = bpe
    assert (tokenizer.encode("the").ids[0] == 1) is (split == "llama-bpe")
    assert spm.encode("the").ids[0] == 1


def add_named_padding(writer: gguf.GGUFWriter) -> None:
    add_bpe(writer)
    writer.add_string("tokenizer.ggml.padding_token_id", "<pad>")


@pytest.mark.parametrize("number", [10_000, 2**32 - 1])
def test_ids_past_the_vocabulary_are_passed_over(tmp_path: Path, number: int) -> None:
    def add(writer: gguf.GGUFWriter) -> None:
        add_spm(writer)
        del writer.kv_data[0]["tokenizer.ggml.eos_token_id"]
        writer.add_eos_token_id(number)
        writer.add_pad_token_id(number)

    path = write_llama(tmp_path / "toy.gguf", random_weights(rows=len(SPM_TOKENS)), tokenizer=add)
    tokenizer = GgufTokenizer(read_gguf_header(path))
    eos, pad = tokenizer.notices
    assert f"eos_token_id = {number}, past its 275 tokens: '</s>' is taken instead" in eos.text
    assert f"padding_token_id = {number}, past its 275 tokens: no token is taken" in pad.text
    assert tokenizer.generation_config() == {"bos_token_id": 1, "eos_token_id": [2]}
    assert inspect_path(path).notices == tokenizer.notices
    imported = usable_model(str(path))
    assert imported.notices == tokenizer.notices


@pytest.mark.parametrize(
    ("tokenizer", "named"),
    [
        (lambda w: add_bpe(w, "tekken"), "'tekken'"),
        (lambda w: w.add_tokenizer_model("bert"), "tokens"),
        (lambda w: (w.add_tokenizer_model("llama"), w.add_token_list(["a"] * 269)), "scores"),
        (add_named_padding, "is no token"),
    ],
)
def test_what_is_refused(tmp_path: Path, tokenizer: Any, named: str) -> None:
    with pytest.raises(CheckpointError) as caught:
        tokenizer_of(tmp_path, tokenizer)
    assert named in caught.value.sentence


@pytest.mark.parametrize("merge", ["t", "t h e", "no such"])
def test_merges_that_do_not_fit(tmp_path: Path, merge: str) -> None:
    def add(writer: gguf.GGUFWriter) -> None:
        tokens = bpe_tokens()
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre("smollm")
        writer.add_token_list(tokens)
        writer.add_token_merges([*WORDS, merge])

    with pytest.raises(CheckpointError, match=r"merges|contradicts"):
        tokenizer_of(tmp_path, add)

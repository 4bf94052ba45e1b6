"""What a stored specialization depends on besides its key and its model."""

from __future__ import annotations

from typing import Any

import pytest

from xla_playground.engine.store.fingerprint import surroundings


@pytest.mark.parametrize(
    ("flags", "kept"),
    [
        ("", ""),
        ("--xla_dump_to=/tmp/x --xla_dump_hlo_as_text", ""),
        ("--xla_cpu_use_xnnpack=true --xla_dump_to=/tmp/x", "--xla_cpu_use_xnnpack=true"),
    ],
)
def test_flags_that_only_dump_make_no_other_entry(
    tf: Any, monkeypatch: pytest.MonkeyPatch, flags: str, kept: str
) -> None:
    import transformers

    monkeypatch.setenv("XLA_FLAGS", flags)
    assert surroundings(tf, transformers)["xla_flags"] == kept


def test_every_source_of_the_engine_counts(tf: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    import transformers

    own = Path.read_bytes
    before = surroundings(tf, transformers)["code"]
    for name in ("special_tokens.py", "model_patches.py", "merged_constants.py", "options.py"):

        def changed(path: Path, name: str = name) -> bytes:
            return own(path) + (b"#" if path.name == name else b"")

        monkeypatch.setattr(Path, "read_bytes", changed)
        assert surroundings(tf, transformers)["code"] not in ("", before), name

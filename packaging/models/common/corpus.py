"""Reading the passages a bundled model learns from, and keeping some of them out."""

from __future__ import annotations

import hashlib
import json
import lzma
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# One passage in 135 is kept out: about 2,000 of 270,000.
HELD_OUT_ONE_IN = 135


@dataclass(frozen=True)
class Passage:
    """One paragraph of the corpus.

    Attributes:
        kind: `story`, `tech` or `thing`.
        text: the paragraph, without line breaks.
    """

    kind: str
    text: str

    @property
    def is_held_out(self) -> bool:
        """Whether training must not see this passage.

        The text alone decides, so every run and every corpus order keeps out the same passages,
        and no text is on both sides.
        """
        digest = hashlib.sha256(self.text.encode()).digest()
        return int.from_bytes(digest[:4], "big") % HELD_OUT_ONE_IN == 0


def read_passages(path: Path) -> list[Passage]:
    """The passages of one `.jsonl.xz` file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [Passage(**json.loads(line)) for line in lines]


def read_corpus(folder: Path) -> tuple[list[Passage], list[Passage]]:
    """The passages of every `*.jsonl.xz` file in `folder`: those to learn from, those kept out.

    Raises:
        FileNotFoundError: the folder has no such file.
    """
    files = sorted(folder.glob("*.jsonl.xz"))
    if not files:
        raise FileNotFoundError(f"no *.jsonl.xz file in {folder}")
    passages = [passage for path in files for passage in read_passages(path)]
    training = [passage for passage in passages if not passage.is_held_out]
    held_out = [passage for passage in passages if passage.is_held_out]
    return training, held_out


def write_passages(passages: Iterable[Passage], path: Path) -> None:
    """Write one `.jsonl.xz` file, one JSON object a line."""
    with lzma.open(path, "wt", encoding="utf-8", preset=9) as lines:
        for passage in passages:
            lines.write(json.dumps(asdict(passage)) + "\n")

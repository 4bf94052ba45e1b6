"""The smallest and the largest calls of the fast recipe, and those that end at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.conftest import MakeRequest
from tests.tiny_models import change_json
from xla_playground.core.call.partial_text import PartialText
from xla_playground.core.call.record import EndedBy, Record
from xla_playground.core.call.request import Request
from xla_playground.core.errors import RequestError
from xla_playground.engine import XlaEngine

#: Each kind of search, with a number of sequences.
SEARCHES: dict[str, dict[str, Any]] = {
    "greedy": {},
    "sampling": {"num_return_sequences": 2, "seed": 3},
    "contrastive": {"top_k": 4},
    "beam": {"num_beams": 3, "num_return_sequences": 3},
    "beam_sampling": {"num_beams": 3, "num_return_sequences": 3, "seed": 3},
}
#: The tiny GPT-2 has so many positions.
POSITIONS = 64
PROMPTS = ("the quick brown fox", "the lazy")


def search(name: str, **options: Any) -> dict[str, Any]:
    return {"strategy": name, **SEARCHES[name], **options}


def new_ids(made: Record | PartialText) -> list[list[int]]:
    """The new tokens of each sequence, end token included."""
    return [
        [token.id for token in sequence.tokens if token.role in ("new", "end")]
        for sequence in made.sequences
    ]


def is_whole(partial: PartialText, record: Record) -> bool:
    """Whether a block has all of a record but the padding behind its texts."""
    ends = tuple(sequence.ended_by for sequence in partial.sequences)
    return (new_ids(partial), ends) == (new_ids(record), record.ended_by)


@pytest.fixture
def with_ends(tiny_models: Callable[[str], Path], tmp_path: Path) -> Callable[..., str]:
    """A copy of a tiny model with other end tokens."""

    def make(*ids: int, family: str = "gpt2") -> str:
        folder = tmp_path / f"{family}-with-{len(ids)}-ends"
        shutil.copytree(tiny_models(family), folder)
        for file in ("config.json", "generation_config.json"):
            if (folder / file).exists():
                change_json(folder / file, eos_token_id=list(ids))
        return str(folder)

    return make


@pytest.mark.parametrize(
    "name",
    [
        name if name in ("sampling", "beam") else pytest.param(name, marks=pytest.mark.exhaustive)
        for name in SEARCHES
    ],
)
def test_one_new_token(engine: XlaEngine, make_request: MakeRequest, name: str) -> None:
    def generate(new_tokens: int, arm: str) -> Record:
        options = search(name, max_new_tokens=new_tokens, ignore_eos=True)
        return engine.generate(
            make_request(recipe="fast", arm=arm, prompts=PROMPTS, options=options)
        )

    one = generate(1, "eager")
    assert set(one.new_tokens) == {1}
    assert set(one.ended_by) == {EndedBy.LIMIT}
    assert new_ids(generate(1, "graph")) == new_ids(one)
    if "beam" not in name:
        assert new_ids(one) == [ids[:1] for ids in new_ids(generate(5, "eager"))]
    elif name == "beam":
        greedy = engine.generate(
            make_request(recipe="fast", arm="eager", prompts=PROMPTS, options={"max_new_tokens": 1})
        )
        assert new_ids(one)[::3] == new_ids(greedy), "the best beam is the likeliest token"


@pytest.mark.parametrize("name", SEARCHES)
def test_as_many_sequences_as_beams_though_none_ended(
    engine: XlaEngine, make_request: MakeRequest, name: str
) -> None:
    """There is room for one token and none is an end: beams that still run fill the places."""
    options = search(name, max_new_tokens=1)
    record = engine.generate(
        make_request(recipe="fast", arm="eager", prompts=PROMPTS, options=options)
    )
    ids = new_ids(record)
    assert len(ids) == 2 * SEARCHES[name].get("num_return_sequences", 1)
    assert all(len(text) == 1 for text in ids)
    if name == "beam":
        for prompt in (ids[:3], ids[3:]):
            assert len({text[0] for text in prompt}) == 3, "each beam is another text"


@pytest.mark.parametrize("arm", ["eager", "xla"])
@pytest.mark.parametrize("room", [1, 9])
def test_prompt_and_text_fill_the_positions_of_the_model(
    engine: XlaEngine, make_request: MakeRequest, arm: str, room: int
) -> None:
    def request(new_tokens: int) -> Request:
        options = {"max_new_tokens": new_tokens, "ignore_eos": True}
        words = ("the lazy dog " * 40).split()
        prompt = " ".join(words[:count])
        values = {"prompts": (prompt,), "padding": {"mode": "none"}}
        return make_request(recipe="fast", arm=arm, options=options, **values)

    count = 1
    while engine.plan(request(1)).prompt_tokens[0] < POSITIONS - room - 4:
        count += 1
    left = POSITIONS - engine.plan(request(1)).prompt_tokens[0]
    record = engine.generate(request(left))
    assert record.new_tokens == (left,)
    assert record.prompt_tokens[0] + left == POSITIONS
    engine.wait()
    again = engine.generate(request(left))  # its prompt is read in chunks now
    assert again.sequences == record.sequences
    with pytest.raises(RequestError, match="ask for at most"):
        engine.plan(request(left + 1))


def test_a_capacity_that_is_just_enough(engine: XlaEngine, make_request: MakeRequest) -> None:
    def generate(new_tokens: int, capacity: int, block: int | None = None) -> Record:
        options = {"max_new_tokens": new_tokens, "ignore_eos": True}
        return engine.generate(
            make_request(
                recipe="fast",
                arm="graph",
                prompts=PROMPTS,
                padding={"capacity": capacity},
                options=options,
                block_tokens=block,
            )
        )

    def capacity_of(record: Record) -> int | None:
        assert record.key is not None
        return record.key.capacity

    longest = max(generate(1, 40).prompt_tokens)
    full = generate(40 - longest, 40)
    assert capacity_of(full) == 40
    wide = generate(40 - longest, 60)
    assert capacity_of(wide) == 60
    assert full.sequences == wide.sequences
    assert full.sequences == generate(40 - longest, 40, block=3).sequences
    over = generate(41 - longest, 40)
    assert capacity_of(over) == POSITIONS, "the next power of two"
    assert new_ids(over)[0][: 40 - longest] == new_ids(full)[0]


@pytest.mark.parametrize("block", [None, 1])
@pytest.mark.parametrize("name", ["greedy", "sampling", "contrastive", "beam"])
def test_an_end_token_in_the_first_step(
    engine: XlaEngine, with_ends: Callable[..., str], name: str, block: int | None
) -> None:
    """Every token is an end: each text is one token long, in whatever way it is chosen."""
    request = Request.parse(
        {
            "model": with_ends(*range(300)),
            "prompts": PROMPTS,
            "recipe": "fast",
            "arm": "eager",
            "block_tokens": block,
            "options": search(name, max_new_tokens=6, num_return_sequences=1),
        }
    )
    partials: list[PartialText] = []
    record = engine.generate(request, partials.append)
    assert record.new_tokens == (1, 1)
    assert record.ended_by == (EndedBy.END, EndedBy.END)
    if block is not None:
        assert is_whole(partials[-1], record)
        assert len(partials) == 1, "nobody waits for tokens that do not come"


@pytest.mark.parametrize(
    ("block", "arm"),
    [
        (2, "eager"),
        (None, "xla"),
        pytest.param(None, "eager", marks=pytest.mark.exhaustive),
        pytest.param(2, "xla", marks=pytest.mark.exhaustive),
    ],
)
def test_one_sequence_goes_on_after_all_others_have_ended(
    engine: XlaEngine,
    make_request: MakeRequest,
    with_ends: Callable[..., str],
    arm: str,
    block: int | None,
) -> None:
    prompts = ("the quick brown fox", "the lazy", "jumps over the lazy dog", "a graph with XLA")
    values: dict[str, Any] = {"recipe": "fast", "arm": "eager", "prompts": prompts}
    options = {"max_new_tokens": 12}
    free = new_ids(engine.generate(make_request(options=options | {"ignore_eos": True}, **values)))
    ends = {ids[0] for ids in free[1:]} - set(free[0])
    survivors = [not ends & set(ids) for ids in free]
    assert survivors[0]
    assert not all(survivors)
    request = Request.parse(
        values | {"model": with_ends(*ends), "options": options, "arm": arm, "block_tokens": block}
    )
    partials: list[PartialText] = []
    record = engine.generate(request, partials.append)
    wanted = []
    for ids in free:
        places = [place for place, token in enumerate(ids) if token in ends]
        wanted.append(ids[: places[0] + 1] if places else ids)
    assert new_ids(record) == wanted
    assert record.ended_by[0] is EndedBy.LIMIT
    if block is not None:
        assert partials[1].sequences[0].ended_by is None
        assert is_whole(partials[-1], record)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.core.examples import MS, make_record
from xla_playground.core.call.record import Cache, Sequence, Token, TokenRole
from xla_playground.core.comparison.compare import Change, Pair, align, compare


def tokens(ids: list[int]) -> tuple[Token, ...]:
    return tuple(Token(id=n, text=f"<{n}>", role=TokenRole.NEW) for n in ids)


def sequence(*ids: int, padding: int = 0) -> Sequence:
    pads = (Token(id=0, text="", role=TokenRole.PADDING),) * padding
    return Sequence(prompt_index=0, text="", tokens=(*pads, *tokens(list(ids))))


def test_equal_calls_differ_in_nothing() -> None:
    found = compare(make_record(), make_record())
    assert found.changes == ()
    assert found.has_same_tokens
    (pair,) = found.sequences
    assert [stretch.is_equal for stretch in pair.stretches] == [True]
    assert found.memory == Pair("memory_bytes", 10**9, 10**9)


def test_options_that_differ_have_generates_names() -> None:
    one = make_record(options={"strategy": "beam", "num_beams": 4})
    other = make_record(
        arm="graph",
        options={"strategy": "sampling", "temperature": 0.5, "seed": 7},
        padding={"mode": "multiple", "multiple_of": 8},
        prompts=("XLA is", "a"),
    )
    changes = {change.name: change for change in compare(one, other).changes}
    assert changes["num_beams"] == Change("num_beams", "4", None)
    assert changes["temperature"] == Change("temperature", None, "0.5")
    assert changes["strategy"] == Change("strategy", "beam", "sampling")
    assert changes["seed"] == Change("seed", None, "7")
    assert changes["arm"] == Change("arm", "xla", "graph")
    assert changes["padding"] == Change("padding", "to a multiple of 32", "to a multiple of 8")
    assert changes["prompts"].other == "XLA is\na"
    assert not {"model", "recipe", "max_new_tokens", "chat"} & changes.keys()


def test_phases_and_their_ratios() -> None:
    one, other = make_record(cache=Cache.MISS), make_record(run_ns=40 * MS, memory_bytes=None)
    found = compare(one, other)
    assert [(pair.name, pair.one, pair.other) for pair in found.phases] == [
        ("trace", 700 * MS, None),
        ("compile", 1500 * MS, None),
        ("run", 20 * MS, 40 * MS),
        ("total", 2220 * MS, 40 * MS),
    ]
    assert [pair.ratio for pair in found.phases[:3]] == [None, None, 2.0]
    assert found.memory.ratio is None


def test_tokens_are_aligned_and_differences_marked() -> None:
    pair = align(tokens([1, 2, 3, 4, 5]), tokens([1, 2, 9, 8, 4, 5]))
    found = [(s.is_equal, [t.id for t in s.one], [t.id for t in s.other]) for s in pair.stretches]
    assert found == [(True, [1, 2], [1, 2]), (False, [3], [9, 8]), (True, [4, 5], [4, 5])]
    assert pair.first_difference == 2


def test_padding_is_no_difference() -> None:
    one = make_record(sequences=(sequence(1, 2, padding=3),))
    other = make_record(sequences=(sequence(1, 2),))
    assert compare(one, other).has_same_tokens


def test_a_sequence_without_a_partner_stands_alone() -> None:
    one = make_record(sequences=(sequence(1), sequence(2, 3)))
    other = make_record(sequences=(sequence(1),))
    found = compare(one, other)
    assert not found.has_same_tokens
    (stretch,) = found.sequences[1].stretches
    assert ([t.id for t in stretch.one], stretch.other) == ([2, 3], ())


def test_long_texts_that_differ_are_not_aligned() -> None:
    left, right = [1, *range(10, 5_010), 2], [1, *range(10_000, 15_000), 2]
    pair = align(tokens(left), tokens(right))
    assert [stretch.is_equal for stretch in pair.stretches] == [True, False, True]
    assert pair.first_difference == 1


_IDS = st.lists(st.integers(1, 4), max_size=12)


@given(_IDS, _IDS)
def test_the_stretches_are_the_sequences(left: list[int], right: list[int]) -> None:
    pair = align(tokens(left), tokens(right))
    assert [t.id for s in pair.stretches for t in s.one] == left
    assert [t.id for s in pair.stretches for t in s.other] == right
    for stretch in pair.stretches:
        assert stretch.one or stretch.other
        assert stretch.is_equal is (stretch.one == stretch.other)
    assert (pair.first_difference is None) is (left == right)
    if pair.first_difference is not None:
        n = pair.first_difference
        assert left[:n] == right[:n]
        assert left[n : n + 1] != right[n : n + 1]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from xla_playground.core.call.padding import SIDE_REASONS, Padding, PaddingMode, PaddingSide
from xla_playground.core.errors import RequestError

lengths = st.lists(st.integers(1, 5000), min_size=1, max_size=8)
paddings = st.builds(
    Padding,
    mode=st.sampled_from(PaddingMode),
    multiple_of=st.integers(1, 4096),
    length=st.integers(1, 32_768),
    side=st.sampled_from(PaddingSide),
)


@given(paddings, lengths)
def test_every_policy_holds_every_prompt(padding: Padding, lengths: list[int]) -> None:
    try:
        padded = padding.padded_length(lengths)
    except RequestError as error:
        assert error.field == "padding"
        assert padding.mode in (PaddingMode.NONE, PaddingMode.FIXED)
        return
    longest = max(lengths)
    assert padded >= longest
    match padding.mode:
        case PaddingMode.NONE:
            assert set(lengths) == {padded}
        case PaddingMode.LONGEST:
            assert padded == longest
        case PaddingMode.MULTIPLE:
            assert padded % padding.multiple_of == 0
            assert padded - longest < padding.multiple_of
        case PaddingMode.POWER_OF_TWO:
            assert padded.bit_count() == 1
            assert padded < 2 * longest
        case PaddingMode.FIXED:
            assert padded == padding.length


@given(paddings)
def test_json(padding: Padding) -> None:
    assert Padding.model_validate_json(padding.model_dump_json()) == padding


@pytest.mark.parametrize("side", PaddingSide)
def test_only_relative_positions_leave_a_choice(side: PaddingSide) -> None:
    padding = Padding(side=side)
    asked = {PaddingSide.AUTO: PaddingSide.RIGHT}.get(side, side)
    assert padding.side_for(is_decoder_only=False, has_positions=False) is asked


@pytest.mark.parametrize(
    ("is_decoder_only", "needed", "other"),
    [
        (True, PaddingSide.LEFT, PaddingSide.RIGHT),
        (False, PaddingSide.RIGHT, PaddingSide.LEFT),
    ],
)
def test_one_side_is_needed(is_decoder_only: bool, needed: PaddingSide, other: PaddingSide) -> None:
    def side(asked: PaddingSide) -> PaddingSide:
        return Padding(side=asked).side_for(is_decoder_only=is_decoder_only, has_positions=True)

    assert side(PaddingSide.AUTO) is side(needed) is needed
    with pytest.raises(RequestError) as caught:
        side(other)
    assert caught.value.field == "padding_side"
    assert caught.value.sentence == SIDE_REASONS[needed].text


def test_prompts_of_two_lengths_need_padding() -> None:
    with pytest.raises(RequestError, match="2 to 3 tokens"):
        Padding(mode=PaddingMode.NONE).padded_length([3, 2])


def test_a_prompt_longer_than_the_fixed_length() -> None:
    with pytest.raises(RequestError, match="9 tokens, more than the fixed length of 8"):
        Padding(mode=PaddingMode.FIXED, length=8).padded_length([3, 9])


@pytest.mark.parametrize("values", [{"multiple_of": 0}, {"length": 0}, {"length": 10**9}])
def test_bounds(values: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Padding.model_validate(values)

from __future__ import annotations

import random

from tests.core.examples import make_record
from xla_playground.core.call.breakdown import Part, PhasePart, completed, merged
from xla_playground.core.call.record import PHASES, Cache, Record
from xla_playground.core.comparison.compare import compare
from xla_playground.core.history.export import record_as_dict


def part(phase: str, name: str, ns: int, *, is_estimate: bool = False) -> PhasePart:
    return PhasePart(phase=phase, part=name, ns=ns, is_estimate=is_estimate)


def test_parts_of_one_name_are_added_up_and_an_estimate_stays_one() -> None:
    found = merged(
        [
            part("trace", Part.HEAD, 3, is_estimate=True),
            part("compile", Part.CODE, 5),
            part("trace", Part.HEAD, 4),
        ]
    )
    assert found == (part("trace", Part.HEAD, 7, is_estimate=True), part("compile", Part.CODE, 5))


def test_the_parts_of_a_phase_add_up_to_it_whatever_was_measured() -> None:
    rng = random.Random(3)
    for _ in range(300):
        phases = {name: rng.choice((None, rng.randrange(1, 50))) for name in PHASES}
        names = list(Part)
        given = [
            part(rng.choice(PHASES), rng.choice(names), rng.randrange(20))
            for _ in range(rng.randrange(8))
        ]
        made = completed(given, phases)
        assert len({(one.phase, one.part) for one in made}) == len(made)
        for phase, ns in phases.items():
            own = [one.ns for one in made if one.phase == phase]
            was_measured = any(one.phase == phase and one.ns for one in given)
            assert sum(own) == (ns if was_measured and ns is not None else 0)


def test_what_is_left_of_a_run_is_its_answer_and_of_another_phase_other() -> None:
    given = [part("run", Part.FIRST_RUN, 5, is_estimate=True), part("trace", Part.LOOP, 2)]
    made = completed(given, {"trace": 3, "run": 9})
    assert {(one.phase, one.part): one.ns for one in made} == {
        ("trace", Part.LOOP): 2,
        ("trace", Part.OTHER): 1,
        ("run", Part.FIRST_RUN): 5,
        ("run", Part.ANSWER): 4,
    }


def test_a_record_keeps_its_parts_and_one_of_an_earlier_version_has_none() -> None:
    parts = (part("trace", Part.ATTENTION, 5), part("compile", "a part of tomorrow", 6))
    record = make_record(first_call_parts=parts)
    assert Record.model_validate_json(record.model_dump_json()) == record
    assert record_as_dict(record)["first_call_parts"] == [
        {"phase": "trace", "part": "attention", "ns": 5, "is_estimate": False},
        {"phase": "compile", "part": "a part of tomorrow", "ns": 6, "is_estimate": False},
    ]
    old = record.model_dump(mode="json")
    del old["first_call_parts"]
    assert Record.model_validate(old).first_call_parts == ()


def test_two_calls_are_compared_by_their_parts() -> None:
    parts = (part("trace", Part.ATTENTION, 5), part("trace", Part.LOOP, 2))
    one = make_record(cache=Cache.MISS, first_call_parts=parts)
    other = make_record(cache=Cache.MISS, first_call_parts=parts[:1])
    found = compare(one, other).phases
    assert [(pair.name, pair.one, pair.other) for pair in found if ":" in pair.name] == [
        ("trace: attention", 5, 5),
        ("trace: loop", 2, None),
    ]
    assert [pair.name for pair in found][:3] == ["trace", "trace: attention", "trace: loop"]

"""Rows of the table of specializations."""

from __future__ import annotations

from tests.core.examples import MS, make_key, make_record, make_request
from tests.core.test_series import book_of
from xla_playground.core.call.record import Cache
from xla_playground.core.call.specialization import CHUNK, ENCODE, key_for
from xla_playground.core.engine.specialization_info import SpecializationInfo
from xla_playground.core.history.series import SeriesBook
from xla_playground.core.window.specialization_row import specialization_rows


def test_the_most_recently_used_stands_first_and_disk_last() -> None:
    infos = [
        SpecializationInfo(key=make_key(length), where=where)
        for length, where in ((8, Cache.MEMORY), (16, Cache.MEMORY), (24, Cache.DISK))
    ]
    rows = specialization_rows(infos, SeriesBook(), {})
    assert [row.label.rpartition("×")[2] for row in rows] == ["16+32", "8+32", "24+32"]
    assert [row.in_memory for row in rows] == [True, True, False]


def test_costs_are_medians_of_the_calls() -> None:
    loaded = make_record(cache=Cache.DISK, load_ns=600 * MS)
    book = book_of(
        make_record(cache=Cache.MISS), loaded, *(make_record(run_ns=n * MS) for n in (10, 30, 20))
    )
    info = SpecializationInfo(
        key=make_key(), where=Cache.MEMORY, memory_bytes=120_000_000, disk_bytes=9_000_000
    )
    (row,) = specialization_rows([info], book, {info.key: 1})
    assert (row.first_ns, row.loaded_ns, row.steady_ns) == (2220 * MS, 620 * MS, 20 * MS)
    assert (row.uses, row.in_memory, row.on_disk) == (5, True, True)
    assert (row.memory_bytes, row.disk_bytes) == (120_000_000, 9_000_000)


def test_the_store_knows_first_calls_that_the_history_does_not() -> None:
    info = SpecializationInfo(key=make_key(), where=Cache.DISK, disk_bytes=9)
    (row,) = specialization_rows([info], SeriesBook(), {info.key: 3_000 * MS})
    assert (row.first_ns, row.loaded_ns, row.steady_ns, row.uses) == (3_000 * MS, None, None, 0)


def test_programs_that_calls_share_are_rows_of_their_own() -> None:
    decode = key_for(make_request(recipe="fast"), None, 256)
    source = key_for(make_request(recipe="fast", model="t5"), 64, 256)
    keys = (decode.of_program(CHUNK), source.of_program(ENCODE), decode)
    infos = [SpecializationInfo(key=key, where=Cache.MEMORY, disk_bytes=9) for key in keys]
    stored = dict.fromkeys(keys, 700 * MS)
    book = book_of(make_record(cache=Cache.MISS, recipe="fast", key=decode))
    shown = [
        (row.label, row.first_ns, row.uses) for row in specialization_rows(infos, book, stored)
    ]
    assert shown == [
        ("xla fast · greedy · 1×≤256", 2220 * MS, 1),
        ("xla fast · encode · 1×64", 700 * MS, None),
        ("xla fast · chunk · 1×≤256", 700 * MS, None),
    ]

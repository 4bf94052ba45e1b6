from __future__ import annotations

from itertools import pairwise

from xla_playground.core.window.memory_track import (
    MAX_EVENTS,
    MAX_SAMPLES,
    MemoryEvent,
    MemoryTrack,
    Sample,
    decimated,
)


def test_a_long_session_keeps_a_bounded_track_with_its_peak_and_its_gap() -> None:
    track = MemoryTrack()
    for second in range(100_000):
        size = 9_000 if second == 31_111 else None if second == 55_555 else 1_000 + second % 7
        track.add(float(second), size)
        track.add_event(float(second), MemoryEvent.ADDED, str(second))
    samples = track.samples
    assert MAX_SAMPLES // 2 <= len(samples) <= MAX_SAMPLES
    assert [s.at_s for s in samples] == sorted(s.at_s for s in samples)
    assert max(s.memory_bytes or 0 for s in samples) == 9_000
    (gap,) = (s.at_s for s in samples if s.memory_bytes is None)
    assert 55_555 - 100 < gap <= 55_555  # a sample covers up to 98 seconds by then
    steps = [b.at_s - a.at_s for a, b in pairwise(samples)]
    assert max(steps[:-1]) < 200  # the begin is no coarser than the end
    assert samples[-1] == Sample(99_999.0, 1_000 + 99_999 % 7)
    assert track.latest_bytes == samples[-1].memory_bytes
    assert len(track.events) == MAX_EVENTS
    assert track.events[-1].what == "99999"


def test_a_drawing_has_few_points_a_pixel_and_keeps_extremes_and_gaps() -> None:
    sizes = [5] * 100_000
    sizes[40_000], sizes[60_000] = 1, 99
    samples = tuple(Sample(float(n), None if n == 70_000 else size) for n, size in enumerate(sizes))
    drawn = decimated(samples, 300)
    assert len(drawn) <= 4 * 300
    assert [s.at_s for s in drawn] == sorted(s.at_s for s in drawn)
    assert {samples[n] for n in (0, 40_000, 60_000, 70_000, 99_999)} <= set(drawn)
    assert decimated(samples[:5], 300) == list(samples[:5])
    assert decimated((), 300) == []

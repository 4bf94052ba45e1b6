"""The memory mappings of a process, of which Linux allows each 65,530 unless it is set otherwise.

XLA maps the code of each kernel: some 240 mappings a specialization, which TensorFlow never gives
back. A process that has no more of them ends at its next compile, by a segmentation fault.
"""

from __future__ import annotations

from pathlib import Path

#: The part of the allowed mappings that a worker may use.
_PART = 0.8
_ALLOWED = Path("/proc/sys/vm/max_map_count")


def count_mappings(pid: int) -> int:
    """Return the number of a process's memory mappings, 0 if the system does not say."""
    try:
        with Path(f"/proc/{pid}/maps").open("rb") as lines:
            return sum(1 for _ in lines)
    except OSError:
        return 0


def most_mappings() -> int | None:
    """Return how many mappings a worker may have, or None if the system sets no limit."""
    try:
        return int(int(_ALLOWED.read_text("ascii")) * _PART)
    except (OSError, ValueError):
        return None

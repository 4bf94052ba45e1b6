"""Many objects that stay: Python's garbage collector looks at none of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def long_lived() -> Iterator[None]:
    """Create objects that stay, such as 100,000 calls, without a pause of all threads.

    A full collection looks at every object: 0.2 s for a large history, in which the window does not
    answer whatever the thread. Inside there is none, and what exists at the end is not looked at
    again; it is still freed with its last reference, if it is part of no cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()

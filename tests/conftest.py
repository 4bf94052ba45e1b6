"""Suite-wide: offscreen, isolated settings and caches, and nothing outlives its test."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from xla_playground.core.paths import HOME_VARIABLE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"

# the first text of a fresh checkout waits for hypothesis to index Unicode; a shared CI is slow
settings.register_profile(
    "suite",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")

# a background job of a shell ignores SIGINT, and so would the processes that tests interrupt
signal.signal(signal.SIGINT, signal.default_int_handler)

T = TypeVar("T")

#: How long what a test started may take to end after it.
GRACE_S = 2.0


@pytest.fixture(autouse=True)
def isolated_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for everything that the program keeps."""
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture(autouse=True)
def _no_thread_or_process_left() -> Iterator[None]:
    """No thread and no child process outlives its test.

    What fixtures of a wider scope started is there before, and may stay.
    """
    threads, processes = set(_threads()), set(_processes())
    yield
    assert not _left(_threads, threads), "threads outlive their test"
    assert not _left(_processes, processes), "processes outlive their test"


@pytest.fixture(autouse=True)
def _no_widget_or_timer_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """No top-level widget, running timer or running QThread outlives its test."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    widgets = set(_widgets())
    yield
    assert not _left(_widgets, widgets), "widgets outlive their test"
    assert not _left(_running, ()), "running timers or QThreads outlive their test"


def _left(look: Callable[[], list[T]], before: Collection[T]) -> list[T]:
    """What ``look`` still sees after the grace that it did not see before."""
    deadline = time.monotonic() + GRACE_S
    while left := [item for item in look() if item not in before]:
        if time.monotonic() > deadline:
            return left
        gc.collect()
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()
        time.sleep(0.01)
    return []


def _threads() -> list[threading.Thread]:
    # a thread that Python did not start is of its library's pool, or a QThread, which is seen below
    return [t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)]


def _processes() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if _is_alive(child)]


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _widgets() -> list[QWidget]:
    # a pop-up of a widget has it as its parent; tool tips are the application's own
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _running() -> list[QTimer | QThread]:
    from shiboken6 import isValid

    own = QThread.currentThread()
    return [
        item
        for item in gc.get_objects()
        if isinstance(item, QTimer | QThread)
        and isValid(item)
        and item is not own
        and (item.isActive() if isinstance(item, QTimer) else item.isRunning())
    ]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--part",
        metavar="K/N",
        help="run part K of N alone: each compile takes hundreds of memory mappings that are never "
        "given back, and a process may have some 65,000",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the part that ``--part`` names, after those that ``-m`` deselects."""
    part = config.getoption("--part")
    if part is None:
        return
    number, parts = map(int, part.split("/"))
    begin, end = (len(items) * (number + add) // parts for add in (-1, 0))
    config.hook.pytest_deselected(items=[*items[:begin], *items[end:]])
    items[:] = items[begin:end]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Collect garbage in this thread alone, after each test of the window, its arguments included.

    Python's collector runs in any thread. If it destroys Qt objects in that of an engine, the
    process ends.
    """
    if not {"ui", "bridge"} & set(item.path.parts):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        _freeze_imported("tensorflow" in sys.modules)


@cache
def _freeze_imported(_has_tensorflow: bool) -> None:
    """Freeze the imported objects, once without and once with TensorFlow.

    Without that each collection takes a third of a second more.
    """
    gc.freeze()

"""Recordings read off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.sounds import write_wav
from xla_playground.bridge.sound.clip_reader import Clip, ClipReader, ClipRefusal, ClipShape


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[ClipReader]:
    one = ClipReader()
    yield one
    one.stop()
    one.deleteLater()


def test_a_file_is_read_and_drawn(reader: ClipReader, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "tone.wav", 2.5)
    with qtbot.waitSignal(reader.clip_read) as read:
        reader.read(str(path), ClipShape(window_s=1.0))
    assert read.args is not None
    clip = read.args[0]
    assert isinstance(clip, Clip)
    assert (clip.path, clip.source_rate, clip.channels) == (str(path), 16_000, 1)
    assert (clip.picture.windows, clip.picture.seconds) == (3, 2.5)


def test_a_refusal_names_the_file(reader: ClipReader, qtbot: QtBot, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.wav"
    damaged.write_bytes(b"RIFF....")
    with qtbot.waitSignal(reader.clip_refused) as refused:
        reader.read(str(damaged), ClipShape())
    assert refused.args is not None
    refusal = refused.args[0]
    assert isinstance(refusal, ClipRefusal)
    assert refusal.path == str(damaged)
    assert "damaged.wav" in refusal.error.sentence


def test_only_the_newest_is_answered(reader: ClipReader, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [write_wav(tmp_path / f"{n}.wav", 0.2) for n in range(4)]
    answered: list[str] = []
    reader.clip_read.connect(lambda clip: answered.append(clip.path))
    for path in paths:
        reader.read(str(path), ClipShape(window_s=1.0))
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [str(paths[-1])]

"""Recording and playing, with PortAudio stood in for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.bridge.fake_sound import FakeSound
from tests.sounds import tone
from xla_playground.bridge.sound import recorder as recorder_module
from xla_playground.bridge.sound.recorder import Player, Recorder
from xla_playground.bridge.sound.sound_devices import find_devices
from xla_playground.library.audio_file import read_audio


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


@pytest.fixture
def recorder(qtbot: QtBot, tmp_path: Path) -> Iterator[Recorder]:
    one = Recorder(tmp_path / "recordings")
    yield one
    one.discard()
    one.deleteLater()


def test_what_was_heard_is_in_the_file(
    recorder: Recorder, sound: FakeSound, qtbot: QtBot, tmp_path: Path
) -> None:
    recorder.start(sound.devices())
    sound.speak(1.0, 0.25)
    with qtbot.waitSignal(recorder.progress_changed) as progress:
        pass
    assert progress.args == [1.0, pytest.approx(0.25, abs=1e-3)]
    sound.speak(0.5, 0.1)
    with qtbot.waitSignal(recorder.finished) as finished:
        recorder.stop()
    assert finished.args is not None
    heard = read_audio(finished.args[0])
    assert heard.source_rate == 8000
    assert heard.seconds == pytest.approx(1.5, abs=0.01)
    assert not sound.streams[-1].active
    assert [p.suffix for p in (tmp_path / "recordings").iterdir()] == [".wav"]


def test_it_stops_by_itself_at_the_limit(
    recorder: Recorder, sound: FakeSound, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorder_module, "LIMIT_S", 1.0)
    recorder.start(sound.devices())
    with qtbot.waitSignal(recorder.finished):
        sound.speak(1.0, 0.1)
    assert not recorder.is_running


def test_a_discarded_recording_leaves_nothing(
    recorder: Recorder, sound: FakeSound, tmp_path: Path
) -> None:
    recorder.start(sound.devices())
    sound.speak(0.5, 0.1)
    recorder.discard()
    assert list((tmp_path / "recordings").iterdir()) == []


def test_a_recording_that_cannot_be_finished_leaves_no_part(
    recorder: Recorder, sound: FakeSound, qtbot: QtBot, tmp_path: Path
) -> None:
    recorder.start(sound.devices())
    sound.speak(0.5, 0.1)
    (part,) = (tmp_path / "recordings").iterdir()
    taken = part.with_suffix(".wav")
    taken.mkdir()
    with qtbot.waitSignal(recorder.failed) as failed:
        recorder.stop()
    assert failed.args is not None
    assert failed.args[0].startswith("The recording cannot be written (")
    assert list((tmp_path / "recordings").iterdir()) == [taken]


def test_a_microphone_that_does_not_open(
    recorder: Recorder, sound: FakeSound, qtbot: QtBot, tmp_path: Path
) -> None:
    sound.is_broken = True
    with qtbot.waitSignal(recorder.failed) as failed:
        recorder.start(sound.devices())
    assert failed.args == [
        "The sound device failed (Device unavailable): connect it again or open a file."
    ]
    assert not recorder.is_running
    assert list((tmp_path / "recordings").iterdir()) == []


def test_a_folder_that_cannot_be_made(sound: FakeSound, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    recorder = Recorder(tmp_path / "file" / "recordings")
    with qtbot.waitSignal(recorder.failed) as failed:
        recorder.start(sound.devices())
    assert failed.args is not None
    assert failed.args[0].startswith("Nothing can be recorded (")
    recorder.deleteLater()


def test_playing_ends_with_the_clip(sound: FakeSound, qtbot: QtBot) -> None:
    player = Player()
    with qtbot.waitSignal(player.playing_changed) as began:
        player.play(sound.devices(), tone(0.1))
    assert began.args == [True]
    with qtbot.waitSignal(player.playing_changed) as ended:
        sound.is_playing = False  # heard to its end
    assert ended.args == [False]
    player.deleteLater()


@pytest.mark.parametrize(
    ("kinds", "rate", "has_output"),
    [(("input", "output"), 8000, True), (("output",), None, True), ((), None, False)],
)
def test_devices_are_looked_for(
    monkeypatch: pytest.MonkeyPatch, kinds: tuple[str, ...], rate: int | None, has_output: bool
) -> None:
    monkeypatch.setitem(sys.modules, "a_sound_library", FakeSound(kinds))
    devices = find_devices("a_sound_library")
    assert (devices.input_rate, devices.has_output) == (rate, has_output)
    assert bool(devices.problem) is (rate is None)


def test_a_missing_library_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "pip install sounddevice" in find_devices("no_such_module").problem

    (tmp_path / "without_portaudio.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.syspath_prepend(tmp_path)
    assert "apt-get install libportaudio2" in find_devices("without_portaudio").problem

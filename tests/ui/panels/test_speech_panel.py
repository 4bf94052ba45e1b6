"""Speech: chosen, shown, recorded, transcribed, remembered."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QMenu,
    QSpinBox,
    QWidget,
)

from tests.bridge.fake_sound import FakeSound
from tests.fakes import GPT2, POLYGLOT, WHISPER
from tests.sounds import tone, write_wav
from tests.tiny_speech import write_sound
from tests.ui.conftest import Open, Opened
from xla_playground.bridge.sound import clip_reader, sound_devices
from xla_playground.bridge.sound.clip_reader import Clip, ClipShape
from xla_playground.core.model.info import ModelInput
from xla_playground.core.window.settings import Settings, Theme, load_settings
from xla_playground.ui.plots.clip_plot import ClipPlot
from xla_playground.ui.text import audio_names
from xla_playground.ui.text.audio_names import clock_text

SPEECH = Settings(theme=Theme.LIGHT, model=WHISPER.name, takes=ModelInput.SPEECH)


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> FakeSound:
    """A microphone and a loudspeaker."""
    fake = FakeSound()
    monkeypatch.setattr(sound_devices, "find_devices", fake.devices)
    return fake


@pytest.fixture
def speech(open_window: Open, sound: FakeSound, tmp_path: Path) -> Opened:
    """A window with a speech model and a clip of 5 s, whose picture is there."""
    clip = write_wav(tmp_path / "clip.wav", 5.0)
    window = open_window(
        settings=SPEECH.model_copy(update={"audio": str(clip)}),
        settings_path=tmp_path / "settings.json",
    )
    window.wait_until_planned()
    wait_for_name(window, "clip.wav · 5.0 s · 16,000 Hz, mono")
    return window


def wait_for_name(window: Opened, text: str) -> None:
    window.qtbot.waitUntil(lambda: window.text("clip_name") == text)


def wait_for_microphone(window: Opened) -> None:
    window.qtbot.waitUntil(window.find(QAbstractButton, "record_button").isEnabled)


def test_the_panel_takes_the_place_of_the_prompt(window: Opened) -> None:
    dock = window.find(QDockWidget, "prompt_dock")
    combo = window.find(QComboBox, "model_combo")
    assert dock.windowTitle() == "Prompt"
    combo.addItem(WHISPER.name, WHISPER.name)
    combo.setCurrentIndex(combo.findData(WHISPER.name))
    window.qtbot.waitUntil(lambda: dock.windowTitle() == "Speech")
    assert not window.prompt().isVisible()
    assert not window.find(QWidget, "padding_mode").isEnabled()
    assert window.find(QLabel, "padding_reason").isVisibleTo(window.window)
    combo.setCurrentIndex(combo.findData(GPT2.name))
    window.qtbot.waitUntil(lambda: dock.windowTitle() == "Prompt")
    assert window.find(QWidget, "padding_mode").isEnabled()


def test_nothing_chosen_yet_says_what_to_do(open_window: Open, sound: FakeSound) -> None:
    window = open_window(settings=SPEECH)
    window.qtbot.waitUntil(lambda: "nothing to transcribe yet" in window.text("forecast_text"))
    window.press_run()
    assert window.engine.requests == []


def test_a_clip_is_drawn_with_its_windows(speech: Opened) -> None:
    plot = speech.find(ClipPlot, "clip_plot")
    times, samples = plot.waveform.getData()
    assert samples.max() == pytest.approx(0.5, abs=0.01)
    cuts = [line.value() for line in plot.boundaries]
    assert cuts[:2] == cuts[2:]  # in the waveform and in the log-mel
    first, second = cuts[:2]
    assert 1.5 < first < 2.0
    assert 1.5 < second - first < 2.0
    assert times[-1] == pytest.approx(second + 2.0, abs=0.01)
    assert plot.mel.image.shape == (80, round(100 * (second + 2.0)))
    assert speech.text("shape_note") == "Fixed shape (3 windows of 2 s): length never retraces"


def test_run_transcribes_each_window(speech: Opened, tmp_path: Path) -> None:
    speech.session.runner.run()
    speech.wait_for_calls(1)
    request = speech.engine.requests[0]
    assert (request.audio, request.prompts) == (str(tmp_path / "clip.wav"), ())
    assert len(speech.window.parts.output.view.text().split("\n\n")) == 2
    speech.wait_for_forecast("cached, about 20.0 ms")
    assert speech.session.log.summaries[0].batch == 1


def test_another_length_is_the_same_specialization(speech: Opened, tmp_path: Path) -> None:
    speech.session.runner.run()
    speech.wait_for_calls(1)
    speech.window.parts.panels.input.speech.choose(str(write_wav(tmp_path / "long.wav", 9.5)))
    speech.wait_until_planned()
    assert speech.text("forecast_text") == "cached, about 20.0 ms"
    wait_for_name(speech, "long.wav · 9.5 s · 16,000 Hz, mono")
    assert speech.text("shape_note").startswith("Fixed shape (6 windows of 2 s)")


def test_a_file_that_cannot_be_read_is_said_and_stays_said(speech: Opened, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.mp3"
    damaged.write_bytes(b"no sound")
    speech.window.parts.panels.input.speech.choose(str(damaged))
    problem = speech.find(QLabel, "problem_audio")
    speech.qtbot.waitUntil(lambda: "damaged.mp3" in problem.text())
    speech.wait_until_planned()
    assert not problem.isHidden()
    speech.window.parts.panels.input.speech.choose(str(tmp_path / "clip.wav"))
    wait_for_name(speech, "clip.wav · 5.0 s · 16,000 Hz, mono")
    assert problem.isHidden()


def test_a_clip_that_was_taken_back_while_it_was_read_is_not_shown(
    speech: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(path: str, shape: ClipShape) -> Clip:
        begun.set()
        assert may_end.wait(30)
        return read(path, shape)

    read = clip_reader._clip
    monkeypatch.setattr(clip_reader, "_clip", slow)
    panel = speech.window.parts.panels.input.speech
    panel.choose(str(write_wav(tmp_path / "long.wav", 9.5)))
    speech.qtbot.waitUntil(begun.is_set)
    panel.choose("")
    with speech.qtbot.waitSignal(panel._reader.clip_read):
        may_end.set()
    assert speech.text("clip_name") == "No recording yet"
    assert not speech.find(QAbstractButton, "play_button").isEnabled()


def test_the_microphone_makes_a_clip(speech: Opened, sound: FakeSound) -> None:
    wait_for_microphone(speech)
    speech.click("record_button")
    assert speech.find(QAbstractButton, "record_button").text() == "Stop"
    assert not speech.find(QAbstractButton, "open_audio_button").isEnabled()
    sound.speak(1.5, 0.3)
    speech.qtbot.waitUntil(lambda: speech.text("clip_name") == "Recording 1.5 s of 10:00")
    assert speech.find(QWidget, "record_level").isVisible()
    speech.click("record_button")
    speech.qtbot.waitUntil(lambda: "8,000 Hz, mono" in speech.text("clip_name"))
    assert speech.session.form.request().audio.endswith(".wav")
    assert "recordings" in speech.session.form.request().audio


def test_no_other_language_is_chosen_while_it_records(speech: Opened, sound: FakeSound) -> None:
    wait_for_microphone(speech)
    speech.click("record_button")
    view = speech.window.parts.actions.menus["view"]
    view.aboutToShow.emit()
    languages = speech.find(QMenu, "language_menu").menuAction()
    assert not languages.isEnabled()
    assert "A recording runs" in languages.toolTip()
    sound.speak(1.5, 0.3)
    speech.click("record_button")
    view.aboutToShow.emit()
    assert languages.isEnabled()
    assert "recording" not in languages.toolTip()


def test_a_clip_is_played_and_stopped(speech: Opened, sound: FakeSound) -> None:
    wait_for_microphone(speech)
    speech.click("play_button")
    assert len(sound.played) == 1
    assert speech.find(QAbstractButton, "play_button").text() == "Stop"
    speech.click("play_button")
    assert not sound.is_playing


def test_no_microphone_is_a_disabled_button_that_says_why(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = sound_devices.SoundDevices(problem="Recording needs PortAudio.")
    monkeypatch.setattr(sound_devices, "find_devices", lambda: missing)
    window = open_window(settings=SPEECH)
    button = window.find(QAbstractButton, "record_button")
    window.qtbot.waitUntil(lambda: button.toolTip() == "Recording needs PortAudio.")
    assert not button.isEnabled()


def test_examples_are_the_bundled_clips(
    open_window: Open, sound: FakeSound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clips = [write_wav(tmp_path / "audio" / f"{name}.wav", 0.3) for name in ("one-two", "stop")]
    (tmp_path / "audio" / "README.md").touch()
    monkeypatch.setattr(audio_names, "resource_dir", lambda: tmp_path)
    window = open_window(settings=SPEECH)
    actions = window.window.parts.panels.input.speech._examples.menu().actions()
    assert [action.text() for action in actions] == ["one two", "stop"]
    actions[0].trigger()
    assert window.session.form.request().audio == str(clips[0])


def test_the_clip_comes_back(speech: Opened, tmp_path: Path) -> None:
    speech.window.close()
    settings, notices = load_settings(tmp_path / "settings.json")
    assert notices == []
    assert (settings.audio, settings.takes) == (str(tmp_path / "clip.wav"), ModelInput.SPEECH)


@pytest.mark.parametrize(
    ("seconds", "text"), [(4.24, "4.2 s"), (65, "1:05"), (3729, "1:02:09"), (600, "10:00")]
)
def test_lengths_are_written_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def wait_for_length(window: Opened, number: int) -> None:
    spin = window.find(QSpinBox, "max_new_tokens")
    window.qtbot.waitUntil(lambda: spin.value() == number)


def type_length(window: Opened, text: str) -> None:
    spin = window.find(QAbstractSpinBox, "max_new_tokens")
    spin.selectAll()
    QTest.keyClicks(spin, text)
    QTest.keyClick(spin, Qt.Key.Key_Return)


def choose(window: Opened, name: str, text: str) -> None:
    """Choose in a combo box with the keyboard."""
    combo = window.find(QComboBox, name)
    combo.setFocus()
    QTest.keyClicks(combo, text)


def test_without_a_number_the_decoder_is_filled(speech: Opened, tmp_path: Path) -> None:
    wait_for_length(speech, 448)
    speech.click("run_button")
    speech.wait_for_calls(1)
    assert speech.engine.requests[0].options.max_new_tokens is None
    assert sum(speech.session.log.record(1).new_tokens) == 2 * 448
    type_length(speech, "20")
    speech.wait_until_planned()
    speech.click("run_button")
    speech.wait_for_calls(2)
    assert speech.engine.requests[1].options.max_new_tokens == 20
    speech.window.close()
    settings, notices = load_settings(tmp_path / "settings.json")
    assert notices == []
    assert (settings.speech_new_tokens, settings.options.max_new_tokens) == (20, 32)


def test_texts_and_speech_each_keep_their_length(speech: Opened) -> None:
    wait_for_length(speech, 448)
    combo = speech.find(QComboBox, "model_combo")
    for name, number in ((GPT2.name, 32), (WHISPER.name, 448)):
        if combo.findData(name) < 0:
            combo.addItem(name, name)
        combo.setCurrentIndex(combo.findData(name))
        wait_for_length(speech, number)


@pytest.fixture
def polyglot(open_window: Open, sound: FakeSound, tmp_path: Path) -> Opened:
    """A window with a multilingual speech model and a clip."""
    clip = write_wav(tmp_path / "clip.wav", 1.0)
    window = open_window(
        settings=SPEECH.model_copy(update={"audio": str(clip), "model": POLYGLOT.name}),
        settings_path=tmp_path / "settings.json",
    )
    window.wait_until_planned()
    wait_for_length(window, 445)
    return window


def test_language_and_task_are_choices(polyglot: Opened, tmp_path: Path) -> None:
    languages = polyglot.find(QComboBox, "speech_language")
    texts = [languages.itemText(n) for n in range(languages.count())]
    assert texts == ["find the language", "English", "German", "Korean"]
    tasks = polyglot.find(QComboBox, "speech_task")
    assert tasks.currentText() == "transcribe"
    polyglot.click("run_button")
    polyglot.wait_for_calls(1)
    request = polyglot.engine.requests[0]
    assert (request.language, request.task) == ("", "")
    choose(polyglot, "speech_language", "ger")
    choose(polyglot, "speech_task", "transl")
    polyglot.wait_until_planned()
    polyglot.click("run_button")
    polyglot.wait_for_calls(2)
    request = polyglot.engine.requests[1]
    assert (request.language, request.task) == ("de", "translate")
    polyglot.window.close()
    settings, _ = load_settings(tmp_path / "settings.json")
    assert (settings.language, settings.task) == ("de", "translate")


def test_a_model_of_one_language_shows_no_choice(speech: Opened) -> None:
    assert not speech.find(QWidget, "speech_choices").isVisibleTo(speech.window)


def test_channels_that_cancel_each_other_are_named(speech: Opened, tmp_path: Path) -> None:
    voice = tone(1.0)
    speech.window.parts.panels.input.speech.choose(
        str(write_sound(tmp_path / "x.wav", voice, -voice))
    )
    name = "x.wav · 1.0 s · 16,000 Hz, channels cancel"
    wait_for_name(speech, name)
    assert "the loudest one is heard" in speech.find(QLabel, "clip_name").toolTip()
    plot = speech.find(ClipPlot, "clip_plot")
    assert plot.waveform.getData()[1].max() == pytest.approx(0.5, abs=0.01)

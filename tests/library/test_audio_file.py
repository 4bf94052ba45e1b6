from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from xla_playground.core.errors import RequestError
from xla_playground.library import audio_file
from xla_playground.library.audio_file import SAMPLING_RATE, cut_off, read_audio


def tone(rate: int, seconds: float, channels: int = 1) -> np.ndarray[tuple[int, int], np.dtype]:
    """A tone of 440 Hz, float32, shape (samples, channels); the second channel is silent."""
    time = np.arange(int(rate * seconds)) / rate
    sound = np.zeros((len(time), channels), np.float32)
    sound[:, 0] = 0.5 * np.sin(2 * np.pi * 440 * time)
    return sound


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg", "mp3"])
@pytest.mark.parametrize("rate", [16_000, 44_100, 8_000])
def test_every_format_and_rate(tmp_path: Path, kind: str, rate: int) -> None:
    path = tmp_path / f"tone.{kind}"
    soundfile.write(str(path), tone(rate, 12.5), rate)
    waveform = read_audio(path)
    assert waveform.samples.dtype == np.float32
    assert (waveform.source_rate, waveform.channels) == (rate, 1)
    assert waveform.seconds == pytest.approx(12.5, abs=0.15)
    assert len(waveform.samples) == round(waveform.seconds * SAMPLING_RATE)
    spectrum = np.abs(np.fft.rfft(waveform.samples[: 10 * SAMPLING_RATE]))
    assert spectrum.argmax() == 4_400  # bins of 0.1 Hz
    assert np.abs(waveform.samples).max() == pytest.approx(0.5, abs=0.1)  # of MP3


def test_channels_are_averaged(tmp_path: Path) -> None:
    soundfile.write(str(tmp_path / "tone.wav"), tone(SAMPLING_RATE, 1, 2), SAMPLING_RATE)
    waveform = read_audio(str(tmp_path / "tone.wav"))
    assert waveform.channels == 2
    assert np.abs(waveform.samples).max() == pytest.approx(0.25, abs=0.01)


def sentence_of(path: str | Path) -> str:
    with pytest.raises(RequestError) as caught:
        read_audio(path)
    assert caught.value.field == "audio"
    assert caught.value.sentence.endswith(".")
    return caught.value.sentence


@pytest.mark.parametrize("name", ["", "none.wav", "a\0b", "~no-such-user/a.wav", "\ud800", "."])
def test_no_such_file(name: str) -> None:
    sentence_of(name).encode("utf-8")


def test_files_that_are_no_sound(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    for data in (b"", b"RIFF", bytes(1000), b"RIFF\xff\xff\xff\x7fWAVEfmt "):
        path.write_bytes(data)
        assert "damaged or not audio" in sentence_of(path)
    soundfile.write(str(tmp_path / "x.aiff"), tone(8_000, 0.1), 8_000)
    assert "AIFF" in sentence_of(tmp_path / "x.aiff")
    soundfile.write(str(path), tone(8_000, 0), 8_000)
    assert "no sound" in sentence_of(path)
    broken = tone(8_000, 0.1)
    broken[7] = np.nan
    soundfile.write(str(path), broken, 8_000, subtype="FLOAT")
    assert "not finite" in sentence_of(path)


def test_a_truncated_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    soundfile.write(str(path), tone(16_000, 2), 16_000)
    path.write_bytes(path.read_bytes()[:32_044])
    assert read_audio(path).seconds == 1.0


@pytest.mark.parametrize("is_length_known", [True, False])
def test_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_length_known: bool) -> None:
    monkeypatch.setattr(audio_file, "MAX_SECONDS", 1.0)
    if not is_length_known:
        monkeypatch.setattr(audio_file, "_UNKNOWN_FRAMES", 0)
    soundfile.write(str(tmp_path / "x.wav"), tone(8_000, 1.5), 8_000)
    assert "longer than" in sentence_of(tmp_path / "x.wav")


def test_a_recording_that_was_cut_off_says_so(tmp_path: Path) -> None:
    whole = tmp_path / "whole.wav"
    soundfile.write(str(whole), tone(SAMPLING_RATE, 2.0), SAMPLING_RATE)
    assert read_audio(whole).missing_s == 0.0
    data = whole.read_bytes()
    cut = tmp_path / "cut.wav"
    cut.write_bytes(data[: len(data) // 2])
    sound = read_audio(cut)
    assert sound.seconds == pytest.approx(1.0, abs=0.01)
    assert sound.missing_s == pytest.approx(1.0, abs=0.02)
    assert "says that it holds 2.0 s and ends after 1.0 s" in cut_off(cut, sound).text


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x20ftypM4A ", "MPEG-4"),
        (b"\x1a\x45\xdf\xa3 webm", "WebM"),
        (b"anything else", "damaged or not audio"),
    ],
)
def test_a_container_that_is_not_read_is_named(tmp_path: Path, head: bytes, kind: str) -> None:
    file = tmp_path / "clip"
    file.write_bytes(head + bytes(100))
    with pytest.raises(RequestError, match=kind):
        read_audio(file)

"""Speech on the command line: language, task, length and how each window ended."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.test_cli import run
from tests.tiny_speech import make_tiny_speech_model, sound, write_sound
from xla_playground.core.paths import resource_dir
from xla_playground.library.audio_file import read_audio

WHISPER = "playground-whisper"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny multilingual Whisper and a clip."""
    made = make_tiny_speech_model(tmp_path_factory.mktemp("speech") / "polyglot")
    write_sound(made / "clip.wav", sound(3))
    return made


def hear(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = run(
        *("generate", "--model", str(folder), "--audio", str(folder / "clip.wav")),
        *("--arm", "eager", *arguments),
    )
    return done.returncode, done.stdout, done.stderr


def test_language_and_task(folder: Path) -> None:
    code, out, err = hear(folder, "--language", "German", "--task", "translate", "--json")
    assert code == 0, err
    record = json.loads(out)
    assert (record["language"], record["task"]) == ("de", "translate")
    assert record["is_language_found"] is False
    assert record["options"]["max_new_tokens"] == 61
    assert record["ended_by"] == ["limit"] or record["new_tokens"][0] < 61


def test_a_language_that_is_found_is_said(folder: Path) -> None:
    code, out, err = hear(folder, "--max-new-tokens", "3")
    assert code == 0, err
    assert "Call 1 is in Korean (found): transcribe." in out
    assert "limit" in out
    assert "Cut at the limit of 3 new tokens in window 1" in out.replace("\n", " ")


def test_unknown_choices_are_one_sentence(folder: Path) -> None:
    code, _, err = hear(folder, "--language", "fr")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "knows no language 'fr'" in err


def test_a_model_of_one_language_refuses() -> None:
    clip = str(resource_dir() / "audio" / "pi.flac")
    done = run("generate", "--model", WHISPER, "--audio", clip, "--task", "translate")
    assert done.returncode == 2
    assert "takes no task" in done.stderr


def test_language_without_a_recording_is_refused() -> None:
    done = run("generate", "--prompt", "a", "--language", "de")
    assert done.returncode == 2
    assert "are of speech" in done.stderr


@pytest.mark.slow
def test_every_window_of_the_bundled_model_is_complete(tmp_path: Path) -> None:
    audio = resource_dir() / "audio"
    clips = [read_audio(audio / name).samples for name in ("pi.flac", "commands.flac")]
    silence = np.zeros(6 * 16_000, np.float32)
    long = write_sound(tmp_path / "long.wav", np.concatenate([clips[0], silence, clips[1]]))
    done = run("generate", "--model", WHISPER, "--audio", str(long), "--arm", "eager", "--json")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    text = " ".join(" ".join(record["texts"]).split())
    assert text == "three one four one five nine start louder stop"
    assert set(record["ended_by"]) <= {"end", None}
    assert max(p or 0 for p in record["no_speech"]) == 1.0

"""Recognize recordings by name, list the bundled ones, and format lengths."""

from __future__ import annotations

from pathlib import Path

from ...core.paths import resource_dir

_ENDINGS = (".wav", ".flac", ".ogg", ".oga", ".mp3")
AUDIO_PATTERNS = tuple(f"*{ending}" for ending in _ENDINGS)


def is_audio_name(path: Path) -> bool:
    """Return whether a file has the ending of a recording."""
    return path.suffix.lower() in _ENDINGS


def bundled_clips() -> list[Path]:
    """Return the paths of the recordings that ship with the program, sorted by name."""
    folder = resource_dir() / "audio"
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if is_audio_name(path))


def clock_text(seconds: float) -> str:
    """Return a recording's length as text: ``4.2 s``, ``1:05``, ``1:02:09``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

"""A fake process of the lab, with scripted answers."""

from __future__ import annotations

import sys

from xla_playground.core.lab.report import LabProgress, LabReport


def script(*replies: LabProgress | LabReport, then: str = "") -> list[str]:
    """The command of a lab that answers its first order with messages."""
    lines = [f"print({reply.model_dump_json()!r}, flush=True)" for reply in replies]
    begin = ("import sys, time", "sys.stdin.readline()")
    return [sys.executable, "-c", "\n".join((*begin, *lines, then or "sys.stdin.read()"))]


def repeating(report: LabReport) -> list[str]:
    """The command of a lab that answers every order with the same report."""
    answer = f"for line in sys.stdin: print({report.model_dump_json()!r}, flush=True)"
    return [sys.executable, "-c", f"import sys\n{answer}"]

"""``generate --stream``: lines of JSON, text that grows, Ctrl+C between two blocks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.fakes import FakeEngine
from xla_playground.cli.program import app
from xla_playground.cli.streaming import TextPrinter, stream
from xla_playground.core.call.partial_text import PartialText
from xla_playground.core.call.record import EndedBy, Record, Sequence, Status
from xla_playground.core.call.request import Recipe, Request
from xla_playground.core.errors import WorkerDied

ROOT = Path(__file__).parent.parent.parent
REQUEST = Request(
    model="playground-gpt2", prompts=("once upon",), recipe=Recipe.FAST, block_tokens=4
)


def part(block: int, *texts: str, window: int = 0) -> PartialText:
    sequences = tuple(Sequence(prompt_index=window, text=text, tokens=()) for text in texts)
    return PartialText(request_id="1", block=block, sequences=sequences, new_tokens=block)


def printed(capsys: pytest.CaptureFixture[str], *parts: PartialText) -> str:
    printer = TextPrinter()
    for partial in parts:
        printer(partial)
    printer.end()
    return capsys.readouterr().out


def test_only_what_is_new_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    parts = part(1, "a b"), part(2, "a b"), part(3, "a b c")
    assert printed(capsys, *parts) == "a b c\n"


def test_a_beam_that_changed_is_printed_once_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, part(1, "a b"), part(2, "a c")) == "a b\na c\n"


def test_half_a_character_waits_for_its_other_half(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, part(1, "a \ufffd"), part(2, "a é")) == "a é\n"


def test_several_sequences_have_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, part(1, "a", "b"), part(2, "a", "b c")) == "[1] a\n[2] b\n[2]  c\n"


def test_windows_follow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, part(1, "a"), part(2, "b", window=1)) == "a\n[2] b\n"


def test_lines_of_json_come_before_the_record() -> None:
    arguments = ["generate", "--in-process", "--prompt", "Once upon a time", "--json", "--stream"]
    result = CliRunner().invoke(app, [*arguments, "--arm", "eager", "--max-new-tokens", "10"])
    assert result.exit_code == 0, result.output
    first, last, record = (json.loads(line) for line in result.stdout.splitlines())
    assert [(line["block"], line["sequence"]) for line in (first, last)] == [(1, 0), (2, 0)]
    assert last["text"].startswith(first["text"])
    assert record["texts"] == [last["text"]]
    assert [tokens for tokens, _ in record["token_ns"]] == [8, 10]
    assert record["first_token_ns"] == record["token_ns"][0][1]
    assert record["recipe"] == "fast"


def test_the_documented_recipe_is_refused() -> None:
    arguments = ["generate", "--prompt", "a", "--block", "4", "--recipe", "documented"]
    result = CliRunner().invoke(app, arguments)
    assert "only at the end: choose the fast recipe" in str(result.exception)


def test_the_first_interrupt_ends_the_call_between_blocks() -> None:
    engine = FakeEngine(hold_after=2)
    engine.start(lambda status: None)

    def interrupt(partial: PartialText) -> None:
        if partial.block == 2:
            os.kill(os.getpid(), signal.SIGINT)

    records: list[Record] = []
    with pytest.raises(KeyboardInterrupt):
        records.extend(stream(engine, REQUEST, interrupt))
    (record,) = records
    assert record.status is Status.CANCELLED
    assert record.new_tokens == (8,)
    assert record.ended_by == (EndedBy.CANCEL,)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_text_of_a_worker_that_dies_is_kept() -> None:
    engine = FakeEngine()
    engine.start(lambda status: None)
    engine.fail_next("The worker ended.")
    records: list[Record] = []
    with pytest.raises(WorkerDied):
        records.extend(stream(engine, REQUEST, lambda partial: None))
    assert records[0].status is Status.FAILED
    assert records[0].sequences[0].text.startswith("once upon a fast")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_of_the_program_prints_the_record() -> None:
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "xla_playground", "generate", "--json", "--block", "1"),
            *("--prompt", "Once", "--max-new-tokens", "400", "--ignore-eos", "--arm", "eager"),
        ],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["block"] == 1
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    record = json.loads(output.splitlines()[-1])
    assert record["status"] == "cancelled"
    assert record["ended_by"] == ["cancel"]
    assert 0 < record["new_tokens"][0] < 400
    assert process.returncode == 130
